import DisplayList
import Geometry

/// Reads style sheets and palettes: `layouts/_shared/styles-*.yaml`, `palette-*.yaml`, and the same
/// keys inside a layout, which lay over the shared ones.
enum StyleReader {
  static let styleKeys = [
    "font", "size", "steps", "ink", "tracking", "half-width-digits", "align", "indent",
    "indent-left", "indent-right", "run-in", "rows", "before", "after", "line-spacing", "heading",
    "hyphenate", "like",
  ]

  /// Adds the styles of a map to a sheet.
  static func read(_ node: SpecNode, into sheet: inout StyleSheet, palette: Palette) {
    for entry in node.entries() {
      let fields = entry.value.fields(styleKeys)
      let base: NamedStyle?
      if let like = fields["like"]?.text() {
        base = sheet[like]
        if base == nil { entry.value.report(LayoutProblems.unknownStyle(like, at: entry.value)) }
      } else {
        base = sheet[entry.key]
      }
      sheet[entry.key] = style(fields, over: base ?? sheet.resolved("body"), palette: palette)
    }
  }

  /// Adds the inks of a map to a palette: `[C, M, Y, K]` in percent, or an ink with a plate of its own.
  static func readInks(_ node: SpecNode, into palette: inout Palette) {
    for entry in node.entries() {
      let ink = entry.value.isMap ? spotInk(entry.value) : processInk(entry.value, tint: 1)
      if let ink { palette[entry.key] = ink }
    }
  }

  /// `{ spot: 大红, as: [0, 100, 90, 10], tint: 100 }`: the name of the plate, what a press without it
  /// prints in full, and how much of it.
  private static func spotInk(_ node: SpecNode) -> Ink? {
    let fields = node.fields(["spot", "as", "tint"])
    let tint = (fields["tint"]?.number(in: 1...100) ?? 100) / 100
    guard let name = fields.required("spot")?.text(), let shares = fields.required("as"),
      let alternate = processInk(shares, tint: tint)
    else { return nil }
    guard !plateNames.contains(name.lowercased()) else {
      node.report(LayoutProblems.processPlate(name, at: node))
      return nil
    }
    return .spot(name, tint: tint, alternate: alternate)
  }

  /// Names that mean a process plate, or every plate or none.
  private static let plateNames = ["", "all", "none", "cyan", "magenta", "yellow", "black"]

  private static func processInk(_ node: SpecNode, tint: Double) -> Ink? {
    let shares = node.items().compactMap { $0.number(in: 0...100) }.map { $0 / 100 * tint }
    guard shares.count == 4 else {
      node.report(LayoutProblems.badInk(node))
      return nil
    }
    return Ink(cyan: shares[0], magenta: shares[1], yellow: shares[2], black: shares[3])
  }

  private static func style(
    _ fields: SpecFields, over base: NamedStyle, palette: Palette
  ) -> NamedStyle {
    var style = base
    readCharacter(fields, into: &style.paragraph.character, palette: palette)
    if let runIn = fields["run-in"]?.text() {
      var lead = style.paragraph.character
      lead.role = FontRole(rawValue: runIn)
      style.paragraph.runIn = lead
    } else if base.paragraph.runIn != nil, let role = base.paragraph.runIn?.role {
      var lead = style.paragraph.character
      lead.role = role
      style.paragraph.runIn = lead
    }
    if let align = fields["align"]?.choice(Alignment.self) { style.paragraph.alignment = align }
    if let ems = fields["indent"]?.ems(in: 0...20) { style.paragraph.firstLineIndent = ems }
    if let ems = fields["indent-left"]?.ems(in: 0...40) { style.paragraph.leftIndent = ems }
    if let ems = fields["indent-right"]?.ems(in: 0...40) { style.paragraph.rightIndent = ems }
    if let rows = fields["rows"]?.integer(in: 1...40) { style.paragraph.gridLines = rows }
    if let rows = fields["before"]?.integer(in: 0...40) { style.paragraph.linesBefore = rows }
    if let rows = fields["after"]?.integer(in: 0...40) { style.paragraph.linesAfter = rows }
    if let heading = fields["heading"]?.flag() { style.paragraph.isHeading = heading }
    if let flag = fields["hyphenate"]?.flag() { style.paragraph.hyphenates = flag }
    if let spacing = fields["line-spacing"]?.number(in: 1...4) { style.lineSpacing = spacing }
    if let steps = fields["steps"] { style.sizeSteps = steps.items().compactMap { $0.typeSize() } }
    return style
  }

  private static func readCharacter(
    _ fields: SpecFields, into style: inout CharacterStyle, palette: Palette
  ) {
    if let font = fields["font"]?.text() { style.role = FontRole(rawValue: font) }
    if let size = fields["size"]?.typeSize() { style.size = size }
    if let tracking = fields["tracking"]?.number(in: 0...3) { style.tracking = tracking }
    if let half = fields["half-width-digits"]?.flag() { style.halfWidthDigits = half }
    guard let node = fields["ink"], let name = node.text() else { return }
    if let ink = palette[name] {
      style.ink = ink
    } else {
      node.report(LayoutProblems.unknownInk(name, at: node, known: palette.names))
    }
  }
}
