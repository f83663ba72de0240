/// A row of colours, taken one by one for categories or blended for amounts.
struct ColourScheme: Hashable, Sendable {
  var colours: [RGB]
  /// Whether the colours are stops of a blend and not a list.
  var isContinuous: Bool
  /// How neighbours are blended.
  var blendsByHue = false
  /// The part of the blend that is used.
  var extent = Extent()

  /// A part of a blend, perhaps backwards.
  struct Extent: Hashable, Sendable {
    var start = 0.0
    var end = 1.0
  }

  init(colours: [RGB], isContinuous: Bool, blendsByHue: Bool = false) {
    self.colours = colours
    self.isContinuous = isContinuous
    self.blendsByHue = blendsByHue
  }

  /// A scheme of Vega by its name, capitals aside.
  init?(named name: String) {
    let key = name.lowercased()
    if let digits = SchemeTable.discrete[key] {
      self.init(colours: ColourScheme.split(digits), isContinuous: false)
    } else if let digits = SchemeTable.continuous[key] {
      self.init(colours: ColourScheme.split(digits), isContinuous: true)
    } else {
      // `blues-5` is the scheme in five steps.
      let parts = key.split(separator: "-")
      guard parts.count == 2, let count = Int(parts[1]), (1...64).contains(count),
        let whole = ColourScheme(named: String(parts[0])), whole.isContinuous
      else { return nil }
      self.init(colours: whole.steps(count), isContinuous: false)
    }
  }

  private static func split(_ digits: String) -> [RGB] {
    stride(from: 0, to: digits.utf8.count, by: 6).compactMap { start in
      RGB("#" + String(digits.dropFirst(start).prefix(6)))
    }
  }

  /// The colour at a share of the way, 0…1.
  func colour(at share: Double) -> RGB {
    guard let first = colours.first, let last = colours.last else { return .black }
    guard colours.count > 1, share.isFinite else { return first }
    let inner = extent.start + (extent.end - extent.start) * share
    if inner == 1 { return last }
    // Beyond the ends a blend goes on in its last direction, as d3's do.
    let place = max(-4, min(4, inner)) * Double(colours.count - 1)
    let start = max(0, min(colours.count - 2, Int(place.rounded(.down))))
    let rest = place - Double(start)
    return blendsByHue
      ? HCL.mix(colours[start], colours[start + 1], rest)
      : RGB.mix(colours[start], colours[start + 1], rest)
  }

  /// So many colours at equal steps, the ends left out, as Vega samples a blend.
  func steps(_ count: Int, extent: (Double, Double) = (0, 1)) -> [RGB] {
    guard count > 0 else { return [] }
    return (1...count).map { step in
      let share = Double(step) / Double(count + 1)
      return colour(at: extent.0 + (extent.1 - extent.0) * share)
    }
  }
}
