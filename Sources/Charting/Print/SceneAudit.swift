/// Looks over the words of a scene as a proof-reader does: none over another, none cut off, none too
/// small or too faint to read.
struct SceneAudit {
  let text: ChartTypesetter

  /// A fault of one text.
  struct Fault: Hashable {
    enum Kind: Hashable { case overlaps(String), leaves, isSmall, isFaint }
    var words: String
    var kind: Kind
  }

  /// The least size that is printed.
  static let leastSize = 6.5

  /// All faults.
  func faults(in scene: Scene) -> [Fault] {
    let placed = texts(scene.root, scene.originX, scene.originY)
    let sheet = Box(left: -0.5, top: -0.5, right: scene.width + 0.5, bottom: scene.height + 0.5)
    var faults: [Fault] = []
    let boxes = placed.map { text.box($0).grown(by: -0.6) }
    let frames = placed.map { text.frame($0, grownBy: -0.6) }
    for (number, own) in placed.enumerated() {
      let words = own.lines.joined(separator: " ")
      if own.size < Self.leastSize { faults.append(Fault(words: words, kind: .isSmall)) }
      if !sheet.contains(boxes[number]) { faults.append(Fault(words: words, kind: .leaves)) }
      for other in (number + 1)..<max(number + 1, placed.count)
      where boxes[number].overlaps(boxes[other]) && frames[number].meets(frames[other]) {
        let theirs = placed[other].lines.joined(separator: " ")
        faults.append(Fault(words: words, kind: .overlaps(theirs)))
      }
    }
    let grounds = TextGrounds(text: text)
    faults += grounds.faint(in: scene).map { Fault(words: $0, kind: .isFaint) }
    return faults
  }

  /// The size of the smallest visible text; nil where there is none.
  func smallest(in scene: Scene) -> Double? { texts(scene.root, 0, 0).map(\.size).min() }

  /// All visible texts at their places in the picture.
  func texts(_ view: SceneView, _ x: Double, _ y: Double) -> [SceneText] {
    var texts: [SceneText] = []
    func add(_ own: SceneText?, _ dx: Double = 0, _ dy: Double = 0) {
      guard var own, !own.isHidden, own.lines.contains(where: { !$0.isEmpty }) else { return }
      own.x += x + dx
      own.y += y + dy
      texts.append(own)
    }
    for axis in view.axes where axis.isMain {
      axis.labels.forEach { add($0) }
      add(axis.title)
    }
    for header in view.headers {
      add(header.text, header.x, header.y)
      for axis in header.axes {
        axis.labels.forEach { add($0, header.x, header.y) }
        add(axis.title, header.x, header.y)
      }
    }
    for legend in view.legends {
      add(legend.title, legend.x, legend.y)
      legend.entries.forEach { add($0.label, legend.x, legend.y) }
      legend.labels.forEach { add($0, legend.x, legend.y) }
    }
    for mark in view.marks where mark.kind == .text { mark.items.forEach { add($0.text) } }
    add(view.title?.text)
    add(view.title?.subtitle)
    view.notes.forEach { add($0) }
    for inner in view.views { texts += self.texts(inner, x + inner.x, y + inner.y) }
    return texts
  }
}
