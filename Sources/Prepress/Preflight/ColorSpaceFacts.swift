/// A colour space reduced to what preflight asks of it.
struct ColorSpaceFacts {
  enum Family: String {
    case grey = "DeviceGray"
    case rgb = "DeviceRGB"
    case cmyk = "DeviceCMYK"
    case calGrey = "CalGray"
    case calRGB = "CalRGB"
    case lab = "Lab"
    case profile = "ICCBased"
    case indexed = "Indexed"
    case separation = "Separation"
    case deviceN = "DeviceN"
    case pattern = "Pattern"
    case unknown
  }

  var family: Family
  var components = 1
  var names: [String] = []
  /// What it rests on: the base of an index or pattern, the alternate of a spot ink.
  var bases: [ColorSpaceFacts] = []
  var isUnreadable = false

  static let grey = ColorSpaceFacts(family: .grey, components: 1)

  /// The colour that `cs` sets before any `scn`.
  var initial: [Double] {
    switch family {
    case .cmyk: [0, 0, 0, 1]
    case .separation, .deviceN: names.map { _ in 1 }
    default: [Double](repeating: 0, count: max(1, min(components, 32)))
    }
  }

  /// Whether what it holds may print on another plate than black.
  var isColored: Bool {
    let greys: Set<Family> = [.grey, .calGrey, .pattern]
    if family == .separation || family == .deviceN { return names.contains { $0 != "Black" } }
    return family == .indexed
      ? bases.contains(where: \.isColored)
      : !(greys.contains(family) || family == .profile && components == 1)
  }

  /// Names of inks that are no process inks.
  var spots: [String] {
    let process: Set<String> = ["Cyan", "Magenta", "Yellow", "Black", "None", "All"]
    return names.filter { !process.contains($0) } + bases.flatMap(\.spots)
  }

  /// The families of the space and of all that it rests on.
  var families: [(family: Family, components: Int)] {
    [(family, components)] + bases.flatMap(\.families)
  }
}

/// Reads colour spaces of a file.
struct ColorSpaceReader {
  private static let device: [String: (ColorSpaceFacts.Family, Int)] = [
    "/DeviceGray": (.grey, 1), "/G": (.grey, 1), "/DeviceRGB": (.rgb, 3), "/RGB": (.rgb, 3),
    "/DeviceCMYK": (.cmyk, 4), "/CMYK": (.cmyk, 4), "/CalRGB": (.calRGB, 3), "/Lab": (.lab, 3),
    "/CalGray": (.calGrey, 1), "/Pattern": (.pattern, 0),
  ]

  private static let defaults = [
    "/DeviceGray": "Gray", "/G": "Gray", "/DeviceRGB": "RGB", "/RGB": "RGB", "/DeviceCMYK": "CMYK",
    "/CMYK": "CMYK",
  ]

  /// The space of a name in a content stream.
  static func read(named name: String, in resources: PDFObject?, depth: Int = 0) -> ColorSpaceFacts
  {
    if let (family, components) = device[name] {
      if let suffix = Self.defaults[name],
        let standard = resources?["/ColorSpace"]?["/Default\(suffix)"]
      {
        return read(standard, in: nil, depth: depth + 1)
      }
      return ColorSpaceFacts(family: family, components: components)
    }
    guard depth < 8, let object = resources?["/ColorSpace"]?[name] else {
      return ColorSpaceFacts(family: .unknown, isUnreadable: true)
    }
    return read(object, in: resources, depth: depth + 1)
  }

