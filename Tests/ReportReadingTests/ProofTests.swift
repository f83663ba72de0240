import Diagnostics
import ReportModel
import Testing

@Suite("Proof flags (P7)")
struct ProofTests {
  private func kinds(_ sentence: String) throws -> [ProofFlag.Kind] {
    try readSentence(sentence).flags.map(\.kind)
  }

  @Test func theRealPageGivesItsFlagsAndOneOther() throws {
    let report = try Fixtures.report("gangshan-2022.txt")
    #expect(
      report.flags.map(\.kind) == [
        .rangeHyphen, .missingSeparator, .nameForms, .incompleteSentence,
      ])
    #expect(report.flags.map(\.range.start.line) == [17, 29, 45, 55])
    #expect(report.flags.last?.text == "及时督促辖区生产企业、大型商超、九小场所等重点区域。")
  }

  @Test func sentencesWithoutComplement() throws {
    #expect(try kinds("及时督促企业、商超等重点场所。") == [.incompleteSentence])
    #expect(try kinds("及时督促企业、商超等重点场所落实责任。").isEmpty)
    #expect(try kinds("加大督促力度，群众满意。").isEmpty)
  }

  @Test func namesInTwoForms() throws {
    #expect(try kinds("打造前石桥河村示范点，前石村入选名单。") == [.nameForms])
    #expect(try kinds("打造前石桥河村示范点。今年，前石村入选名单。") == [.nameForms])
    #expect(try kinds("打造前石桥河村示范点。今年，行政村入选名单。").isEmpty)
  }

  @Test func separators() throws {
    #expect(try kinds("组织干部、村社区书记参加培训。") == [.missingSeparator])
    #expect(try kinds("组织王村社区书记参加培训。").isEmpty)
  }

  @Test func hyphensInRanges() throws {
    #expect(try kinds("1-9月份工作有序推进。") == [.rangeHyphen])
    #expect(try kinds("1—9月份工作有序推进，电话0537-5512345。").isEmpty)
  }

  @Test func countsAgainstLists() throws {
    #expect(try kinds("将环保、应急、城建3条工作线纳入管理。").isEmpty)
    #expect(try kinds("将环保、应急、城建、农业3条工作线纳入管理。") == [.countMismatch])
    #expect(try kinds("将环保、应急、城建等6条工作线纳入管理。").isEmpty)
    #expect(try kinds("将环保、应急、城建、农业等3条工作线纳入管理。") == [.countMismatch])
  }

  @Test func sumsOfTables() throws {
    let head = "标题行\n\n工作扎实推进，成效明显，群众满意。\n\n"
    let right = head + "乡镇\t数量\n甲镇\t5\n乙镇\t6.5\n合计\t11.5\n"
    let wrong = head + "乡镇\t数量\n甲镇\t5\n乙镇\t6.5\n合计\t12\n"
    #expect(try read(right).flags.isEmpty)
    #expect(try read(wrong).flags.map(\.kind) == [.sumMismatch])
  }

  @Test func ranksWithinTheirScope() throws {
    #expect(try kinds("满意率94%，居全市18个镇街第3位。").isEmpty)
    #expect(try kinds("满意率94%，居全市18个镇街第19位。") == [.rankBeyondScope])
  }

  @Test func mixedDigits() throws {
    #expect(try kinds("新增企业１８家，整改问题4件。") == [.mixedDigits])
  }

  @Test func headlineEcho() throws {
    let text = """
      征程万里风正劲 重任千钧再奋蹄

      今年以来，全镇坚持稳中求进，各项工作有序推进，成效明显。

      一、情况

      工作扎实推进，成效明显，群众满意。

      征程万里风正劲，重任千斤再奋蹄。站在新起点，再创佳绩。
      """
    #expect(try read(text).flags.map(\.kind) == [.headlineEcho])
  }
}
