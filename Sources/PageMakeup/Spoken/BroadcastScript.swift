import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Sets paragraphs as a script: no sentence over a page turn, a stroke at each breath, and the
/// minutes in the margin.
struct BroadcastScript {
  let setter: TextSetter
  let realizer: Realizer
  let measure: Length
  /// Characters read so far.
  private(set) var spoken = 0

  init(setter: TextSetter, realizer: Realizer, measure: Length) {
    self.setter = setter
    self.realizer = realizer
    self.measure = measure
  }

  /// The line under the title: how long the whole script is.
  func length(of report: Report, name: String) throws(Rejection) -> FlowItem {
    let count = report.blocks.reduce(0) {
      $0 + ($1.table == nil ? BroadcastText.spoken($1.text) : 0)
    }
    let words = "全文约\(count)字，约\(BroadcastText.time(count))（每分钟\(BroadcastText.perMinute)字）"
    let style = setter.style("note").paragraph
    let set = try setter.compose(
      [TextSpan(words, style.character)], style: style, measure: measure)
    let rows = set.lines.map { $0.placed(onBaseline: realizer.ascent) } + [[]]
    return FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: name)
  }

  /// A paragraph as its sentences; the first one is indented.
  mutating func items(_ block: ReportBlock, name: String) throws(Rejection) -> [FlowItem] {
    var items: [FlowItem] = []
    var mark = setter.style("body").paragraph.character
    mark.ink = setter.ink("accent")
    for (number, sentence) in BroadcastText.sentences(block.text).enumerated() {
      var style = setter.style(block.role.rawValue).paragraph
      style.alignment = .left
      if number > 0 { style.firstLineIndent = 0 }
      var spans: [TextSpan] = []
      let breaths = BroadcastText.breaths(sentence)
      for (place, breath) in breaths.enumerated() {
        spans.append(TextSpan(breath, style.character))
        if place < breaths.count - 1 { spans.append(TextSpan("／", mark)) }
      }
      let set = try setter.compose(spans, style: style, measure: measure, range: block.range)
      var rows = set.lines.map { $0.placed(onBaseline: realizer.ascent) }
      let before = spoken / BroadcastText.perMinute
      spoken += BroadcastText.spoken(sentence)
      let minute = spoken / BroadcastText.perMinute
      if minute > before, !rows.isEmpty {
        rows[rows.count - 1] += try margin("\(minute)分")
      }
      items.append(
        FlowItem(
          choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
          name: name, range: block.range))
    }
    return items
  }

  /// Words in the right margin on a line.
  private func margin(_ words: String) throws(Rejection) -> [PlacedItem] {
    let style = setter.style("minute").paragraph.character
    let (items, _) = try setter.line(words, style: style)
    let left = measure + style.size / 2
    return [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
      + items.map { PlacedItem(at: $0.origin + Point(x: left, y: realizer.ascent), $0.item) }
      + [PlacedItem(at: .zero, .tag(StructureTag(.paragraph)))]
  }
}
