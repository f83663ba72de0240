/// The parts of a printed figure around its plot: a title that says what is found, a subtitle with
/// measure and unit, a note, and where the numbers come from.
struct Anatomy {
  let text: ChartTypesetter
  let context: ChartContext

  /// Sets the title flush with the figure's left edge and in lines of its width.
  func head(_ view: inout SceneView, _ bounds: inout Box) {
    guard var title = view.title else { return }
    let width = max(bounds.right, view.width) - min(0, bounds.left)
    let left = min(0, bounds.left)
    func broken(_ own: SceneText) -> [String] {
      own.lines.flatMap { text.wrapped($0, size: own.size, isBold: own.isBold, width: width) }
    }
    title.text.lines = broken(title.text)
    title.text.lineHeight = title.text.size * 1.25
    var height = text.height(title.text)
    if var subtitle = title.subtitle {
      subtitle.lines = broken(subtitle)
      subtitle.lineHeight = subtitle.size * 1.3
      height += 3 + text.height(subtitle)
      title.subtitle = subtitle
    }
    let gap = context.config["title"]?["offset"]?.number ?? 7
    let top = min(0, bounds.top) - gap - height
    title.text.x = left
    title.text.y = top
    title.text.align = "left"
    bounds = bounds.union(text.box(title.text))
    if title.subtitle != nil {
      title.subtitle?.x = left
      title.subtitle?.align = "left"
      title.subtitle?.y = top + text.height(title.text) + 3
      if let subtitle = title.subtitle { bounds = bounds.union(text.box(subtitle)) }
    }
    view.title = title
  }

  /// Sets note and source under the figure.
  func foot(_ view: inout SceneView, _ bounds: inout Box, _ spec: SpecValue) {
    let meta = spec["usermeta"]?["banxin"]
    var words: [String] = []
    if let note = meta?["note"]?.text { words.append("注：" + note) }
    if let source = meta?["source"]?.text { words.append("资料来源：" + source) }
    guard !words.isEmpty else { return }
    let left = min(0, bounds.left)
    let width = max(bounds.right, view.width) - left
    var foot = SceneText(lines: [], x: left, y: bounds.bottom + 6)
    foot.size = 6.5
    foot.baseline = "top"
    foot.lineHeight = 8.5
    foot.lines = words.flatMap { text.wrapped($0, size: foot.size, isBold: false, width: width) }
    view.notes.append(foot)
    bounds = bounds.union(text.box(foot))
  }
}
