import LayoutSpecs

extension ContentWalker {
  /// One operation of a content stream.
  mutating func follow(_ operation: ContentOperation, in pass: inout ContentPass) {
    let n = operation.numbers
    switch operation.name {
    case "q":
      if pass.saved.count < 100_000 { pass.saved.append(pass.state) }
    case "Q": pass.state = pass.saved.popLast() ?? pass.state
    case "cm": pass.state.matrix = Matrix(n).then(pass.state.matrix)
    case "w": pass.state.width = n.first ?? 1
    case "gs":
      if let name = pass.name(operation), let state = pass.resource("/ExtGState", name) {
        apply(state, in: &pass)
      }
    case "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
      setColor(operation, in: &pass)
    case "m", "l", "c", "v", "y": pass.bounds.add(operation, through: pass.state.matrix)
    case "re": addRectangle(operation, in: &pass)
    case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*": paintPath(operation.name, in: &pass)
    case "n": pass.endPath()
    case "sh":
      if let name = pass.name(operation) {
        checkShading(pass.resource("/Shading", name), in: pass)
      }
      mark(in: pass)
    case "Do": draw(operation, in: &pass)
    case "EI": drawInline(operation, in: &pass)
    case "BMC", "BDC":
      open(operation, in: &pass)
      let first = operation.operands.first.map { pass.content[$0.start..<$0.end] }
      if first?.elementsEqual("/OC".utf8) == true { log.add("optional-content", page: page) }
    case "EMC": _ = pass.tags.popLast()
    default: followText(operation, in: &pass)
    }
  }

  private mutating func setColor(_ operation: ContentOperation, in pass: inout ContentPass) {
    let name = operation.name
    let isStroke = name.first?.isUppercase ?? false
    var space = isStroke ? pass.state.strokeSpace : pass.state.fillSpace
    var values = operation.numbers
    switch name.lowercased() {
    case "g": space = pass.space(named: "/DeviceGray")
    case "rg": space = pass.space(named: "/DeviceRGB")
    case "k": space = pass.space(named: "/DeviceCMYK")
    case "cs":
      space = pass.space(named: pass.name(operation) ?? "")
      values = space.initial
    default:
      if let pattern = pass.name(operation) {
        walkPattern(pass.resource("/Pattern", pattern), in: pass)
      }
    }
    if isStroke {
      (pass.state.strokeSpace, pass.state.stroke) = (space, values)
    } else {
      (pass.state.fillSpace, pass.state.fill) = (space, values)
    }
  }

  private mutating func walkPattern(_ pattern: PDFObject?, in pass: ContentPass) {
    guard let pattern else { return }
    if pattern["/PatternType"]?.integer == 2 {
      checkShading(pattern["/Shading"], in: pass)
    } else if pattern.isStream {
      walkForm(
        pattern, pass.state, pass.resources, depth: pass.depth + 1, isTaggedAround: true)
    }
  }

  private mutating func checkShading(_ shading: PDFObject?, in pass: ContentPass) {
    guard let shading else { return }
    let space = ColorSpaceReader.read(shading["/ColorSpace"], in: pass.resources)
    let inks = Self.ends(of: shading["/Function"], depth: 0).map { InkReading(space, $0) }
    use(space, "gradient", nil, ink: inks.first { $0.isColored } ?? inks.first)
  }

  /// The colours at the ends of a gradient's functions.
  private static func ends(of function: PDFObject?, depth: Int) -> [[Double]] {
    guard let function, depth < 4 else { return [] }
    let parts = function["/Functions"]?.items.prefix(256) ?? []
    return parts.flatMap { ends(of: $0, depth: depth + 1) }
      + ["/C0", "/C1"].compactMap { function[$0]?.numbers }
  }

  // MARK: Graphics states

  private mutating func apply(_ state: PDFObject, in pass: inout ContentPass) {
    checkArchive(state: state)
    for (key, value) in state.entries {
      switch key {
      case "/OP":
        pass.state.overprintsStroke = value.bool ?? false
        if state["/op"] == nil { pass.state.overprintsFill = value.bool ?? false }
      case "/op": pass.state.overprintsFill = value.bool ?? false
      case "/OPM": pass.state.overprintMode = value.integer ?? 0
      case "/LW": pass.state.width = value.real ?? 1
      case "/ca", "/CA":
        if (value.real ?? 1) < 0.9999 { noteTransparency("alpha") }
      case "/BM":
        let mode = value.name ?? value.items.first?.name ?? ""
        if mode != "/Normal", mode != "/Compatible" { noteTransparency(mode) }
      case "/SMask":
        guard value.isDictionary else { continue }
        noteTransparency("soft mask")
        if let group = value["/G"], group.isStream {
          walkForm(group, ContentState(), nil, depth: pass.depth + 1, isTaggedAround: true)
        }
      case "/TR", "/TR2":
        if value.name != "/Identity", value.name != "/Default" {
          log.add("transfer-function", page: page)
        }
      case "/HT":
        guard value.isDictionary || value.isStream else { continue }
        let type = value["/HalftoneType"]?.integer ?? 1
        if type != 1, type != 5 { log.add("halftone", page: page) }
      case "/HTP": log.add("halftone", page: page)
      case "/Font":
        let items = value.items
        if items.count == 2 {
          pass.state.font = font(items[0])
          pass.state.size = items[1].real ?? 0
        }
      default: break
      }
    }
  }

  mutating func noteTransparency(_ what: String) {
    isPageTransparent = true
    log.add("transparency", what, page: page)
  }

  // MARK: Use of colour

  /// What a painted colour space breaks; `ink` is the colour where it is one.
  mutating func use(
    _ space: ColorSpaceFacts, _ what: String, _ place: PreflightPlace?, ink: InkReading? = nil
  ) {
    checkArchive(space: space)
    spots.formUnion(space.spots)
    if ink?.isColored ?? space.isColored { facts.isOnePlate = false }
    let isOffice = profile.condition.standard == .none
    for (family, components) in space.families {
      switch family {
      case .rgb:
        var claims: Set<PreflightClaim> = [.x1a]
        if intentSpace != "RGB " { claims.insert(.x4) }
        if !isOffice { claims.insert(.print) }
        log.add("colour-device-rgb", what, page: page, place: place, against: claims)
      case .cmyk:
        if intentSpace == "RGB " || intentSpace == "GRAY" {
          log.add("colour-device-cmyk", what, page: page, place: place)
        }
      case .calRGB, .calGrey, .lab: log.add("colour-cie", what, page: page, place: place)
      case .profile: log.add("colour-icc", "\(what), \(components)", page: page, place: place)
      case .unknown:
        if space.isUnreadable { log.add("colour-unreadable", what, page: page, place: place) }
      case .grey, .indexed, .separation, .deviceN, .pattern: break
      }
    }
  }
}
