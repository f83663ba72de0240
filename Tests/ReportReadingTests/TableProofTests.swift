import Diagnostics
import ReportModel
import Testing

/// What tables state about themselves: totals, subtotals, shares, ranks.
@Suite struct TableProofTests {
  private func flags(_ rows: [String]) throws -> [String] {
    let lines = ["# 各镇项目进展情况通报", "", "本月各镇项目推进情况如下，请对照检查，抓好落实。", ""]
    let head = rows[0].split(separator: " ").map { _ in "---" }.joined(separator: " ")
    let table = ([rows[0], head] + rows.dropFirst()).map {
      "| " + $0.split(separator: " ").map { $0 == "_" ? "" : String($0) }.joined(separator: " | ")
        + " |"
    }
    let report = try read((lines + table).joined(separator: "\n"), name: "t.md")
    let kinds: Set<ProofFlag.Kind> = [.sumMismatch, .percentMismatch, .rankBeyondScope]
    return report.flags.filter { kinds.contains($0.kind) }
      .map { "\($0.text) \($0.message.chinese)" }
  }

  @Test(arguments: [
    ["镇 户数", "东 120", "西 204", "小计 324", "南 10", "北 20", "小计 30", "合计 354"],
    ["镇 户数", "东片小计 324", "东 120", "西 204", "西片小计 30", "南 10", "北 20", "合计 354"],
    ["镇 户数", "合计 354", "东 120", "西 204", "南 10", "北 20"],
    ["序号 镇 户数 面积", "1 东 -120 12.125", "2 西 204 8.25", "_ 合计 84 20.375"],
    ["序号 镇 户数", "1 东 5", "_ 其中：移民 2", "2 西 6", "3 合计 11"],
    ["镇 户数 得分 单价", "东 1 90 3.5", "西 2 80 4.5", "合计 3 85 4"],
    ["镇 户数", "东 待补", "西 6", "合计 11"],
    ["镇 一季度 二季度 合计", "东 1 2 3", "西 4 — 4", "合计 5 2 7"],
    // A column of totals that few rows bear out sums up something else.
    ["镇 一月 二月 合计", "东 1 2 3", "西 4 5 20", "南 2 2 30"],
    ["镇 户数 占比（%）", "东 1 33.3", "西 1 33.3", "南 1 33.4", "合计 3 100"],
    ["镇 得分 名次", "东 90 1", "西 80 3", "南 80 2", "北 70 4"],
  ])
  func whatIsRightIsNotFlagged(_ rows: [String]) throws {
    #expect(try flags(rows) == [])
  }

  @Test(arguments: [
    (
      ["镇 户数 面积", "东 -120 12.125", "西 204 8.25", "合计 324 99"],
      ["合计 户数 324 应为84，表中为324", "合计 面积 99 应为20.375，表中为99"]
    ),
    (["序号 镇 户数", "1 东 5", "2 西 6", "_ 合计 12"], ["合计 户数 12 应为11，表中为12"]),
    (
      ["镇 户数", "东 120", "西 204", "小计 325", "南 10", "北 20", "小计 30", "合计 354"],
      ["小计 户数 325 应为324，表中为325"]
    ),
    (["镇 户数", "合计 350", "东 120", "西 204"], ["合计 户数 350 应为324，表中为350"]),
    (["镇 一季度 二季度 合计", "东 1 2 3", "西 4 5 8", "南 2 2 4"], ["西 合计 8 应为9，表中为8"]),
    (
      ["镇 户数 占比（%）", "东 1 25.0", "西 1 25.0", "南 1 52.0", "北 1 25.0"],
      ["南 占比（%） 52.0 占比应为25.0%，表中为52.0"]
    ),
    (["镇 得分 名次", "东 90 1", "西 80 2", "南 75 2", "北 70 4"], ["南 名次 2 按数值应为第3，表中为2"]),
  ])
  func whatIsWrongIsFlaggedOnce(_ rows: [String], _ expected: [String]) throws {
    #expect(try flags(rows) == expected)
  }
}
