import DisplayList

/// The overprint flags of a graphics state.
struct Overprint: Hashable {
  var fill = false
  var stroke = false

  /// Its name in the resources.
  var name: String { "/BxO\(fill ? "f" : "")\(stroke ? "s" : "")" }

  /// Its entry: a white or tinted mark is painted with the flag off, so OPM 1 never harms it.
  var syntax: String { "<< /Type /ExtGState /op \(fill) /OP \(stroke) /OPM 1 >>" }
}

/// Graphics states and colour spaces that rewritten streams name.
struct InkResources {
  private(set) var overprints: Set<Overprint> = []
  private(set) var spots: [String: Ink] = [:]
  private var order: [String] = []

  /// The operators that set an ink.
  mutating func operators(for ink: Ink, isStroke: Bool) -> String {
    guard let spot = ink.spot else {
      return "\(InkSyntax.shares(ink)) \(isStroke ? "K" : "k")"
    }
    if spots[spot.name] == nil {
      spots[spot.name] = ink.full
      order.append(spot.name)
    }
    let name = Self.spaceName(order.firstIndex(of: spot.name) ?? 0)
    let tint = InkSyntax.number(spot.tint)
    return isStroke ? "\(name) CS \(tint) SCN" : "\(name) cs \(tint) scn"
  }

  /// The operator that sets overprint flags.
  mutating func operators(for overprint: Overprint) -> String {
    overprints.insert(overprint)
    return "\(overprint.name) gs "
  }

  private static func spaceName(_ index: Int) -> String { "/BxS\(index)" }

  /// Adds everything to a resources dictionary; `made` holds what the file has already, by its
  /// syntax, so that each entry is one object of the file.
  func add(to resources: PDFObject, made: inout [String: PDFObject]) {
    let file = resources.file
    func entry(_ syntax: String) -> PDFObject {
      if let known = made[syntax] { return known }
      let new = file.makeIndirect(file.make(syntax))
      made[syntax] = new
      return new
    }
    for overprint in overprints.sorted(by: { $0.name < $1.name }) {
      resources.dictionary(at: "/ExtGState")[overprint.name] = entry(overprint.syntax)
    }
    for (index, name) in order.enumerated() {
      let syntax = InkSyntax.separation(name, full: spots[name] ?? .black)
      resources.dictionary(at: "/ColorSpace")[Self.spaceName(index)] = entry(syntax)
    }
  }
}
