/// Reads `objects`: what stands between the text and how far its size may move.
struct ObjectReader {
  let grid: PageGrid
  let palette: Palette

  func read(_ node: SpecNode) -> ObjectSpecs {
    let fields = node.fields([
      "picture", "panel", "strip", "section-head", "skeletons", "fillers", "column-sets",
      "prices",
    ])
    var objects = ObjectSpecs()
    objects.picture = fields["picture"].flatMap(picture)
    objects.panel = fields["panel"].flatMap(panel)
    objects.strip = fields["strip"].flatMap(strip)
    if let head = fields["section-head"].flatMap(sectionHead) { objects.sectionHead = head }
    objects.skeletons = fields["skeletons"]?.items().compactMap(skeleton) ?? []
    objects.fillers =
      fields["fillers"]?.items().compactMap(FillerReader.read).map { filler in
        var filler = filler
        filler.rows = clipped(filler.rows)
        return filler
      } ?? []
    objects.columnSets = fields["column-sets"].flatMap(columnSets)
    if let prices = fields["prices"] { objects.prices = self.prices(prices) }
    return objects
  }

  private func columnSets(_ node: SpecNode) -> ColumnSetSpec? {
    let fields = node.fields(["measure"])
    return fields.required("measure")?.span(last: 60).map(ColumnSetSpec.init)
  }

  private func prices(_ node: SpecNode) -> FitPrices {
    let fields = node.fields(FitPrices.keys.map(\.key))
    var prices = FitPrices()
    for (key, price) in FitPrices.keys {
      if let value = fields[key]?.number(in: 0...1000) { prices[keyPath: price] = value }
    }
    return prices
  }

  private func skeleton(_ node: SpecNode) -> SkeletonSpec? {
    let fields = node.fields(["name", "pictures", "panel"])
    guard let name = fields.required("name")?.text() else { return nil }
    return SkeletonSpec(
      name: name, pictures: fields["pictures"]?.items().compactMap(slot) ?? [],
      panel: fields["panel"].flatMap(slot))
  }

  private func picture(_ node: SpecNode) -> PictureSpec? {
    let fields = node.fields(["crop", "caption-rows"])
    return PictureSpec(
      crop: fields["crop"]?.number(in: 0...0.5) ?? 0.18,
      captionRows: fields["caption-rows"]?.integer(in: 0...10) ?? 2)
  }

  private func panel(_ node: SpecNode) -> PanelSpec? {
    let fields = node.fields(["rows", "ideal", "across", "title", "least", "note"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    return PanelSpec(
      rows: rows, ideal: ideal, across: fields["across"]?.integer(in: 1...12) ?? 3,
      title: fields["title"]?.text() ?? "数说", least: fields["least"]?.integer(in: 1...100) ?? 4,
      note: fields["note"]?.text() ?? "")
  }

  private func strip(_ node: SpecNode) -> StripSpec? {
    let fields = node.fields(["rows", "ideal", "label", "box"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    var strip = StripSpec(rows: rows, ideal: ideal, label: fields["label"]?.text() ?? "公益广告")
    if let box = fields["box"].flatMap(BoxReader(palette: palette).read) { strip.box = box }
    return strip
  }

  private func sectionHead(_ node: SpecNode) -> SectionHeadSpec? {
    let fields = node.fields(["rows", "ideal"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    return SectionHeadSpec(rows: rows, ideal: ideal)
  }

  private func rows(_ fields: SpecFields) -> (ClosedRange<Int>, Int)? {
    guard let asked = fields.required("rows")?.span(last: 2000) else { return nil }
    let rows = clipped(asked)
    let ideal = min(fields["ideal"]?.integer(in: 1...2000) ?? rows.lowerBound, rows.upperBound)
    if !rows.contains(ideal) { fields.node.report(LayoutProblems.idealOutside(fields.node)) }
    return (rows, ideal)
  }

  /// Heights that a short page has no room for are left out.
  private func clipped(_ rows: ClosedRange<Int>) -> ClosedRange<Int> {
    min(rows.lowerBound, grid.lines)...min(rows.upperBound, grid.lines)
  }

  private func slot(_ node: SpecNode) -> ObjectSlot? {
    guard let text = node.text() else { return nil }
    let words = text.split(separator: " ")
    let ends = words.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard words.count == 2, let place = ObjectPlace(rawValue: String(words[1])),
      let first = ends.first, let last = ends.last, ends.count <= 2, first <= last, first >= 1,
      last <= grid.columns
    else {
      node.report(LayoutProblems.badSlot(node))
      return nil
    }
    return ObjectSlot(columns: first...last, place: place)
  }
}
