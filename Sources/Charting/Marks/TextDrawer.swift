import Geometry

/// Words and numbers at points.
struct TextDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .middle)
    let radius = frame.point(.radius, .nothing)
    let theta = frame.point(.theta, .nothing)
    let size = frame.number(.size, or: "fontSize")
    let angle = frame.number(.angle, or: "angle")
    let (dx, dy) = (frame.number("dx"), frame.number("dy"))
    let (align, baseline) = (frame.property("align"), frame.property("baseline"))
    let (weight, limit) = (frame.property("fontWeight"), frame.number("limit"))
    let words = TextWords(frame)
    let paints = frame.paints()
    let breaks = frame.mark.property("lineBreak")?.text
    let items = items(of: frame) { row in
      guard var px = x(row), var py = y(row) else { return nil }
      if let reach = radius(row) {
        let turn = (theta(row) ?? 0) - Elementary.pi / 2
        px += reach * Elementary.cos(turn)
        py += reach * Elementary.sin(turn)
      }
      var item = SceneItem()
      (item.x, item.y) = (px + (dx(row) ?? 0), py + (dy(row) ?? 0))
      frame.paint(&item, paints, row)
      var text = SceneText(lines: words.lines(row, breaks), x: item.x, y: item.y)
      text.align = align(row)?.text ?? "center"
      if frame.context.isPrint, align(row) == nil, radius(row) != nil, let turn = theta(row) {
        // Labels round a ring start or end at it; centred ones would lie over it.
        let side = Elementary.sin(turn)
        text.align = side > 0.25 ? "left" : side < -0.25 ? "right" : "center"
      }
      text.baseline = baseline(row)?.text ?? "middle"
      text.size = size(row) ?? 11
      text.angle = angle(row) ?? 0
      text.limit = limit(row) ?? 0
      text.lineHeight = frame.mark.property("lineHeight")?.number ?? 0
      text.isBold = GuideStyle.isBold(weight(row))
      text.colour = item.fill ?? .black
      text.opacity = (item.opacity ?? 1) * (item.fillOpacity ?? 1)
      item.text = text
      item.angle = text.angle
      return item
    }
    return SceneMark(kind: .text, items: items)
  }
}

/// The words of a text channel.
struct TextWords {
  private let words: (UnitFrame.Row) -> [String]

  init(_ frame: UnitFrame) {
    let fixed = frame.property("text")
    let fallback: (UnitFrame.Row) -> [String] = { row in
      let value = fixed(row)
      return value?.list?.map { DataValue($0).words } ?? [
        value.map { $0.isNull ? "" : DataValue($0).words } ?? ""
      ]
    }
    guard let def = frame.unit[.text] else {
      words = fallback
      return
    }
    let context = frame.context
    func single(_ def: ChannelDef) -> ((UnitFrame.Row) -> [String])? {
      if def.isField {
        let format = ValueFormat(def, context: context, isGuide: false)
        let read = frame.reader(def.isBinning ? def.rangeColumn : def.column)
        return { row in
          let value = read(row)
          if case .list(let items) = value { return items.map(\.words) }
          return [format.text(value)]
        }
      }
      if let datum = def.datum {
        let format = ValueFormat(def, context: context, isGuide: false)
        return { _ in [format.text(datum)] }
      }
      guard let value = def.value else { return nil }
      let read = frame.evaluated(value)
      return { row in
        let value = read(row)
        return value?.list?.map { DataValue($0).words } ?? [
          value.map { $0.isNull ? "" : DataValue($0).words } ?? ""
        ]
      }
    }
    let main = single(def) ?? fallback
    let conditions = def.conditions.map { ($0.test, single($0.def)) }
    words = { row in
      for (test, result) in conditions where test.value(in: frame.scope(row)).isTrue {
        if let result { return result(row) }
      }
      return main(row)
    }
  }

  func lines(_ row: UnitFrame.Row, _ separator: String?) -> [String] {
    let lines = words(row)
    guard let separator, !separator.isEmpty else { return lines }
    return lines.flatMap {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }
}
