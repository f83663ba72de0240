import Diagnostics
import ReportModel
import ReportReading
import Testing

/// What a person is asked, and what becomes of the answer.
@Suite("Doubts")
struct DoubtTests {
  private func block(_ text: String, _ confidence: Double, _ role: ReportRole = .headline)
    -> ReportBlock
  {
    ReportBlock(
      role: role, text: text, lines: [1], confidence: confidence, alternative: .deck,
      range: SourceRange(file: "a.txt", line: 1))
  }

  @Test func aConfirmedRoleIsAskedOnce() throws {
    var report = Report(source: "a.txt", blocks: [block("要求严把质量", 0.6), block("水长流", 0.99)])
    #expect(report.doubts.map(\.text) == ["要求严把质量"])
    guard case .role(let roles) = report.doubts[0].question else { return }
    #expect(roles.prefix(2) == [.headline, .deck])
    report.confirm(0, as: .deck)
    #expect(report.doubts.isEmpty)
    #expect(report.blocks[0].role == .deck)
    var problems = Problems()
    let back = try ReportYAML.read(ReportYAML.write(report), file: "a.yaml", into: &problems)
    #expect(back == report)
    #expect(back.doubts.isEmpty)
  }

  @Test func aJoinOnLengthAloneIsADoubt() throws {
    let opening = "入冬以来，荻港镇把老旧管网一段一段查过来，换新管道3.2公里，居民家里的水压稳了。"
    let text = "水管里的民心\n\n\(opening)\n\n镇里请来技术员现场会诊，当年节水212.6万吨，较改造之前\n\n高出三成左右，居民都说好。\n"
    var report = try read(text)
    let doubt = try #require(
      report.doubts.first { if case .join = $0.question { true } else { false } })
    guard case .join(let join) = doubt.question else { return }
    #expect(doubt.text.contains("较改造之前｜高出三成"))
    var other = report
    report.confirm(join, in: doubt.block)
    #expect(report.joins.count == 1 && !report.joins.contains { $0.needsCheck })
    other.undo(join, in: doubt.block)
    #expect(other.joins.isEmpty)
    #expect(
      other.blocks.map(\.text).suffix(2) == ["镇里请来技术员现场会诊，当年节水212.6万吨，较改造之前", "高出三成左右，居民都说好。"])
    #expect(other.blocks.map(\.lines).suffix(2) == [[5], [7]])
  }

  @Test func aSeamThatSaysSoIsNone() throws {
    let opening = "入冬以来，荻港镇把老旧管网一段一段查过来，换新管道3.2公里，居民家里的水压稳了。"
    let report = try read("水管里的民心\n\n\(opening)\n\n镇里请来技术员现场会诊，当年节水2\n\n126吨，居民都说好。\n")
    #expect(report.joins.count == 1)
    #expect(!report.joins.contains { $0.needsCheck })
  }
}
