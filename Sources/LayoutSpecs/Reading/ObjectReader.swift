/// Reads `objects`: what stands between the text and how far its size may move.
struct ObjectReader {
  let grid: PageGrid

  func read(_ node: SpecNode) -> ObjectSpecs {
    let fields = node.fields(["picture", "panel", "strip", "section-head", "skeletons", "fillers"])
    var objects = ObjectSpecs()
    objects.picture = fields["picture"].flatMap(picture)
    objects.panel = fields["panel"].flatMap(panel)
    objects.strip = fields["strip"].flatMap(strip)
    if let head = fields["section-head"].flatMap(sectionHead) { objects.sectionHead = head }
    objects.skeletons = fields["skeletons"]?.items().compactMap(skeleton) ?? []
    objects.fillers = fields["fillers"]?.items().compactMap(filler) ?? []
    return objects
  }

  private func filler(_ node: SpecNode) -> FillerSpec? {
    let fields = node.fields(["title", "lines", "rows", "label"])
    guard let title = fields.required("title")?.text(),
      let rows = fields.required("rows")?.span(last: grid.lines)
    else { return nil }
    return FillerSpec(
      title: title, lines: fields["lines"]?.items().compactMap { $0.text() } ?? [], rows: rows,
      label: fields["label"]?.text() ?? "公益广告")
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
    let fields = node.fields(["rows", "ideal", "across", "title", "least"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    return PanelSpec(
      rows: rows, ideal: ideal, across: fields["across"]?.integer(in: 1...12) ?? 3,
      title: fields["title"]?.text() ?? "数说", least: fields["least"]?.integer(in: 1...100) ?? 4)
  }

  private func strip(_ node: SpecNode) -> StripSpec? {
    let fields = node.fields(["rows", "ideal", "label"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    return StripSpec(rows: rows, ideal: ideal, label: fields["label"]?.text() ?? "公益广告")
  }

  private func sectionHead(_ node: SpecNode) -> SectionHeadSpec? {
    let fields = node.fields(["rows", "ideal"])
    guard let (rows, ideal) = rows(fields) else { return nil }
    return SectionHeadSpec(rows: rows, ideal: ideal)
  }

  private func rows(_ fields: SpecFields) -> (ClosedRange<Int>, Int)? {
    guard let rows = fields.required("rows")?.span(last: grid.lines) else { return nil }
    let ideal = fields["ideal"]?.integer(in: 1...grid.lines) ?? rows.lowerBound
    if !rows.contains(ideal) { fields.node.report(LayoutProblems.idealOutside(fields.node)) }
    return (rows, ideal)
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
