import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Where a story comes from and where it may go on in an issue, by page number.
struct StoryEnds: Hashable {
  /// The page that it was begun on.
  var from: Int?
  /// The page that it may go on to.
  var onto: Int?
}

/// 转版 (NP-8): a story is cut between two paragraphs, 下转第N版 stands under the first part and
/// 上接第N版 over the second.
struct JumpLines {
  let setter: TextSetter
  let measure: Length
  /// From the top of a row's em box to the baseline.
  let ascent: Length

  private enum Limit {
    /// A part of fewer rows is not worth a jump.
    static let rows = 8
    /// At least this share of the story stands on its first page.
    static let share = 0.35
  }

  /// The flow cut behind each paragraph that leaves two parts worth reading; `places` are the
  /// items' places in the report.
  func cuts(
    of flow: ArticleFlow, places: [Int], onto page: Int
  ) throws(Rejection) -> [ArticleFlow] {
    let (line, words) = try row("（下转第\(page)版）", style: "jump")
    var found: [ArticleFlow] = []
    var set = 0
    for index in flow.items.indices.dropLast() {
      let item = flow.items[index]
      set += item.choices[0].rows.count
      let rest = flow.natural - set
      guard !item.keepsWithNext, set >= Limit.rows, rest >= Limit.rows,
        Double(set) >= Limit.share * Double(flow.natural)
      else { continue }
      var last = item
      // One item with its jump line, so that no rule can part them.
      last.choices = last.choices.map {
        FlowChoice(rows: $0.rows + [line], cost: $0.cost, name: $0.name)
      }
      last.words.append(words)
      found.append(
        ArticleFlow(
          headRows: flow.headRows,
          cost: flow.cost + setter.prices.jump + setter.prices.jumpRow * Double(rest),
          items: flow.items[..<index] + [last], cut: places[index + 1]))
    }
    return found
  }

  /// The line over a part that was begun on an earlier page.
  func opening(from page: Int) throws(Rejection) -> FlowItem {
    let (line, words) = try row("（上接第\(page)版）", style: "jump-from")
    var item = FlowItem(
      choices: [FlowChoice(rows: [line], cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: "from page \(page)")
    item.words = [words]
    return item
  }

  private func row(
    _ text: String, style name: String
  ) throws(Rejection) -> (RowItems, FlowParagraph) {
    let style = setter.style(name).paragraph
    let words = FlowParagraph(style: name, spans: [TextSpan(text, style.character)])
    let set = try setter.compose(words.spans, style: style, measure: measure)
    return (set.lines.first?.placed(onBaseline: ascent) ?? [], words)
  }
}
