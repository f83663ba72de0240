import Diagnostics
import ReportModel
import Testing

@testable import Comparison

/// Edits of every kind, each found and named once, and none invented.
struct SeededEditTests {
  private static let file = "稿.md"

  private static func range(_ line: Int) -> SourceRange { SourceRange(file: file, line: line) }

  /// Sixteen paragraphs that share no sentence, a table and a picture.
  private static var report: Report {
    let words = [
      "清晨的集市上人声渐起", "河堤加固工程进入收尾阶段", "志愿者把热饭送到老人家中", "新修的步道连起三个村庄",
      "图书馆延长了夜间开放时间", "果农正忙着给梨树套袋", "镇里的诊所添了两台设备", "孩子们在操场上排练合唱",
      "水厂完成了管网改造", "公交线路向北延伸两站", "农技员到田头讲解防虫办法", "老街的路灯换成了节能灯",
      "渔民开始修补过冬的网具", "社区食堂推出平价早餐", "民兵连进行防汛演练", "养老院迎来一批新住户",
    ]
    var blocks = [ReportBlock(role: .headline, text: "河口镇一周要闻", range: range(1))]
    for (index, word) in words.enumerated() {
      blocks.append(
        ReportBlock(
          role: .body, text: "\(word)。记者了解到，这项工作从\(index + 3)月开始，已有\(index * 7 + 11)人参加。",
          range: range(index + 2)))
    }
    var caption = ReportBlock(role: .caption, text: "演练现场。陈一 摄", range: range(30))
    caption.figure = 0
    var head = ReportBlock(role: .tableHeader, text: "", range: range(31))
    head.table = 0
    let table = ReportTable(
      title: "检查情况", columns: ["村", "堤段", "问题"].map { TableColumn(name: $0, type: .text) },
      rows: [["东河村", "5", "1"], ["西河村", "4", "2"], ["南河村", "3", "0"], ["北河村", "8", "4"]],
      hasTotalRow: false, headerLine: 31, ruleLine: nil, rowLines: [32, 33, 34, 35],
      range: range(31))
    return Report(
      source: file, metadata: [ReportMetadata(key: "date", value: "2031-05-06", range: range(1))],
      blocks: blocks + [caption, head], tables: [table],
      figures: [
        ReportFigure(
          kind: .picture, path: "演练.jpg", caption: "演练现场。陈一 摄", range: range(30))
      ])
  }

  private static let edits: [(ReportChange.Kind, @Sendable (inout Report, Int) -> Void)] = [
    (.changed, { report, seed in report.blocks[1 + seed % 16].text += "下周还将继续。" }),
    (
      .changed,
      { report, seed in
        let text = report.blocks[1 + seed % 16].text
        report.blocks[1 + seed % 16].text = String(text.dropLast(4)) + "留下。"
      }
    ),
    (.removed, { report, seed in report.blocks.remove(at: 1 + seed % 16) }),
    (
      .added,
      { report, seed in
        report.blocks.insert(
          ReportBlock(role: .body, text: "另据气象部门消息，明后两天有雨。", range: range(9)),
          at: 1 + seed % 16)
      }
    ),
    (
      .moved,
      { report, seed in
        let block = report.blocks.remove(at: 1 + seed % 8)
        report.blocks.insert(block, at: 10 + seed % 6)
      }
    ),
    (
      .split,
      { report, seed in
        let place = 1 + seed % 16
        let block = report.blocks[place]
        var (one, other) = (block, block)
        let cut = block.text.firstIndex(of: "。").map { block.text.index(after: $0) }
        one.text = String(block.text[..<(cut ?? block.text.endIndex)])
        other.text = String(block.text[(cut ?? block.text.endIndex)...])
        report.blocks.replaceSubrange(place...place, with: [one, other])
      }
    ),
    (
      .joined,
      { report, seed in
        let place = 1 + seed % 15
        report.blocks[place].text += report.blocks[place + 1].text
        report.blocks.remove(at: place + 1)
      }
    ),
    (.role, { report, seed in report.blocks[1 + seed % 16].role = .subhead }),
    (.cell, { report, seed in report.tables[0].rows[seed % 4][1 + seed % 2] += "6" }),
    (.row, { report, seed in report.tables[0].rows.remove(at: seed % 4) }),
    (
      .row,
      { report, seed in report.tables[0].rows.insert(["岸上村", "17", "9"], at: seed % 4) }
    ),
    (.column, { report, _ in report.tables[0].columns[2].name = "已整改" }),
    (.picture, { report, _ in report.figures[0].path = "夜巡.jpg" }),
    (.metadata, { report, _ in report.metadata[0].value = "2031-05-07" }),
    (
      .marks,
      { report, seed in report.blocks[1 + seed % 16].marks = [TextMark(0..<3, .strong)] }
    ),
    (
      .note,
      { report, seed in
        report.blocks[1 + seed % 16].notes = [ReportNote(offset: 2, text: "据水利站统计。")]
      }
    ),
  ]

