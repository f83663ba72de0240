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
  /// this one. Plots beside each other share the width as they did, those of a facet take equal
  /// shares; what cannot be shared so keeps its size.
  func fitting(_ root: SpecValue, _ scene: Scene) -> SpecValue {
    if root["hconcat"] != nil { return sharing(root, scene) }
    guard scene.root.views.isEmpty else { return CellFit(width: width, scene: scene).fitting(root) }
    var fitted = root
    let around = scene.width - scene.root.width
    if !Self.isUnscaled(root, "x") {
      fitted["width"] = SpecValue(max(Self.least(root), width - around))
    }
    if let height, !Self.isUnscaled(root, "y") {
      fitted["height"] = SpecValue(max(24, height - (scene.height - scene.root.height)))
    }
    return fitted
  }

  /// The least width of a plot, in points: what its author says that its words need.
  private static func least(_ root: SpecValue) -> Double {
    max(24, root["usermeta"]?["banxin"]?["least"]?.number ?? 0)
  }

  /// Places that are lengths already do not move with the size of their plot.
  private static func isUnscaled(_ view: SpecValue, _ channel: String) -> Bool {
    if view["encoding"]?[channel]?["scale"]?.isNull == true { return true }
    return view["layer"]?.list?.contains { isUnscaled($0, channel) } ?? false
  }

  private func sharing(_ root: SpecValue, _ scene: Scene) -> SpecValue {
    guard let plots = root["hconcat"]?.list, plots.count == scene.root.views.count else {
      return root
    }
    let widths = zip(plots, scene.root.views).map { plot, view in
      plot["width"]?.number ?? (view.views.isEmpty ? view.width : 0)
    }
    let sum = widths.reduce(0, +)
    guard sum > 0, !widths.contains(0) else { return root }
    let share = max(24, width - (scene.width - sum)) / sum
    var fitted = root
    fitted["hconcat"] = SpecValue(
      zip(plots, widths).map { plot, width in
        var plot = plot
        plot["width"] = SpecValue((width * share).rounded(.down))
        return plot
      })
    return fitted
  }
}

/// Fits the cells of facets, repeats and grids of one plot: first their width, then how many stand
/// beside each other, so that words keep their size.
struct CellFit {
  let width: Double
  let scene: Scene

  /// No plot of a grid is narrower, in points.
  static let least = 44.0

  func fitting(_ root: SpecValue) -> SpecValue {
    let views = scene.root.views
    guard let cell = views.first, views.allSatisfy({ $0.views.isEmpty && $0.width == cell.width })
    else { return root }
    let lefts = Set(views.map { $0.x.rounded() }).sorted()
    let columns = lefts.count
    let gap = columns > 1 ? lefts[1] - lefts[0] - cell.width : 0
    let around = scene.width - cell.width * Double(columns)
    func share(_ count: Int) -> Double {
      ((width - around + gap * Double(columns - count)) / Double(count)).rounded(.down)
    }
    var count = columns
    if wraps(root) { while count > 1, share(count) < Self.least { count -= 1 } }
    // No row is emptier than it must be: four in two rows are two and two.
    if count < columns {
      let rows = (views.count + count - 1) / count
      count = (views.count + rows - 1) / rows
    }
    var fitted = root
    if count < columns { fitted = setting(count, in: fitted) }
    let size = SpecValue(max(Self.least, share(count)))
    if root["spec"] != nil {
      fitted["spec"]?["width"] = size
    } else if root["encoding"] != nil {
      fitted["width"] = size
    }
    return fitted
  }

  /// Whether cells go on in the next row where one is full.
  private func wraps(_ root: SpecValue) -> Bool {
    if let facet = root["facet"] { return facet["row"] == nil && facet["column"] == nil }
    if let list = root["repeat"] { return list.list != nil }
    return root["encoding"]?["facet"] != nil
  }

  private func setting(_ count: Int, in root: SpecValue) -> SpecValue {
    var root = root
    let number = SpecValue(Double(count))
    if root["encoding"]?["facet"] != nil {
      root["encoding"]?["facet"]?["columns"] = number
    } else {
      root["columns"] = number
    }
    return root
  }
}
