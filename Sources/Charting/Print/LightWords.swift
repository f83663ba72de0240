/// Words in a light colour are made to stand on a dark mark: those that do not fit it whole move
/// beside it, in black.
struct LightWords {
  let text: ChartTypesetter

  func settle(_ view: inout SceneView) {
    let grounds = view.marks.filter { $0.kind == .rect || $0.kind == .arc || $0.kind == .symbol }
    guard !grounds.isEmpty else { return }
    for place in view.marks.indices where view.marks[place].kind == .text {
      for number in view.marks[place].items.indices {
        var item = view.marks[place].items[number]
        guard let fill = item.fill, RGB.contrast(fill, .white) < 2, let own = item.text else {
          continue
        }
        let box = text.box(own)
        if let ground = bar(under: box, grounds) {
          guard !ground.contains(box.grown(by: -1)) else { continue }
          let x = ground.right + 3
          item.x = x
          item.text?.x = x
          item.text?.align = "left"
        } else if grounds.contains(where: { $0.kind != .rect }) {
          continue
        }
        item.fill = .black
        item.text?.colour = .black
        view.marks[place].items[number] = item
      }
    }
  }

  /// The topmost dark bar that the middle line of a text crosses.
  private func bar(under words: Box, _ grounds: [SceneMark]) -> Box? {
    let middle = (words.top + words.bottom) / 2
    for mark in grounds.reversed() where mark.kind == .rect {
      for item in mark.items.reversed() {
        let box = Box(
          left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height)
        guard box.top <= middle, box.bottom >= middle, box.left <= words.left + 1,
          box.right > words.left,
          let fill = item.fill, RGB.contrast(fill, .white) >= 2.5
        else { continue }
        return box
      }
    }
    return nil
  }
}
