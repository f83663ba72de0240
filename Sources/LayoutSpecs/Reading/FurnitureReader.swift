import Diagnostics
import Geometry

/// Reads the pieces of a master's `furniture`, each a map of one key.
struct FurnitureReader {
  let grid: PageGrid
  let styles: StyleSheet
  let palette: Palette

  static let keys = [
    "page-head", "running-head", "column-rules", "folio", "masthead", "credit-line", "foot-rule",
    "code",
  ]

  private var base: UnitBase { UnitBase(em: grid.em, line: grid.leading) }

  func read(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(Self.keys)
    if let head = fields["page-head"] { return pageHead(head) }
    if let rules = fields["column-rules"] {
      return rule(rules.fields(["weight", "ink"])).map(FurnitureSpec.columnRules)
    }
    if let head = fields["running-head"] { return runningHead(head) }
    if let folio = fields["folio"] { return self.folio(folio) }
    if let masthead = fields["masthead"] { return self.masthead(masthead) }
    if let credits = fields["credit-line"] { return creditLine(credits) }
    if let foot = fields["foot-rule"] { return footRule(foot) }
    if let code = fields["code"] {
      return area(code.fields(["columns", "lines"])).map { .code(CodeSpec(area: $0)) }
    }
    return nil
  }

  // MARK: Outside the type area

  private func pageHead(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style", "weight", "ink"])
    guard let distance = fields.required("distance")?.length(base), let rule = rule(fields) else {
      return nil
    }
    return .pageHead(PageHeadSpec(distance: distance, style: style(fields["style"]), rule: rule))
  }

  private func runningHead(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style", "odd", "even", "weight", "ink"])
    guard let distance = fields.required("distance")?.length(base), let rule = rule(fields) else {
      return nil
    }
    return .runningHead(
      RunningHeadSpec(
        distance: distance, style: style(fields["style"]),
        odd: fields["odd"]?.text() ?? "{section}", even: fields["even"]?.text() ?? "{paper}",
        rule: rule))
  }

  private func folio(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style", "pattern", "side", "inset", "rise"])
    guard let distance = fields.required("distance")?.length(base) else { return nil }
    let pattern = fields["pattern"]?.text() ?? "— {page} —"
    return .folio(
      FolioSpec(
        distance: distance, style: style(fields["style"]), pattern: pattern,
        side: fields["side"]?.choice(FolioSpec.Side.self) ?? .centred,
        inset: fields["inset"]?.ems(in: 0...20) ?? 0, rise: fields["rise"]?.ems(in: 0...1)))
  }

  private func creditLine(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "style"])
    guard let distance = fields.required("distance")?.length(base) else { return nil }
    return .creditLine(CreditLineSpec(distance: distance, style: style(fields["style"])))
  }

  private func footRule(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["distance", "weight", "ink"])
    guard let distance = fields.required("distance")?.length(base), let rule = rule(fields) else {
      return nil
    }
    return .footRule(FootRuleSpec(distance: distance, rule: rule))
  }

  // MARK: On the grid

  private func masthead(_ node: SpecNode) -> FurnitureSpec? {
    let fields = node.fields(["columns", "lines", "ear", "ear-box", "weight", "ink", "plate"])
    guard let area = area(fields), let rule = rule(fields) else { return nil }
    let ear = fields["ear"]?.span(last: grid.columns)
    if let ear, let node = fields["ear"] {
      let isInside =
        ear.lowerBound > area.columns.lowerBound && ear.upperBound <= area.columns.upperBound
      if !isInside { node.report(LayoutProblems.earOutside(node)) }
    }
    let box = fields["ear-box"].flatMap(BoxReader(palette: palette).read)
    return .masthead(
      MastheadSpec(
        area: area, ear: ear, earBox: box ?? BoxSpec(border: .double, ink: rule.ink), rule: rule,
        plate: fields["plate"].flatMap(inside)))
  }

  private func area(_ fields: SpecFields) -> GridArea? {
    guard let columns = fields.required("columns")?.span(last: grid.columns),
      let lines = fields.required("lines")?.span(last: grid.lines)
    else { return nil }
    return GridArea(columns: columns, lines: lines)
  }

  /// A path inside the layout's folder.
  private func inside(_ node: SpecNode) -> String? {
    guard let path = node.text() else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.hasPrefix("/"), !parts.contains(".."), !path.contains(":") else {
      node.report(LayoutProblems.outside(path, at: node))
      return nil
    }
    return path
  }

  // MARK: Parts

  private func rule(_ fields: SpecFields) -> RuleSpec? {
    // Thinner than 0.1 mm does not print (INK-6).
    let range = Length.millimetres(0.1)...Length.millimetres(20)
    guard let weight = fields.required("weight")?.length(base, in: range) else { return nil }
    return RuleSpec(
      weight: weight, ink: fields["ink"].map(BoxReader(palette: palette).ink) ?? "black")
  }

  private func style(_ node: SpecNode?) -> String {
    guard let node, let name = node.text() else { return "body" }
    if styles[name] == nil { node.report(LayoutProblems.unknownStyle(name, at: node)) }
    return name
  }
}
