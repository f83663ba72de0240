/// The size that a figure must have: the plot gives way until the whole fits.
public struct FigureSize: Hashable, Sendable {
  /// Width in points.
  public var width: Double
  /// Height in points; nil for the height that comes of itself.
  public var height: Double?

  /// Makes a size.
  public init(width: Double, height: Double? = nil) {
    self.width = width
    self.height = height
  }

  /// Reads `120mmx80mm`, `300x200` (points) or `2col`: columns of 13 characters of 9 pt, a
  /// character apart.
  public init?(_ text: String) {
    func length(_ part: Substring) -> Double? {
      if part.hasSuffix("mm") { return Double(part.dropLast(2)).map { $0 * 72 / 25.4 } }
      if part.hasSuffix("pt") { return Double(part.dropLast(2)) }
      return Double(part)
    }
    if text.hasSuffix("col"), let columns = Int(text.dropLast(3)), (1...8).contains(columns) {
      self.init(width: Double(columns * 14 - 1) * 9)
      return
    }
    let parts = text.split(separator: "x")
    guard let width = parts.first.flatMap(length), width > 20, parts.count <= 2 else { return nil }
    let height = parts.count > 1 ? length(parts[1]) : nil
    if parts.count > 1, height == nil { return nil }
    self.init(width: width, height: height)
  }

  /// The specification with its plot's size set so that a scene that came out at some size takes
  /// this one. Plots beside each other share the width as they did; other compositions keep theirs.
  func fitting(_ root: SpecValue, _ scene: Scene) -> SpecValue {
    var fitted = root
    if let plots = root["hconcat"]?.list {
      let widths = plots.map { $0["width"]?.number ?? 0 }
      let sum = widths.reduce(0, +)
      guard sum > 0, !widths.contains(0) else { return root }
      let share = max(24, width - (scene.width - sum)) / sum
      fitted["hconcat"] = SpecValue(
        zip(plots, widths).map { plot, width in
          var plot = plot
          plot["width"] = SpecValue((width * share).rounded(.down))
          return plot
        })
      return fitted
    }
    guard scene.root.views.isEmpty else { return root }
    let around = scene.width - scene.root.width
    fitted["width"] = SpecValue(max(24, width - around))
    if let height {
      fitted["height"] = SpecValue(max(24, height - (scene.height - scene.root.height)))
    }
    return fitted
  }
}
