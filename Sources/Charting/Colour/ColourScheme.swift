/// A row of colours, taken one by one for categories or blended for amounts.
struct ColourScheme: Hashable, Sendable {
  var colours: [RGB]
  /// Whether the colours are stops of a blend and not a list.
  var isContinuous: Bool
  /// How neighbours are blended.
  var blendsByHue = false

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
    if share <= 0 { return first }
    if share >= 1 { return last }
    let place = share * Double(colours.count - 1)
    let start = min(colours.count - 2, Int(place))
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
