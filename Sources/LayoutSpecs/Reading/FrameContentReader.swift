import Geometry

/// Reads what a frame of a board takes: `takes: [headline, kicker]`, `fit`, `stand`, `tables`, `box`.
struct FrameContentReader {
  let styles: StyleSheet
  let palette: Palette

  static let keys = ["takes", "fit", "stand", "tables", "pictures", "box", "ground"]

  func read(_ fields: SpecFields) -> FrameContent? {
    guard let takes = fields["takes"] else { return nil }
    var content = FrameContent(parts: (takes.isList ? takes.items() : [takes]).compactMap(part))
    if let fit = fields["fit"] {
      let shares = fit.items().compactMap { $0.number(in: 0.25...4) }
      if shares.count == 2, shares[0] <= shares[1] {
        content.fit = shares[0]...shares[1]
      } else {
        fit.report(SpecProblems.wrongType(fit, wanted: ("[least, most]", "[最小, 最大]")))
      }
    }
    if let stand = fields["stand"]?.choice(FrameContent.Stand.self) { content.stand = stand }
    if let tables = fields["tables"]?.choice(FrameContent.Tables.self) { content.tables = tables }
    if let pictures = fields["pictures"]?.choice(FrameContent.Pictures.self) {
      content.pictures = pictures
    }
    content.box = fields["box"].flatMap(BoxReader(palette: palette).read)
    content.ground = fields["ground"].map(BoxReader(palette: palette).ink)
    return content
  }

  /// `code`, `text`, a numbered part, or a role, which has a style of its name.
  private func part(_ node: SpecNode) -> String? {
    guard let name = node.text() else { return nil }
    let pieces = name.split(separator: "-")
    let isNumbered =
      pieces.count == 2 && ["picture", "table", "section"].contains(pieces[0])
      && (Int(pieces[1]) ?? 0) > 0
    if !isNumbered, name != "code", name != "text", styles[name] == nil {
      node.report(LayoutProblems.unknownPart(name, at: node))
    }
    return name
  }
}
