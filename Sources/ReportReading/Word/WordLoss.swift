internal import Diagnostics

/// What a Word file shows and a report cannot take over, or only in another form.
enum WordLoss: Int, CaseIterable, Hashable {
  case picture, chart, diagram, object, ink, formula, formulaLine, symbol, note, chunk
  case comment, contents, deletion, hidden

  /// What it is called.
  var words: Wording {
    switch self {
    case .picture: Wording("picture", "图片")
    case .chart: Wording("chart", "图表")
    case .diagram: Wording("SmartArt diagram", "SmartArt 图示")
    case .object: Wording("embedded object (OLE)", "嵌入对象（OLE）")
    case .ink: Wording("handwriting", "手写墨迹")
    case .formula: Wording("formula", "公式")
    case .formulaLine: Wording("formula", "公式")
    case .symbol: Wording("sign of a symbol font", "符号字体中的符号")
    case .note: Wording("footnote or endnote without words", "没有内容的脚注、尾注")
    case .chunk: Wording("inserted file (altChunk)", "插入的外部文件（altChunk）")
    case .comment: Wording("comment", "批注")
    case .contents: Wording("line of a table of contents", "目录行")
    case .deletion: Wording("tracked deletion", "修订中的删除")
    case .hidden: Wording("hidden text", "隐藏文字")
    }
  }

  /// Whether it is no part of what is printed: comments, contents, deletions and hidden text.
  var isBeside: Bool { [.comment, .contents, .deletion, .hidden].contains(self) }
}

/// Losses with their places.
struct WordLosses {
  private var lines: [WordLoss: [Int]] = [:]

  /// Notes a loss at a line of the draft.
  mutating func note(_ loss: WordLoss, at line: Int) {
    lines[loss, default: []].append(max(1, line))
  }

  /// Tells each kind once, at its first place, with the others in words.
  func report(file: String, into problems: inout Problems) {
    for loss in WordLoss.allCases {
      guard let places = lines[loss] else { continue }
      problems.report(WordProblems.left(loss, file, lines: places))
    }
  }
}