  @Test(arguments: 0..<64) func anEditIsFoundAndNoneInvented(_ seed: Int) {
    let (kind, edit) = Self.edits[seed % Self.edits.count]
    let old = Self.report
    var new = old
    edit(&new, seed / Self.edits.count * 3 + seed)
    let found = ReportComparison(old, new).changes
    #expect(found.map(\.kind) == [kind], "\(seed): \(found.map { ($0.kind, $0.newText) })")
  }

  @Test func equalVersionsDoNotDiffer() {
    #expect(ReportComparison(Self.report, Self.report).isEmpty)
  }

  /// A row that stands elsewhere has moved, and is no row less and no row more.
  @Test func aRowThatMovedIsToldOnce() {
    var new = Self.report
    new.tables[0].rows.append(new.tables[0].rows.remove(at: 0))
    let found = ReportComparison(Self.report, new).changes
    #expect(found.map(\.kind) == [.row])
    #expect(found.first?.name == "第4行“东河村”移动")
  }

  /// Several edits at once are told apart.
  @Test func twoEditsAreTwo() {
    for one in Self.edits.indices {
      var new = Self.report
      Self.edits[one].1(&new, 2)
      new.blocks[0].text = "河口镇两周要闻"
      let kinds = ReportComparison(Self.report, new).changes.map(\.kind)
      #expect(
        kinds.sorted { $0.rawValue < $1.rawValue }
          == [.changed, Self.edits[one].0].sorted { $0.rawValue < $1.rawValue }, "\(one)")
    }
  }

  @Test func anotherFileOfTheSameNameIsFound() {
    let found = ReportComparison(
      Self.report, Self.report, oldFiles: ["演练.jpg": "a"], newFiles: ["演练.jpg": "b"])
    #expect(found.changes.map(\.kind) == [.picture])
  }

  /// A file that cannot be read in one version is not known to be another picture.
  @Test func anUnreadablePictureIsNotReplaced() {
    for files in [(["演练.jpg": "a"], [:]), ([:], ["演练.jpg": "b"])]
      as [([String: String], [String: String])]
    {
      let found = ReportComparison(
        Self.report, Self.report, oldFiles: files.0, newFiles: files.1)
      #expect(found.isEmpty)
    }
  }

  /// Figures are whole words, and a mark that joins a character is not parted from it.
  @Test func wordsStayWhole() {
    let edits = WordDifference.edits(from: "共检查12处é", to: "共检查137处e\u{301}")
    #expect(edits.map(\.oldWords) == ["12"])
    #expect(edits.map(\.newWords) == ["137"])
  }

  /// The marked version says old words and new, and every mark lies within its text.
  @Test func theMarkedVersionHoldsBoth() {
    var new = Self.report
    new.blocks[3].text = "志愿者把热汤送到老人手中。"
    new.blocks.remove(at: 6)
    let marked = ReportComparison(Self.report, new).marked
    let words = marked.blocks.map(\.text).joined()
    #expect(words.contains("果农正忙着"))
    #expect(words.contains("热饭") && words.contains("热汤"))
    for block in marked.blocks {
      #expect(block.marks.allSatisfy { $0.range.upperBound <= block.text.count })
    }
  }
}
