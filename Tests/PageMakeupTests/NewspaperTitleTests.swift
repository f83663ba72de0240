import Diagnostics
import ReportModel
import Testing

@testable import PageMakeup

/// A page has one name plate (NP-13).
@Suite struct NewspaperTitleTests {
  private func block(_ role: ReportRole, _ text: String) -> ReportBlock {
    ReportBlock(role: role, text: text, range: SourceRange(file: "a.txt", line: 1))
  }

  @Test func aBulletinsNamePlateBecomesTheKicker() {
    let blocks = [
      block(.masthead, "乡村振兴工作简报"), block(.issue, "第18期"),
      block(.issuerDate, "乡村振兴专班办公室 2031年11月6日"), block(.headline, "盘活闲置农房"),
      block(.deck, "——岑岭乡的做法"),
    ]
    let folded = NewspaperTitle.folded(blocks)
    #expect(folded.map(\.role) == [.kicker, .headline, .deck, .byline])
    #expect(folded[0].text == "乡村振兴工作简报　第18期")
    #expect(folded[3].text == "乡村振兴专班办公室　2031年11月6日")
  }

  @Test func aTitleWithoutAHeadlineStaysAsItIs() {
    let blocks = [block(.masthead, "乡村振兴工作简报"), block(.issue, "第18期")]
    #expect(NewspaperTitle.folded(blocks) == blocks)
  }
}
