import Foundation
import Testing

/// Totals are judged in one place, so every kind of page says the same of a table, once.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct WrongTotalTests {
  /// Two tables that are right, with two subtotals and with a total behind a column of numbers, and three
  /// that are wrong: a sum of negatives and one of three decimals, one behind 序号, and a subtotal.
  private static let report = """
    # 各镇项目进展情况通报

    本月各镇项目推进情况如下，请各镇对照检查，抓好落实，月底前完成全部任务。

    | 镇街 | 户数 |
    | --- | --- |
    | 东镇 | 120 |
    | 西镇 | 204 |
    | 小计 | 324 |
    | 南镇 | 10 |
    | 北镇 | 20 |
    | 小计 | 30 |
    | 合计 | 354 |

    | 序号 | 村名 | 增减户数 | 面积（亩） |
    | --- | --- | --- | --- |
    | 1 | 东村 | -120 | 12.125 |
    | 2 | 西村 | 204 | 8.25 |
    | | 合计 | 84 | 20.375 |

    | 镇街 | 增减户数 | 面积（亩） |
    | --- | --- | --- |
    | 东镇 | -120 | 12.125 |
    | 西镇 | 204 | 8.25 |
    | 合计 | 324 | 99 |

    | 序号 | 单位 | 件数 |
    | --- | --- | --- |
    | 1 | 东局 | 5 |
    | 2 | 西局 | 6 |
    | | 合计 | 12 |

    | 片区 | 人数 |
    | --- | --- |
    | 东片 | 7 |
    | 西片 | 8 |
    | 小计 | 16 |
    | 南片 | 1 |
    | 北片 | 2 |
    | 小计 | 3 |
    | 合计 | 18 |

    """

  @Test(arguments: ["newspaper-tabloid", "bulletin-a4", "project-page", "ledger"])
  func everyLayoutSaysWrongTotalsOnce(_ layout: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sums.md")
    try Self.report.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try Program.run([
      "render", file.path, "-l", layout, "-o", "\(folder.path)/page.pdf", "--lang", "zh",
    ])
    let found = outcome.errors.split(separator: "\n").filter {
      $0.contains("[report.sum-mismatch]")
    }
    let wanted = ["应为84，表中为324", "应为20.375，表中为99", "应为11，表中为12", "应为15，表中为16"]
    #expect(found.count == wanted.count, "\(outcome.errors)")
    for words in wanted {
      #expect(found.count { $0.contains(words) } == 1, "\(words): \(outcome.errors)")
    }
  }
}
