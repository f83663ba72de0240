import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Testing

@testable import PageMakeup

@Suite struct ProofSheetTests {
  private func line(_ text: String, y: Double) throws -> [PlacedItem] {
    let setter = testSetter()
    return try FurnitureWords(setter: setter).line(
      text, style: setter.style("body").paragraph.character, at: .points(40), baseline: .points(y))
  }

  @Test func wordsAreFoundOverLineEnds() throws {
    let text = PageText(try line("村社区书记三十人", y: 80) + line("督促九小场所", y: 92))
    #expect(text.place(of: "社区", after: "")?.x == .points(50))
    #expect(text.place(of: "人督促", after: "村社区")?.y == .points(80))
    #expect(text.place(of: "后八里沟/九小", after: "")?.y == .points(92))
    #expect(text.place(of: "没有", after: "") == nil)
  }

  @Test func aSheetListsFlagsAndFindingsAndIsSigned() throws {
    let setter = testSetter(isProof: true)
    let page = Page(label: "05", trim: setter.layout.trim, items: try line("村社区书记", y: 80))
    let sheet = ProofSheet(setter: setter, title: "测试")
    let flags = [ProofNote(text: "社区", opening: "村", message: "可能缺少顿号")]
    let findings = ProofNote.findings([
      Diagnostic(.warning, "a", Wording("w", "图片太小")),
      Diagnostic(.error, "b", Wording("e", "溢出八行")), Diagnostic(.note, "c", Wording("n", "提示")),
    ])
    let made = try #require(
      try sheet.sheets([page], flags: flags, findings: findings).first)
    #expect(made.trim.width == page.trim.width + ProofSheet.margin)
    let printed = words(made.items)
    for piece in ["校样", "可能缺少顿号", "错误：溢出八行", "警告：图片太小", "责任编辑", "审签"] {
      #expect(printed.contains(piece), "\(piece)")
    }
    #expect(!printed.contains("提示"))
    // The mark stands at the words, the list in the margin.
    let ones = made.items.filter {
      if case .glyphs(let run) = $0.item { run.text == "1" } else { false }
    }
    #expect(ones.count == 2)
    #expect(ones.contains { $0.origin.x < page.trim.width })
  }

  @Test func theOverlayNumbersLinesAndNamesBoxes() throws {
    let box = ObjectBox(columns: 1...2, lines: 3...8, name: "picture 1")
    let page = testPage(objects: [box], setter: testSetter(isProof: true))
    let master = page.setter.layout.first
    let items = try PageDrawing.furniture(of: master, on: page)
    let printed = texts(items).joined(separator: " ")
    #expect(words(items).contains("picture1·2栏×6行"))
    #expect(printed.contains("20") && printed.contains("story"))
    #expect(paths(items).allSatisfy { ($0.paint.stroke?.ink.magenta ?? 0) < 0.2 })
    #expect(try PageDrawing.furniture(of: master, on: testPage()).isEmpty)
  }
}
