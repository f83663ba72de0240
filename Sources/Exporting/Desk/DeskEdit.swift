import Diagnostics
import Geometry
import ReportModel
import ReportReading

/// One change of a report that a person made; blocks are places in the report's list, from 0.
package enum DeskEdit: Codable, Hashable, Sendable {
  /// The block is what this role says; the role it has confirms it.
  case role(block: Int, role: String)
  /// Two lines are one paragraph, or are not.
  case seam(block: Int, line: Int, keeps: Bool)
  case text(block: Int, text: String)
  case split(block: Int, offset: Int)
  /// Joins a block to the one before it.
  case join(block: Int)
  /// A fact of the front matter; empty takes it away.
  case fact(key: String, value: String)
  /// `true`, `false` or places of figures such as `[3, 1, 7]`.
  case panel(choice: String)
  /// The picture of a caption; empty for none.
  case picture(block: Int, path: String)
  /// The point of a caption's picture that a crop keeps, such as `30x60`.
  case focus(block: Int, point: String)
}

extension Report {
  /// Makes a change; one that speaks of nothing in the report is a rejection, and nothing is changed.
  mutating func apply(_ edit: DeskEdit) throws(Rejection) {
    switch edit {
    case .role(let block, let name):
      guard let role = ReportRole(rawValue: name), !role.isTable else {
        throw Rejection(DeskProblems.noSuchValue(name))
      }
      try check(block)
      guard blocks[block].table == nil else { throw Rejection(DeskProblems.noSuchBlock(block)) }
      confirm(block, as: role)
    case .seam(let block, let line, let keeps):
      try check(block)
      guard let join = blocks[block].joins.first(where: { $0.toLine == line }) else {
        throw Rejection(DeskProblems.noSuchBlock(block))
      }
      if keeps { confirm(join, in: block) } else { undo(join, in: block) }
    case .text(let block, let text): try rewrite(block, checking: text)
    case .split(let block, let offset):
      try check(block)
      split(block, at: offset)
    case .join(let block):
      try check(block)
      join(block)
    case .fact(let key, let value): try setFact(key, checking: value)
    case .panel(let choice):
      guard let panel = PanelChoice(choice) else {
        throw Rejection(DeskProblems.noSuchValue(choice))
      }
      self.panel = panel
    case .picture(let block, let path):
      guard let figure = figure(ofCaption: block) else {
        throw Rejection(DeskProblems.noSuchBlock(block))
      }
      figures[figure].path = path.isEmpty ? nil : path
      figures[figure].focus = nil
    case .focus(let block, let point):
      guard let figure = figure(ofCaption: block) else {
        throw Rejection(DeskProblems.noSuchBlock(block))
      }
      guard let focus = FocusPoint(point) else {
        throw Rejection(DeskProblems.noSuchValue(point))
      }
      figures[figure].focus = focus
    }
  }

  private func check(_ block: Int) throws(Rejection) {
    guard blocks.indices.contains(block) else { throw Rejection(DeskProblems.noSuchBlock(block)) }
  }

  /// Longest text that one change may bring, in characters.
  private static let longest = 100_000

  private mutating func rewrite(_ block: Int, checking text: String) throws(Rejection) {
    try check(block)
    guard blocks[block].table == nil, !text.isEmpty, text.count <= Self.longest,
      text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.properties.generalCategory != .control })
    else { throw Rejection(DeskProblems.noSuchValue(String(text.prefix(20)))) }
    rewrite(block, as: text)
    refreshIndicators(of: block)
  }

  private mutating func setFact(_ key: String, checking value: String) throws(Rejection) {
    guard JobFacts.keys.contains(key) || ["layout", "photos", "variant"].contains(key),
      value.count <= 500, !value.contains(where: \.isNewline)
    else { throw Rejection(DeskProblems.noSuchValue("\(key)=\(value.prefix(20))")) }
    setFact(key, to: value)
  }

  /// The figures of a paragraph whose words were changed: those whose words still stand, in their new
  /// sentences, and those that the new words bring. The panel's choice goes on speaking of the same.
  private mutating func refreshIndicators(of block: Int) {
    guard blocks[block].role.isText else { return }
    var unheard = Problems()
    let bytes = Array((blocks[block].text + "\n").utf8)
    let found =
      (try? ReportReading.read(bytes: bytes, name: "paragraph.txt", into: &unheard))?.indicators
      ?? []
    var open = found
    var kept: [(old: Int?, indicator: ReportIndicator)] = []
    for (place, indicator) in indicators.enumerated() {
      guard indicator.block == block else {
        kept.append((place, indicator))
        continue
      }
      guard let match = open.firstIndex(where: { $0.raw == indicator.raw }) else { continue }
      var moved = indicator
      moved.sentence = open.remove(at: match).sentence
      kept.append((place, moved))
    }
    let behind = kept.lastIndex { $0.indicator.block <= block }.map { $0 + 1 } ?? 0
    let new = open.map { one -> (old: Int?, indicator: ReportIndicator) in
      var indicator = one
      indicator.block = block
      indicator.range = blocks[block].range
      return (nil, indicator)
    }
    kept.insert(contentsOf: new, at: behind)
    indicators = kept.map(\.indicator)
    if case .chosen(let numbers) = panel {
      let now = numbers.compactMap { number in kept.firstIndex { $0.old == number - 1 } }
      panel = now.isEmpty ? .automatic : .chosen(now.map { $0 + 1 })
    }
  }
}

/// The messages of changes that speak of nothing.
enum DeskProblems {
  static func noSuchBlock(_ block: Int) -> Diagnostic {
    Diagnostic(
      .error, "desk.no-block",
      Wording(
        "the report has no block \(block) that this change could be made to",
        "报告中没有可作此改动的第 \(block) 段"),
      hints: [Wording("load the report anew", "请重新载入报告")])
  }

  static let noLooks = Diagnostic(
    .note, "desk.no-looks",
    Wording(
      "the pages of this PDF file cannot be shown: pdftoppm is not installed",
      "不能显示这份 PDF 的页面：本机没有 pdftoppm"),
    hints: [Wording("install poppler-utils", "请安装 poppler-utils")])

  static func noSuchValue(_ value: String) -> Diagnostic {
    Diagnostic(
      .error, "desk.bad-value",
      Wording("\"\(value)\" cannot stand here", "此处不能写“\(value)”"))
  }
}
