import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import PageMakeup

/// AD-2: importance is bound to the size of a head.
@Suite struct HeadRankTests {
  private func stories(_ weights: [Int], characters: Int = 600) -> [HeadRank.Story] {
    weights.map { HeadRank.Story(importance: $0, characters: characters) }
  }

  @Test func theOnlyStoryOfTheHighestImportanceLeads() {
    let ranks = HeadRank.ranks(of: stories([2, 4, 1, 2, 1]))
    #expect(ranks.map(\.level) == [2, 1, 3, 2, 3])
    #expect(ranks.map(\.isTurned) == [false, false, false, true, true])
  }

  @Test func storiesOfOneImportanceFollowThePlan() {
    #expect(HeadRank.ranks(of: stories([1, 1, 1])).map(\.level) == [1, 2, 2])
    #expect(HeadRank.ranks(of: stories([3, 3, 1])).map(\.level) == [2, 2, 3])
  }

  @Test func onlyTheLeastImportantAreBriefs() {
    var some = stories([3, 2, 1, 1])
    some[1].characters = 120
    some[3].characters = 120
    #expect(HeadRank.ranks(of: some).map(\.isBrief) == [false, false, false, true])
  }

  @Test func aStoryThatGoesOnHasAReminderForAHead() {
    var some = stories([4, 2, 1])
    some[0].isContinued = true
    let ranks = HeadRank.ranks(of: some)
    #expect(ranks.map(\.level) == [3, 1, 2])
  }

  @Test func aLayoutWithoutRanksUsesItsOneStyle() {
    var sheet = StyleSheet()
    sheet["headline"] = sheet.resolved("headline")
    #expect(HeadRank(level: 4).style(in: sheet) == "headline")
    sheet["headline-2"] = sheet.resolved("headline")
    #expect(HeadRank(level: 4, isTurned: true).style(in: sheet) == "headline-2")
  }

  // MARK: Pictures

  private let tabloid = PictureCaps(
    grid: PageGrid(
      columns: 6, measure: 11, gutter: 1, lines: 86, em: .points(9), leading: .points(11.54),
      origin: .zero))

  private func picture(_ width: Int, _ height: Int) -> MakeupPicture {
    MakeupPicture(
      image: ImageSource(
        path: "p", format: .jpeg, pixelWidth: width * 600, pixelHeight: height * 600))
  }

  @Test func anUprightPictureIsNoFifthOfThePage() {
    #expect(tabloid.widest(picture(3, 4)) == 2)
    #expect(tabloid.widest(picture(2, 3)) == 1)
    #expect(tabloid.widest(picture(3, 2)) == 5)
    #expect(tabloid.widest(picture(1, 2)) == 1)
  }

  @Test func theFirstPictureIsHalfAsLargeAgain() {
    func object(_ area: Double) -> PageObject {
      PageObject(
        columns: 1...1, place: .head, heights: [FlowShape.Height(rows: 4, cost: 0)],
        draw: { _ in Fragment(size: .zero) }, name: "picture", imageArea: { _ in area })
    }
    let prices = FitPrices()
    func cost(_ areas: [Double]) -> Double {
      PictureBalance(areas.map(object), prices: prices)
        .cost(heights: areas.map { _ in 0 }, text: 100)
    }
    #expect(cost([30, 20]) == 0)
    #expect(cost([29, 20]) == prices.largePicture * 2.5)
    #expect(cost([19, 20]) == prices.largePicture * 5)
    #expect(cost([90, 30]) > 0, "pictures larger than the text")
    #expect(cost([30]) == 0)
  }
}
