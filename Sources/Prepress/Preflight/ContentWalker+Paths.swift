import Geometry
import LayoutSpecs

extension ContentPass {
  mutating func endPath() {
    bounds = PathBounds()
    rectangles = []
  }
}

extension ContentWalker {
  mutating func addRectangle(_ operation: ContentOperation, in pass: inout ContentPass) {
    pass.bounds.add(operation, through: pass.state.matrix)
    let n = operation.numbers
    guard n.count >= 4, pass.rectangles.count < 10_000 else { return }
    let scale = pass.state.matrix.lengths
    var own = PathBounds()
    own.add(operation, through: pass.state.matrix)
    pass.rectangles.append((abs(n[2]) * scale.x, abs(n[3]) * scale.y, own))
  }

  mutating func paintPath(_ name: String, in pass: inout ContentPass) {
    let place = trim.place(pass.bounds)
    if !["f", "F", "f*"].contains(name) {
      use(pass.state.strokeSpace, "stroke", place, ink: pass.state.strokeInk)
      checkStroke(pass.state, place)
      checkOverprint(pass.state.strokeSpace, pass.state.overprintsStroke, in: pass.state)
    }
    if !["S", "s"].contains(name) {
      use(pass.state.fillSpace, "fill", place, ink: pass.state.fillInk)
      checkFill(pass, place)
      checkOverprint(pass.state.fillSpace, pass.state.overprintsFill, in: pass.state)
    }
    mark(in: pass)
    pass.endPath()
  }

  /// `line-zero-width`, `hairline`, `thin-line-…`, `black-line-knockout`, `white-overprint`.
  mutating func checkStroke(_ state: ContentState, _ place: PreflightPlace?) {
    let ink = state.strokeInk
    let width = state.width * state.matrix.leastScale
    checkLine(width, ink, place, isZero: state.width == 0)
    let limit = profile.lines.overprintUnder.points
    let doesOverprint =
      state.overprintsStroke
      && (state.strokeSpace.family != .cmyk || state.overprintMode == 1)
      && state.strokeSpace.family != .grey && state.strokeSpace.family != .profile
    if ink.isSolidBlack, width < limit, !doesOverprint {
      log.add("black-line-knockout", Self.points(width), page: page, place: place)
    }
    if ink.kind == .white, state.overprintsStroke {
      log.add("white-overprint", "stroke", page: page, place: place)
    }
  }

  private mutating func checkFill(_ pass: ContentPass, _ place: PreflightPlace?) {
    let ink = pass.state.fillInk
    if ink.kind == .white, pass.state.overprintsFill {
      log.add("white-overprint", "fill", page: page, place: place)
    }
    if ink.kind == .all { log.add("registration-colour", "fill", page: page, place: place) }
    if pass.rectangles.isEmpty {
      let (thin, long) = (pass.bounds.thickness, pass.bounds.length)
      if !pass.bounds.isCurved, thin > 0, thin < 1, long > 8 * thin {
        checkLine(thin, ink, place, isZero: false)
      }
    }
    for rectangle in pass.rectangles {
      checkCoverage(of: rectangle.bounds, ink)
      let thin = min(rectangle.width, rectangle.height)
      if thin > 0, thin < 3, max(rectangle.width, rectangle.height) > 8 * thin {
        checkLine(thin, ink, trim.place(rectangle.bounds), isZero: false)
      }
    }
  }

  /// `tac-over-limit` of an even area of 15 mm² or more.
  private mutating func checkCoverage(of bounds: PathBounds, _ ink: InkReading) {
    guard ink.total * 100 > profile.ink.limit + 1, let place = trim.place(bounds),
      place.width * place.height >= 15
    else { return }
    log.add("tac-over-limit", "\(Int((ink.total * 100).rounded())) %", page: page, place: place)
  }

  private mutating func checkLine(
    _ width: Double, _ ink: InkReading, _ place: PreflightPlace?, isZero: Bool
  ) {
    facts.thinnestLine = min(facts.thinnestLine ?? width, width)
    let limits = profile.lines
    let slack = 1e-3
    if isZero {
      log.add("line-zero-width", page: page, place: place)
    } else if width < limits.least.points - slack {
      log.add("hairline", Self.points(width), page: page, place: place)
    } else if width < limits.manyInks.points - slack, ink.inks > 1, ink.kind != .spot,
      ink.kind != .all
    {
      log.add(
        "thin-line-many-inks", "\(Self.points(width)), \(ink.inks)", page: page, place: place)
    } else if width < limits.reversed.points - slack, ink.kind == .white {
      log.add("thin-line-reversed", Self.points(width), page: page, place: place)
    }
  }

  /// A length for a message, `0.18 pt`.
  static func points(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    return "\(InkSyntax.number((value * 100).rounded() / 100)) pt"
  }
}
