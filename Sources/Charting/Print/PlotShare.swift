/// How much of a figure its plot has: names and legends are there for the plot.
struct PlotShare {
  let scene: Scene

  /// The least share of the width that a plot with axes may have.
  static let least = 0.3

  /// The width at which the plot would have its share; nil where it has it.
  var needed: Double? {
    let plot = scene.root.width
    guard scene.root.views.isEmpty, !scene.root.axes.isEmpty, scene.width > 0,
      plot < Self.least * scene.width
    else { return nil }
    return ((scene.width - plot) / (1 - Self.least)).rounded(.up)
  }
}