  /// The space that an object describes.
  static func read(_ object: PDFObject?, in resources: PDFObject?, depth: Int = 0)
    -> ColorSpaceFacts
  {
    guard depth < 8, let object else {
      return ColorSpaceFacts(family: .unknown, isUnreadable: depth >= 8)
    }
    if let name = object.name { return read(named: name, in: resources, depth: depth + 1) }
    let items = object.items
    guard let kind = items.first?.name else {
      return ColorSpaceFacts(family: .unknown, isUnreadable: true)
    }
    let second = items.count > 1 ? items[1] : nil
    let third = items.count > 2 ? items[2] : nil
    func base(_ object: PDFObject?) -> [ColorSpaceFacts] {
      object.map { [read($0, in: resources, depth: depth + 1)] } ?? []
    }
    switch kind {
    case "/ICCBased":
      let components = second?["/N"]?.integer ?? 0
      return ColorSpaceFacts(family: .profile, components: min(max(components, 0), 32))
    case "/Indexed", "/I":
      return ColorSpaceFacts(family: .indexed, components: 1, bases: base(second))
    case "/Separation":
      let name = second?.name.map { String($0.dropFirst()) } ?? ""
      return ColorSpaceFacts(
        family: .separation, components: 1, names: [name], bases: base(third))
    case "/DeviceN":
      let names = (second?.items ?? []).prefix(32).map { String(($0.name ?? "/").dropFirst()) }
      return ColorSpaceFacts(
        family: .deviceN, components: names.count, names: names, bases: base(third))
    case "/Pattern":
      return ColorSpaceFacts(family: .pattern, components: 0, bases: base(second))
    default: return read(named: kind, in: resources, depth: depth + 1)
    }
  }
}

/// What a colour prints as.
struct InkReading {
  enum Kind { case black, white, richBlack, process, rgb, spot, all, lab, pattern, unknown }

  var kind = Kind.unknown
  var inks = 4
  /// Sum of the four process inks.
  var total: Double = 0
  /// Whether it is black ink in full and alone.
  var isSolidBlack = false

  /// Whether it prints on another plate than black; marks for all plates do not count.
  var isColored: Bool { [.richBlack, .process, .rgb, .spot, .lab].contains(kind) }

  private static let least = 0.0001

  init(_ space: ColorSpaceFacts, _ values: [Double]) {
    switch (space.family, space.components) {
    case (.cmyk, _), (.profile, 4): readProcess(values)
    case (.separation, _), (.deviceN, _): readNamed(space.names, values)
    case (.indexed, _):
      self = InkReading(space.bases.first ?? .grey, space.bases.first?.initial ?? [])
    default: readSimple(space, values)
    }
  }

  private mutating func readSimple(_ space: ColorSpaceFacts, _ values: [Double]) {
    switch (space.family, space.components) {
    case (.grey, _), (.calGrey, _), (.profile, 1):
      let value = values.first ?? 0
      (kind, inks) = value >= 1 - Self.least ? (.white, 0) : (.black, 1)
      isSolidBlack = value < 0.001
    case (.rgb, _), (.calRGB, _), (.profile, 3):
      let isWhite = values.count >= 3 && values.allSatisfy { $0 >= 1 - Self.least }
      (kind, inks) = isWhite ? (.white, 0) : (.rgb, 4)
    case (.lab, _): kind = .lab
    case (.pattern, _): kind = .pattern
    default: break
    }
  }

  private mutating func readProcess(_ values: [Double]) {
    guard values.count >= 4 else {
      (kind, inks) = (.process, 4)
      return
    }
    inks = values.prefix(4).count { $0 > Self.least }
    total = values.prefix(4).reduce(0, +)
    let colors = values[0] + values[1] + values[2]
    if inks == 0 {
      kind = .white
    } else if inks == 1, values[3] > Self.least {
      kind = .black
      isSolidBlack = values[3] > 0.999
    } else {
      kind = values[3] > 0.85 && colors > 0.1 ? .richBlack : .process
    }
  }

  private mutating func readNamed(_ names: [String], _ values: [Double]) {
    let shares = values.count >= names.count ? values : names.map { _ in 1 }
    let painted = zip(names, shares).filter { $0.1 > Self.least }
    inks = painted.count
    if painted.isEmpty {
      kind = .white
    } else if painted.map(\.0) == ["Black"] {
      kind = .black
      isSolidBlack = (painted.first?.1 ?? 0) > 0.999
    } else if painted.contains(where: { $0.0 == "All" }) {
      (kind, inks) = (.all, 4)
    } else {
      let process: Set<String> = ["Cyan", "Magenta", "Yellow", "Black"]
      kind = painted.allSatisfy { process.contains($0.0) } ? .process : .spot
    }
  }
}
