import Geometry
import Testing

@testable import PageMakeup

@Suite struct BroadcastTextTests {
  @Test func sentencesEndWithTheirMarks() {
    #expect(
      BroadcastText.sentences("大家好。他说：“请注意！”谢谢；再见")
        == ["大家好。", "他说：“请注意！”", "谢谢；", "再见"])
  }

  @Test func breathsAreShort() {
    let texts = [
      "今年1至10月，全区发生电动自行车火灾14起，其中9起是在楼道里充电引起的。",
      "在全县三季度群众满意度测评中岑岭乡得分九十六点八分列十四个乡镇第一名比上半年上升六个位次。",
      String(repeating: "国", count: 90) + "。", "不在楼道、门厅停放，不拉线充电。",
    ]
    for text in texts {
      let breaths = BroadcastText.breaths(text)
      #expect(breaths.joined() == text)
      #expect(breaths.allSatisfy { BroadcastText.spoken($0) <= BroadcastText.breath }, "\(breaths)")
    }
    #expect(BroadcastText.breaths(texts[3]).count == 1)
  }

  @Test func aNumberIsNotTorn() {
    let breaths = BroadcastText.breaths(String(repeating: "国", count: 22) + "1234567万元。")
    #expect(breaths.contains { $0.contains("1234567") })
  }

  @Test(arguments: [(40, "12秒"), (200, "1分钟"), (274, "1分23秒"), (601, "3分1秒")])
  func timesAreAtTwoHundredAMinute(_ characters: Int, _ time: String) {
    #expect(BroadcastText.time(characters) == time)
  }

  @Test func marksAreNotRead() { #expect(BroadcastText.spoken("一、二。“三” 4") == 4) }
}

@Suite struct BannerTests {
  @Test func tilesEndBetweenCharacters() {
    let gaps = [3, 5, 7, 9].map { Length.points(Double($0)) }
    let seams = BannerMaker.seams(gaps, width: .points(12), most: .points(5))
    #expect(seams.map(\.to) == [.points(5), .points(9), .points(12)])
    #expect(zip(seams, seams.dropFirst()).allSatisfy { $0.to == $1.from })
    #expect(seams.allSatisfy { $0.to - $0.from <= .points(5) })
  }

  @Test func aNarrowBannerIsOneTile() {
    #expect(BannerMaker.seams([], width: .points(4), most: .points(5)).count == 1)
  }
}

@Suite struct PosterColumnTests {
  private func rows(_ heights: [Double], keeps: Set<Int> = []) -> [BlockStack.Row] {
    heights.enumerated().map { number, height in
      BlockStack.Row(
        items: [], height: .points(height), keepsWithNext: keeps.contains(number))
    }
  }

  @Test func columnsAreAsLowAsTheyCanBe() throws {
    let set = try #require(
      PosterColumns(rows: rows(Array(repeating: 10, count: 9)), count: 2)
        .balanced(atMost: .points(100)))
    #expect(set.columns.map(\.count) == [5, 4])
    #expect(set.height <= .points(53))
  }

  @Test func aHeadDoesNotEndAColumn() throws {
    let set = try #require(
      PosterColumns(rows: rows(Array(repeating: 10, count: 8), keeps: [3, 4]), count: 2)
        .balanced(atMost: .points(100)))
    #expect(set.columns.map(\.count) == [3, 5])
  }

  @Test func whatDoesNotFitIsSaid() {
    let tall = rows(Array(repeating: 10, count: 9))
    #expect(PosterColumns(rows: tall, count: 2).balanced(atMost: .points(40)) == nil)
    #expect(PosterColumns(rows: tall, count: 1).balanced(atMost: .points(80)) == nil)
  }
}
