import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Testing

@testable import PageMakeup

@Suite struct BoardTableTests {
  private func plan(_ texts: [[String]], _ look: FrameContent.Tables) -> [[String]] {
    BoardTablePlan(texts, look: look).rows.map { row in
      row.map {
        "\($0.isHead ? "#" : "")\($0.text)@\($0.columns.lowerBound)-\($0.columns.upperBound)"
      }
    }
  }

  @Test func aFormsEmptyCellsBelongToTheOneBefore() {
    #expect(
      plan([["编号", "1", "来源", "网格"], ["内容", "路灯不亮", "", ""]], .form) == [
        ["#编号@0-1", "1@1-2", "#来源@2-3", "网格@3-4"], ["#内容@0-1", "路灯不亮@1-4"],
      ])
  }

  @Test func labelsCountByCellsNotColumns() {
    #expect(
      plan([["甲", "1", "", "乙", "2"]], .form) == [["#甲@0-1", "1@1-3", "#乙@3-4", "2@4-5"]])
  }

  @Test func aBlankCellIsForWriting() {
    let rows = BoardTablePlan([["结果", "\u{3000}", ""]], look: .form).rows
    #expect(rows[0].count == 2 && rows[0][1].isWritten && rows[0][1].columns == 1..<3)
  }

  @Test func columnsStandAlike() {
    let long = String(repeating: "国", count: 20)
    let rows = BoardTablePlan([["线", "职责"], ["党建", long], ["综治", "短"]], look: .columns).rows
    #expect(rows.map { $0.map(\.isHead) } == [[true, true], [false, false], [false, false]])
    #expect(rows.map { $0.map(\.isShort) } == Array(repeating: [true, false], count: 3))
  }
}

@Suite struct BoardPartTests {
  private func frame(_ parts: [String]) -> FrameSpec {
    var frame = FrameSpec(name: parts[0], columns: 1...1, lines: 1...1)
    frame.content = FrameContent(parts: parts)
    return frame
  }

  private func block(_ role: ReportRole, figure: Int? = nil, table: Int? = nil) -> ReportBlock {
    ReportBlock(
      role: role, text: "文", table: table, figure: figure, range: .init(file: "a", line: 1))
  }

  @Test func theNarrowestNameWins() {
    let report = Report(
      source: "a",
      blocks: [
        block(.headline), block(.body), block(.h1), block(.caption, figure: 0), block(.body),
        block(.h1), block(.tableTitle), block(.tableHeader, table: 0), block(.body),
      ])
    let frames = [["headline"], ["picture-1"], ["section-1"], ["table-1"], ["text"]].map(frame)
    let parts = BoardParts(report, captions: [3], frames: frames)
    #expect(parts.blocks == [[0], [3], [2, 4], [6, 7], [1, 5, 8]])
    #expect(parts.leftOver.isEmpty)
  }

  @Test func whatNoFrameTakesIsToldOf() {
    let report = Report(source: "a", blocks: [block(.headline), block(.body)])
    #expect(BoardParts(report, captions: [], frames: [frame(["headline"])]).leftOver == [1])
  }
}

@Suite struct SheetGatheringTests {
  private func pages(_ count: Int) -> [Page] {
    (0..<count).map { Page(label: "\($0)", trim: Size(width: .points(100), height: .points(60))) }
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
  func pagesFillSheetsInOrder(_ count: Int, _ sheets: Int) {
    let gathering = SheetGathering(
      GatherSpec(across: 1, down: 2), rule: Ink(cyan: 0, magenta: 0, yellow: 0, black: 1))
    let made = gathering.sheets(pages(count), repeating: false)
    #expect(made.count == sheets)
    #expect(made.allSatisfy { $0.trim == Size(width: .points(100), height: .points(120)) })
  }

  @Test func everyCutHasAMarkAtBothEnds() {
    let gathering = SheetGathering(
      GatherSpec(across: 1, down: 3), rule: Ink(cyan: 0, magenta: 0, yellow: 0, black: 1))
    let sheet = gathering.sheets(pages(1), repeating: true)[0]
    let marks = sheet.items.compactMap { item in
      if case .path(let path, _) = item.item { path.elements } else { nil }
    }.joined()
    let heights = marks.compactMap { element in
      if case .move(let point) = element { point.y } else { nil }
    }
    #expect(heights == [60, 60, 120, 120].map { Length.points($0) })
  }
}
