import Geometry

/// Reads `document`: form, foot and tables of a paged layout.
struct DocumentReader {
  let grid: PageGrid
  let palette: Palette

  func read(_ node: SpecNode) -> DocumentSpec {
    let fields = node.fields([
      "form", "mark", "slot", "foot", "tables", "notes", "screens", "cover",
    ])
    let base = UnitBase(em: grid.em, line: grid.leading)
    var spec = DocumentSpec()
    if let form = fields["form"]?.choice(DocumentSpec.Form.self) { spec.form = form }
    spec.mark = fields["mark"]?.length(base) ?? Self.mark(of: spec.form)
    if let slot = fields["slot"]?.length(base) { spec.slot = slot }
    if let foot = fields["foot"]?.choice(DocumentSpec.Foot.self) { spec.foot = foot }
    if let screens = fields["screens"]?.flag() { spec.isScreens = screens }
    if let cover = fields["cover"] { spec.cover = BoxReader(palette: palette).ink(cover) }
    if let notes = fields["notes"] { spec.notes = self.notes(notes) }
    if let tables = fields["tables"] { spec.tables = self.tables(tables) }
    return spec
  }

  /// Where the standard has the mark (GW-7, GW-17, GW-18).
  private static func mark(of form: DocumentSpec.Form) -> Length {
    switch form {
    case .plain, .script: .zero
    case .official, .minutes: .millimetres(35)
    case .letter: .millimetres(30)
    case .order, .brief: .millimetres(20)
    }
  }

  private func notes(_ node: SpecNode) -> NoteSpec {
    let fields = node.fields(["place", "number"])
    var spec = NoteSpec()
    if let place = fields["place"]?.choice(NoteSpec.Place.self) { spec.place = place }
    if let number = fields["number"]?.choice(NoteSpec.Numbering.self) { spec.numbering = number }
    return spec
  }

  private func tables(_ node: SpecNode) -> TableSpec {
    let fields = node.fields(["rules", "zebra", "continued", "carry", "turn", "density", "air"])
    var spec = TableSpec()
    if let rules = fields["rules"]?.choice(TableSpec.Rules.self) { spec.rules = rules }
    if let zebra = fields["zebra"] { spec.zebra = BoxReader(palette: palette).ink(zebra) }
    if let continued = fields["continued"]?.text() { spec.continued = continued }
    if let carries = fields["carry"]?.flag() { spec.carries = carries }
    if let turns = fields["turn"]?.flag() { spec.turns = turns }
    spec.air = fields["air"]?.ems(in: 0...2)
    if let density = fields["density"]?.choice(TableSpec.Density.self) { spec.density = density }
    return spec
  }
}
