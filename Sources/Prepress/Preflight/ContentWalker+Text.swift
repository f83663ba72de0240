import Diagnostics
import Geometry
import LayoutSpecs

extension ContentWalker {
  /// Text operators.
  mutating func followText(_ operation: ContentOperation, in pass: inout ContentPass) {
    let n = operation.numbers
    func moved(_ x: Double, _ y: Double) -> Matrix { Matrix(1, 0, 0, 1, x, y).then(pass.line) }
    switch operation.name {
    case "BT": (pass.text, pass.line) = (.identity, .identity)
    case "Tf":
      pass.state.size = n.last ?? 0
      guard let token = operation.operands.first, token.kind == .name else { return }
      let name = String(decoding: pass.content[token.start..<token.end], as: UTF8.self)
      let object = pass.resource("/Font", name)
      if object == nil { log.add("font-missing-resource", name, page: page) }
      pass.state.font = object.map { font($0) }
    case "Tr": pass.state.rendering = Int(max(0, min(7, n.first ?? 0)))
    case "TL": pass.leading = n.first ?? 0
    case "Td", "TD":
      guard n.count >= 2 else { return }
      if operation.name == "TD" { pass.leading = -n[1] }
      pass.line = moved(n[0], n[1])
      pass.text = pass.line
    case "Tm":
      pass.line = Matrix(n)
      pass.text = pass.line
    case "T*":
      pass.line = moved(0, -pass.leading)
      pass.text = pass.line
    case "Tj", "TJ", "'", "\"":
      show(operation, in: pass)
      mark(in: pass)
    default: break
    }
  }

  private mutating func show(_ operation: ContentOperation, in pass: ContentPass) {
    guard let index = pass.state.font else { return }
    let state = pass.state
    var glyphs = 0
    var missing = 0
    for token in operation.operands where token.kind == .string || token.kind == .hexString {
      let found = fonts[index].count(StringBytes.read(token, in: pass.content))
      glyphs += found.glyphs
      missing += found.missing
    }
    guard glyphs > 0 else { return }
    fonts[index].glyphs += glyphs
    let matrix = pass.text.then(state.matrix)
    let size = abs(state.size) * matrix.lengths.y
    var bounds = PathBounds()
    bounds.add((matrix.e, matrix.f))
    bounds.add((matrix.e + size * Double(min(glyphs, 400)), matrix.f + size))
    let place = trim.place(bounds)
    if state.rendering == 3 || state.rendering == 7 { return }
    let isFirst = !fonts[index].isShown
    fonts[index].isShown = true
    if isFirst, fonts[index].type == "Type3" {
      walkGlyphs(of: fontObjects[index], state, pass.resources, depth: pass.depth + 1)
    }
    checkLanguage(in: pass)
    checkOverprint(state.fillSpace, state.overprintsFill, in: state)
    if missing > 0 { log.add("notdef-glyph", fonts[index].name, page: page, place: place) }
    if fonts[index].name == "Courier" { log.add("font-courier", page: page, place: place) }
    let isFilled = [0, 2, 4, 6].contains(state.rendering)
    if [1, 2, 5, 6].contains(state.rendering) { checkStroke(state, place) }
    use(
      isFilled ? state.fillSpace : state.strokeSpace, "text", place,
      ink: isFilled ? state.fillInk : state.strokeInk)
    facts.glyphs += glyphs
    let shown = ShownText(
      ink: isFilled ? state.fillInk : state.strokeInk,
      space: isFilled ? state.fillSpace : state.strokeSpace,
      overprints: isFilled ? state.overprintsFill : state.overprintsStroke,
      mode: state.overprintMode, size: size, glyphs: glyphs, place: place)
    checkInk(shown)
    checkSize(shown)
  }

  private struct ShownText {
    var ink: InkReading
    var space: ColorSpaceFacts
    var overprints: Bool
    var mode: Int
    var size: Double
    var glyphs: Int
    var place: PreflightPlace?
  }

  /// `text-not-k-only`, `rich-black-text`, `black-text-knockout` and its kin, `white-overprint`.
  private mutating func checkInk(_ text: ShownText) {
    let size = Self.points(text.size)
    if text.ink.kind == .black { facts.blackGlyphs += text.glyphs }
    if text.ink.isSolidBlack { checkBlack(text, size) }
    switch text.ink.kind {
    case .white:
      if text.overprints { log.add("white-overprint", "text", page: page, place: text.place) }
    case .rgb:
      let severity: Severity = profile.condition.standard == .none ? .warning : .error
      log.add("text-not-k-only", size, page: page, place: text.place, severity: severity)
    case .richBlack:
      if text.ink.total * 100 > profile.ink.richBlack + 1e-4 {
        log.add("rich-black-text", size, page: page, place: text.place)
      }
    default: break
    }
  }

  private mutating func checkBlack(_ text: ShownText, _ size: String) {
    // Type of 12 pt and more may knock out (GWG 2015, 4.13).
    let isSmall = text.size < 12
    let isGrey = text.space.family == .grey || text.space.family == .profile
    if text.overprints, isGrey {
      log.add("black-gray-overprint", size, page: page, place: text.place)
    } else if text.overprints, text.space.family == .cmyk, text.mode != 1 {
      log.add("black-overprint-opm", size, page: page, place: text.place)
    } else if text.overprints {
      facts.overprintingGlyphs += text.glyphs
    } else if isSmall {
      log.add("black-text-knockout", size, page: page, place: text.place)
    }
    if isSmall, text.space.family == .grey {
      log.add("black-text-devicegray", size, page: page, place: text.place)
    }
  }

  /// `small-text`, `small-reversed-text`, `small-text-many-inks`.
  private mutating func checkSize(_ text: ShownText) {
    let limits = profile.text
    let slack = 1e-3
    let size = Self.points(text.size)
    if text.ink.kind == .white {
      if text.size < limits.reversed.points - slack {
        log.add("small-reversed-text", size, page: page, place: text.place)
      }
      return
    }
    let isMixed = [.process, .richBlack, .rgb, .all, .lab].contains(text.ink.kind)
    if isMixed, text.ink.inks > 2, text.size < limits.manyInks.points - slack {
      let severity: Severity = text.ink.kind == .richBlack ? .error : .warning
      log.add(
        "small-text-many-inks", "\(size), \(text.ink.inks)", page: page, place: text.place,
        severity: severity)
    }
    if text.size < limits.least.points - slack {
      log.add("small-text", size, page: page, place: text.place)
    }
  }
}
