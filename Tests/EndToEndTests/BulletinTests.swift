import Foundation
import Testing

/// Bulletins from a table of cases.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct BulletinTests {
  private static let head = "编号,时间,来源,类别,地点,承办单位,时限,状态,办结时间,满意\n"

  private func run(
    _ rows: String, _ arguments: [String], _ body: (Program.Outcome, URL) throws -> Void
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try (Self.head + rows).write(
      to: folder.appendingPathComponent("cases.csv"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      ["bulletin"] + arguments + ["--data", "cases.csv", "-o", "b.pdf"]
        + ["--home", Program.root.path], folder: folder)
    try body(outcome, folder)
  }

  @Test func aMonthIsCountedSetAndCanBeEdited() throws {
    let rows =
      "1,2031-05-02,热线,供水,东村,水务站,2031-05-05,已办结,2031-05-04,满意\n"
      + "2,2031-05-03,网格,供水,东村,水务站,2031-05-06,已办结,2031-05-09,不满意\n"
      + "3,2031-05-20,热线,噪音,西村,城管办,2031-05-23,办理中,,\n"
    try run(rows, ["monthly", "--period", "2031-05", "--unit", "柳林街道"]) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let yaml = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      for words in ["受理群众诉求3件", "办结率66.7%", "按期办结率50.0%", "满意率50.0%", "到期未办结"] {
        #expect(yaml.contains(words), "\(words)")
      }
      let again = try Program.run(
        ["render", "b.yaml", "-l", "bulletin-a4", "-o", "c.pdf", "--home", Program.root.path],
        folder: folder)
      #expect(again.code == 0, "\(again.errors)")
      let first = try Data(contentsOf: folder.appendingPathComponent("b.pdf"))
      let second = try Data(contentsOf: folder.appendingPathComponent("c.pdf"))
      #expect(first == second)
    }
  }

  @Test func proposedSentencesAreMarkedAndTheMonthIsExtracted() throws {
    let rows =
      "1,2031-05-02,热线,供水,东村,水务站,2031-05-05,已办结,2031-05-04,满意\n"
      + "2,2031-05-03,网格,供水,东村,水务站,2031-05-06,已办结,2031-05-09,不满意\n"
      + "3,2031-05-20,热线,噪音,西村,城管办,2031-05-23,办理中,,\n"
    try run(
      rows, ["monthly", "--period", "2031-05", "--propose", "--extract", "article.yaml"]
    ) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let bulletin = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      let article = try String(
        contentsOf: folder.appendingPathComponent("article.yaml"), encoding: .utf8)
      for text in [bulletin, article] {
        #expect(text.contains("【建议稿】从诉求类别看，供水2件、噪音1件。"), "\(text)")
        #expect(text.contains("水务站办结率100.0%，居第一位；城管办最低，为0.0%。"), "\(text)")
        #expect(text.contains("请核改后去掉标记"))
      }
      #expect(article.contains("2031年5月受理群众诉求3件") && article.contains("trend"))
      let page = try Program.run(
        [
          "render", "article.yaml", "-l", "bulletin-a4", "-o", "a.pdf", "--home", Program.root.path,
        ],
        folder: folder)
      #expect(page.code == 0, "\(page.errors)")
    }
    try run(rows, ["monthly", "--period", "2031-05"]) { _, folder in
      let plain = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      #expect(!plain.contains("建议稿"))
    }
  }

  @Test func limitsInWorkingDaysAreReckonedAndSaidSo() throws {
    let rows =
      "1,2031-05-02,热线,供水,东村,水务站,2个工作日,已办结,2031-05-07,满意\n"
      + "2,2031-05-20,热线,噪音,西村,城管办,三个工作日,办理中,,\n"
    try run(rows, ["monthly", "--period", "2031-05"]) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("cases.no-holidays"), "\(outcome.errors)")
      let yaml = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      // 2 May 2031 is a Friday: two working days end on Tuesday the 6th.
      for words in ["按期办结率0.0%", "5月23日（3个工作日）", "工作日周六、周日不计"] {
        #expect(yaml.contains(words), "\(words)")
      }
    }
  }

  /// Words that are not known are said once each, and what they leave out stands in the bulletin.
  @Test func unknownWordsAreNeverPassedOver() throws {
    let rows =
      "1,2031-05-02,热线,供水,东村,水务站,,已办结,,1\n2,2031-05-03,热线,供水,西村,水务站,,已办结,,5\n"
      + "3,2031-05-04,热线,供水,西村,水务站,,听候,,\n4,2031-05-05,热线,供水,南村,水务站,,听候,,\n"
      + ",2031-05-06,热线,供水,北村,水务站,,待签收,,未回访\n,2031-05-07,热线,供水,北村,水务站,,超期,,很满意\n"
    try run(rows, ["monthly", "--period", "2031-05"]) { outcome, folder in
      #expect(outcome.code == 5)
      let count = { (code: String) in outcome.errors.components(separatedBy: code).count - 1 }
      #expect(count("[cases.bad-state]") == 1, "\(outcome.errors)")
      #expect(count("[cases.bad-answer]") == 2, "\(outcome.errors)")
      #expect(count("[cases.no-number]") == 1)
      let yaml = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      for words in ["受理群众诉求4件", "台账中有2行", "回访1件，满意1件"] {
        #expect(yaml.contains(words), "\(words)")
      }
    }
  }

  /// A case that came in earlier and falls due now is overdue now.
  @Test func casesFallDueWhenTheyDo() throws {
    let rows = "1,2031-05-28,热线,供水,东村,水务站,2031-06-03,办理中,,\n2,2031-06-01,热线,供水,西村,水务站,,已办结,,\n"
    try run(rows, ["monthly", "--period", "2031-06"]) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let yaml = try String(
        contentsOf: folder.appendingPathComponent("b.yaml"), encoding: .utf8)
      #expect(yaml.contains("到期未办结"))
    }
  }

  /// A number that an editor changed in the YAML is checked again before it is printed, and the month
  /// has its charts.
  @Test func anEditedNumberIsAFinding() throws {
    let rows = (1...40).map { number in
      "\(number),2031-05-\(number % 28 + 1),热线,\(["供水", "噪音", "路灯"][number % 3]),东村,水务站,,已办结,,满意"
    }
    try run(rows.joined(separator: "\n"), ["monthly", "--period", "2031-05"]) { _, folder in
      let file = folder.appendingPathComponent("b.yaml")
      let yaml = try String(contentsOf: file, encoding: .utf8)
      #expect(yaml.contains("逐日受理量") && yaml.contains("各类诉求件数"))
      try yaml.replacingOccurrences(of: "满意率100.0%", with: "满意率90.0%")
        .write(to: file, atomically: true, encoding: .utf8)
      let again = try Program.run(
        ["render", "b.yaml", "-l", "monthly-analysis", "-o", "c.pdf", "--home", Program.root.path],
        folder: folder)
      #expect(
        again.code == 0 && again.errors.contains("[report.percent-mismatch]"), "\(again.errors)")
    }
  }

  @Test func rowsThatCannotBeCountedAreReported() throws {
    let rows =
      "1,2031-05-02,热线,供水,,水务站,,已办结,,\n1,2031-05-02,热线,供水,,水务站,,已办结,,\n"
      + "2,五月下旬,热线,供水,,水务站,,已办结,,\n3,2031-05-04,热线,供水,,水务站,,移送,,\n"
    try run(rows, ["monthly", "--period", "2031-05"]) { outcome, _ in
      #expect(outcome.code == 5)
      for place in ["cases.csv:3:1", "cases.csv:4:1", "cases.csv:5:1"] {
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
      }
    }
    try run(rows, ["daily", "--period", "2031-05"]) { outcome, _ in
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[cases.bad-period]"))
    }
  }
}
