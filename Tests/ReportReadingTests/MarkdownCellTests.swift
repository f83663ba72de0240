import Diagnostics
import ReportModel
import Testing

@testable import ReportReading

/// Cells to write in, and words that front matter and text share.
struct MarkdownCellTests {
  private func report(_ text: String) throws -> Report {
    var problems = Problems()
    return try ReportReading.read(bytes: Array(text.utf8), name: "稿.md", into: &problems)
  }

  /// A cell of a wide blank stays a cell of its own, so that labels keep their columns.
  @Test func aWideBlankIsACell() throws {
    let table = try #require(
      try report("# 登记表\n\n| 姓名 | 　 | 电话 | 　 |\n| --- | --- | --- | --- |\n| 住址 | 　 | 备注 | 　 |\n")
        .tables.first)
    #expect(table.rows == [["住址", "\u{3000}", "备注", "\u{3000}"]])
  }

  /// The name over the title is not the signature under the text.
  @Test func aSignatureMayRepeatTheKicker() throws {
    let found = try report(
      """
      ---
      kicker: 河口街道办事处
      ---
      # 关于汛期值守的通知

      请各社区安排专人值守，每日十八时前报告水位。

      河口街道办事处

      2031年5月6日
      """)
    #expect(found.blocks.filter { $0.text == "河口街道办事处" }.count == 2)
  }
}
