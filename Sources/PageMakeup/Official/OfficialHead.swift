import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The head of an office paper: everything over the addressee, at the places that the standard
/// measures from the top of the type area (GW-6…GW-10, GW-17, GW-18, GW-20).
struct OfficialHead {
  let setter: TextSetter
  let parts: DocumentParts
  let facts: MakeupFacts
  let spec: DocumentSpec
  let trim: Size

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.typeArea.size.width }
  /// One 行: a character and seven eighths of its height.
  private var line: Length { grid.leading }
  private var body: CharacterStyle { setter.style("body").paragraph.character }

  /// The head as rows of the grid, with the blank row under the title.
  func item() throws(Rejection) -> FlowItem? {
    var canvas = HeadCanvas(setter: setter, width: width)
    canvas.tag(StructureTag(.artifact))
    let foot: Length
    switch spec.form {
    case .plain, .script: return nil
    case .letter: foot = try letter(on: &canvas)
    case .order: foot = try order(on: &canvas)
    case .brief: foot = try brief(on: &canvas)
    case .official, .minutes: foot = try official(on: &canvas)
    }
    let rows = try title(under: foot, on: &canvas)
    guard rows > 0 else { return nil }
    var drawn = [RowItems](repeating: [], count: rows)
    drawn[0] = canvas.items
    let first = parts.mark.first ?? parts.title.first
    let item = FlowItem(
      choices: [FlowChoice(rows: drawn, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: "head", range: first?.range)
    return item.tagged(.heading, level: 1)
  }

  // MARK: Forms

  private func official(on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    let labelled = try labels(from: .zero, on: &canvas)
    if parts.mark.isEmpty { return try numberAlone(under: labelled, on: &canvas) }
    let end = try mark(at: spec.mark, on: &canvas)
    var foot = parts.mark.count > 1 ? end : spec.mark + spec.slot
    guard !parts.number.isEmpty || facts[.signer] != nil else { return foot + line }
    var top = foot + line * 2
    if let signer = facts[.signer] {
      // 上行文: the number one character from the left, the signers one from the right, two on a line;
      // the number stands on the line of the last one (GW-8, clause 7.2.6).
      let signers = JointHead(setter: setter, width: width).signers(signer)
      top += line * (signers.count - 1)
      try canvas.line(number, style: body, top: top, align: .left, inset: 1)
      try JointHead(setter: setter, width: width).sign(
        signers, under: top - line * (signers.count - 1), pitch: line, on: &canvas)
    } else {
      try canvas.line(number, style: body, top: top, align: .centred)
    }
    foot = top + body.size + .millimetres(4)
    canvas.rule(top: foot, weight: .millimetres(0.5), ink: "accent")
    return foot + line
  }

  /// Without a mark over it, as on paper whose head is printed already, the number stands by itself.
  private func numberAlone(
    under labelled: Length, on canvas: inout HeadCanvas
  ) throws(Rejection) -> Length {
    let signer = facts[.signer].map { "签发人：\($0)" }
    let words = ([number, signer ?? ""].filter { !$0.isEmpty }).joined(separator: "\u{3000}")
    if words.isEmpty { return labelled }
    let top = labelled > .zero ? labelled + line - body.size : .zero
    try canvas.line(words, style: body, top: top, align: .centred)
    return top + line
  }

  private func letter(on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    let top = spec.mark - grid.origin.y
    let foot = try mark(at: top, on: &canvas) + .millimetres(4)
    let (thick, thin, gap, wide) = Self.letterRule
    // The rules are centred on the page, not on the type area.
    let left = (trim.width - wide) / 2 - grid.origin.x
    canvas.rule(top: foot, weight: thick, ink: "accent", from: left, wide: wide)
    canvas.rule(top: foot + thick + gap, weight: thin, ink: "accent", from: left, wide: wide)
    // The second double rule ends 20 mm over the foot of the first page, the thin line above.
    let end = trim.height - grid.origin.y - .millimetres(20)
    canvas.rule(top: end - thick - gap - thin, weight: thin, ink: "accent", from: left, wide: wide)
    canvas.rule(top: end - thick, weight: thick, ink: "accent", from: left, wide: wide)
    let under = foot + thick + gap + thin + body.size.scaled(by: 0.875)
    try canvas.line(number, style: body, top: under, align: .right)
    let labelled = try labels(from: under, on: &canvas)
    return max(labelled, under + body.size)
  }

  /// Weights of the thick and the thin rule, the gap between them, and their length.
  private static let letterRule = (
    Length.millimetres(0.9), Length.millimetres(0.35), Length.millimetres(0.6),
    Length.millimetres(170)
  )

  private func order(on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    let foot = try mark(at: spec.mark, on: &canvas)
    guard !parts.number.isEmpty else { return foot }
    let top = foot + line * 2
    try canvas.line(number, style: body, top: top, align: .centred)
    return top + body.size
  }

  private func brief(on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    _ = try labels(from: .zero, on: &canvas)
    var foot = try mark(at: spec.mark, on: &canvas)
    let style = setter.style("issue").paragraph.character
    let words = parts.number.isEmpty ? facts.issueWords ?? "" : number
    if !words.isEmpty {
      foot += line / 2
      try canvas.line(words, style: style, top: foot, align: .centred)
      foot += style.size
    }
    if let block = parts.issuerDate {
      let halves = block.parts
      let date = halves.count > 1 ? halves[halves.count - 1] : ""
      let issuer = halves.count > 1 ? halves.dropLast().joined(separator: " ") : block.text
      foot = try self.issuer(
        issuer, date: date, under: foot + line / 2, range: block.range, on: &canvas)
    } else if facts[.sponsor] != nil || facts[.date] != nil {
      foot = try issuer(
        facts[.sponsor] ?? "", date: facts[.date].map(ChineseDate.day) ?? "",
        under: foot + line / 2, range: nil, on: &canvas)
    }
    foot += .millimetres(2)
    canvas.rule(top: foot, weight: .millimetres(0.7), ink: "accent")
    return foot
  }

  /// Issuer at the left and date at the right of one line; of two, where they do not fit on one.
  private func issuer(
    _ issuer: String, date: String, under top: Length, range: SourceRange?,
    on canvas: inout HeadCanvas
  ) throws(Rejection) -> Length {
    let style = setter.style("issuer-date").paragraph.character
    let needed =
      try setter.line(issuer, style: style).width + setter.line(date, style: style).width
    let fits = needed + style.size * 3 <= width
    let second = fits ? top : top + style.size.scaled(by: 1.4)
    try canvas.line(issuer, style: style, top: top, align: .left, inset: 1, range: range)
    try canvas.line(date, style: style, top: second, align: .right, inset: 1)
    return second + style.size
  }

  // MARK: Parts

  private var number: String { parts.number.map(\.text).joined(separator: "\u{3000}") }

  /// The mark at the largest size that keeps it on its lines; returns its foot.
  private func mark(at top: Length, on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    guard let first = parts.mark.first else {
      guard spec.form == .brief, let paper = facts.paper else { return top }
      let style = setter.style("masthead")
      return try canvas.block(
        [paper], style: style, top: top,
        pitch: style.paragraph.character.size.scaled(by: style.lineSpacing))
    }
    if spec.form == .official, parts.mark.count > 1 {
      return try JointHead(setter: setter, width: width).mark(parts.mark, top: top, on: &canvas)
    }
    let style = setter.style("masthead")
    return try canvas.block(
      parts.mark.map(\.text), style: style, top: top,
      pitch: style.paragraph.character.size.scaled(by: style.lineSpacing), range: first.range)
  }

  /// Copy number, secrecy and urgency, one a line; returns the foot of the last one (GW-6).
  private func labels(from top: Length, on canvas: inout HeadCanvas) throws(Rejection) -> Length {
    var row = 0
    let hei = setter.style("label").paragraph.character
    for (key, style) in [(FactKey.copyNumber, body), (.secrecy, hei), (.urgency, hei)] {
      guard let text = facts[key] else { continue }
      // Secrecy has the second line, whether or not a copy number stands over it.
      if key == .secrecy, spec.form == .official { row = 1 }
      try canvas.line(text, style: style, top: top + line * row, align: .left)
      row += 1
    }
    return row == 0 ? top : top + line * (row - 1) + body.size
  }

  /// The title on the first grid line that leaves the blank line; returns the rows of the head.
  private func title(
    under foot: Length, on canvas: inout HeadCanvas
  ) throws(Rejection) -> Int {
    // 空二行: two lines under a rule or the last element.
    let blank = spec.form == .official || spec.form == .minutes ? line : line * 2
    let least = foot + (spec.form == .brief ? line : blank)
    // A hundredth of a line is rounding.
    var row = (least.units - line.units / 100 + line.units - 1) / line.units
    if parts.title.isEmpty { return foot > .zero ? row : 0 }
    row = max(0, row)
    canvas.tag(StructureTag(.heading, level: 1))
    for block in parts.title {
      let style = setter.style(block.role.rawValue)
      let text = block.role == .headline ? block.parts.joined(separator: "\u{3000}") : block.text
      let lines = try setter.fitted([text], style: style, width: width, range: block.range).lines
      _ = try canvas.block(
        [text], style: style, top: line * row, pitch: line, range: block.range)
      row += max(1, lines.count)
    }
    return row + 1
  }
}
