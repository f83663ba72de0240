import Diagnostics
import ReportModel
import Testing

/// The proof checks are right or silent.
@Suite("Proof checks by kind (P7)")
struct ProofKindTests {
  private func kinds(_ sentence: String) throws -> [String] {
    try readSentence(sentence).flags.map(\.kind.rawValue)
  }

  static let wrong: [(String, String)] = [
    ("他说\"三句话\"管用。", "straight-quotes"), ("群众满意.会后再办。", "half-width-mark"),
    ("会上指出(内容见下)，要抓实。", "half-width-mark"), ("要抓好“三件事，落到实处。", "unpaired-mark"),
    ("要抓好落实，，不走样。", "doubled-mark"),
    ("全年收入100万元，其中租金60万元、光伏55万元。", "sum-mismatch"),
    ("全年收入100万元。其中租金60万元，光伏30万元，其他5万元。", "sum-mismatch"),
    ("受理诉求从多到少依次为物业类120件、供水类86件、噪声类97件。", "ranking-order"),
    ("本周共受理1000件。咨询类300件，占40.0%。", "percent-mismatch"),
  ]

  @Test(arguments: wrong)
  func wrongIsFlagged(_ sentence: String, _ kind: String) throws {
    #expect(try kinds(sentence).contains(kind))
  }

  @Test(arguments: [
    "上午9:30开会，增长0.30%，共1,234元，见www.example.org/a.html。",
    "会议指出：“要抓好《通知》落实（见附件），真抓实干。”他说：“‘三张清单’很好。”",
    "The hotline is open (24 hours), call 12345.", "要做到：1）抓早；2）抓小。",
    "全年收入100万元，其中租金60万元、光伏30万元。",
    "本周共受理1000件。咨询类300件，占30.0%；求助类200件，占20.0%。",
    "办理时间由5.2天缩短至2.1天，满意率提升至97.4%。",
    "油料产量2万吨，与去年持平；蔬菜产量23.2万吨，增长5.0%。",
    "结案率96.2%，同比分别上升4.1%、5.3%。",
  ])
  func rightIsSilent(_ sentence: String) throws {
    #expect(try kinds(sentence) == [])
  }

  @Test func sharesOfATableAreChecked() throws {
    let table = """
      支出公开

      | 项目 | 金额 | 占支出比重 |
      |---|---|---|
      | 道路 | 400 | 40% |
      | 保洁 | 300 | 35% |
      | 水电 | 200 | 20% |
      | 其他 | 100 | 10% |
      | 合计 | 1000 | 100% |
      """
    let flags = try read(table, name: "t.md").flags.filter { $0.kind == .percentMismatch }
    #expect(flags.count == 1 && flags.allSatisfy { $0.text.contains("保洁") })
  }

  /// Stars between digits are products, in Markdown too.
  @Test func productsKeepTheirStars() throws {
    let report = try read("# 通报\n\n新建公示栏，长宽高为5*3*2米，共12处。\n", name: "t.md")
    #expect(report.blocks.contains { $0.text.contains("5*3*2米") })
  }
}
