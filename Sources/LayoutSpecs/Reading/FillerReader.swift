/// Reads a box that may fill a hole, in a layout or in the plan of a page.
enum FillerReader {
  static func read(_ node: SpecNode) -> FillerSpec? {
    let fields = node.fields(["title", "lines", "rows", "label"])
    guard let title = fields.required("title")?.text(),
      let rows = fields.required("rows")?.span(last: 2000)
    else { return nil }
    return FillerSpec(
      title: title, lines: fields["lines"]?.items().compactMap { $0.text() } ?? [], rows: rows,
      label: fields["label"]?.text() ?? "公益广告")
  }
}
