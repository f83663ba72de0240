import Diagnostics
import Geometry

/// Reads `masters`: the frames and the furniture of the first and of all further pages.
struct MasterReader {
  let grid: PageGrid
  let styles: StyleSheet
  let palette: Palette

  private var base: UnitBase { UnitBase(em: grid.em, line: grid.leading) }

  func read(_ node: SpecNode) -> (first: MasterPage, next: MasterPage)? {
    let fields = node.fields(["first", "next"])
    guard let first = fields["first"] else {
      node.report(LayoutProblems.missingMaster("first", in: node))
      return nil
    }
    guard let front = master(first, name: "first") else { return nil }
    guard let next = fields["next"] else { return (front, front) }
    guard let further = master(next, name: "next") else { return nil }
    return (front, further)
  }

  private func master(_ node: SpecNode, name: String) -> MasterPage? {
    let fields = node.fields(["frames", "furniture"])
    guard let framesNode = fields.required("frames") else { return nil }
    var frames: [(spec: FrameSpec, place: SourceRange)] = []
    for entry in framesNode.entries() {
      let keys = entry.value.fields(["columns", "lines"])
      guard let columns = keys.required("columns")?.span(last: grid.columns),
        let lines = keys.required("lines")?.span(last: grid.lines)
      else { continue }
      let frame = FrameSpec(name: entry.key, columns: columns, lines: lines)
      for other in frames
      where other.spec.columns.overlaps(columns) && other.spec.lines.overlaps(lines) {
        entry.value.report(
          LayoutProblems.overlap(
            entry.key, other.spec.name, at: entry.keyPlace, first: other.place))
      }
      frames.append((frame, entry.keyPlace))
    }
    if frames.isEmpty {
      framesNode.report(LayoutProblems.noFrame(framesNode))
      return nil
    }
    let furniture = fields["furniture"].map { $0.items().compactMap(piece) } ?? []
    return MasterPage(name: name, frames: frames.map(\.spec), furniture: furniture)
  }

  private func piece(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["page-head", "column-rules", "folio"])
    if let head = fields["page-head"] { return pageHead(head) }
    if let rules = fields["column-rules"] {
      return rule(rules.fields(["weight", "ink"])).map(FurnitureSpec.columnRules)
    }
    if let folio = fields["folio"] { return self.folio(folio) }
    return nil
  }

  private func pageHead(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style", "weight", "ink"])
    guard let distance = fields.required("distance")?.length(base), let rule = rule(fields) else {
      return nil
    }
    return .pageHead(PageHeadSpec(distance: distance, style: style(fields["style"]), rule: rule))
  }

  private func folio(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style", "pattern"])
    guard let distance = fields.required("distance")?.length(base) else { return nil }
    let pattern = fields["pattern"]?.text() ?? "— {page} —"
    return .folio(FolioSpec(distance: distance, style: style(fields["style"]), pattern: pattern))
  }

  private func rule(_ fields: SpecFields) -> RuleSpec? {
    // Thinner than 0.1 mm does not print (INK-6).
    let range = Length.millimetres(0.1)...Length.millimetres(20)
    guard let weight = fields.required("weight")?.length(base, in: range) else { return nil }
    var ink = "black"
    if let node = fields["ink"], let name = node.text() {
      if palette[name] == nil {
        node.report(LayoutProblems.unknownInk(name, at: node, known: palette.names))
      }
      ink = name
    }
    return RuleSpec(weight: weight, ink: ink)
  }

  private func style(_ node: SpecNode?) -> String {
    guard let node, let name = node.text() else { return "body" }
    if styles[name] == nil { node.report(LayoutProblems.unknownStyle(name, at: node)) }
    return name
  }
}
