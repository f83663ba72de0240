import Foundation
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// LA-4, LA-5 and PG-3 on the report texts, at the measures of the newspaper and the bulletin.
@Suite struct CorpusTests {
  private static let texts = [
    "gangshan-2022.txt", "c-town-yearly-report.txt", "f-brief-with-attachments.txt",
    "a-monthly-opinion-analysis.md",
  ]

  /// Running text: no table rows, no lines that a heading would be.
  private func paragraphs() -> [String]? {
    guard let folder = CaseFile.folder("reports") else {
      print("skipped: no reports; set BANXIN_SHARED to the folder that holds them")
      return nil
    }
    return Self.texts.flatMap { name in
      let text = try? String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return (text ?? "").split(separator: "\n").map(String.init).filter {
        !$0.hasPrefix("|") && !$0.contains("\t") && $0.contains("。")
      }
    }
  }

  @Test(arguments: [11.0, 13, 28]) func optimalIsBetter(ems: Double) throws {
    guard let paragraphs = paragraphs() else { return }
    let optimal = Composer(shaper: SquareShaper())
    var count = 0
    var mixed = 0
    for (name, breaker) in [
      ("pushing out only", FirstFitBreaker(squeezesIn: false)), ("squeezing in", FirstFitBreaker()),
    ] {
      let greedy = Composer(shaper: SquareShaper(), breaker: breaker)
      var tally = (better: 0, mixed: 0, optimal: 0.0, greedy: 0.0)
      count = 0
      for text in paragraphs {
        let best = try optimal.compose(text, ems: ems, indent: 2)
        let first = try greedy.compose(text, ems: ems, indent: 2)
        #expect(best.badness <= first.badness + 1e-6, "LA-5 \(text)")
        tally.optimal += best.badness
        tally.greedy += first.badness
        guard text.contains(where: { $0.isASCII && $0.isNumber }), first.lines.count > 2 else {
          continue
        }
        count += 1
        if best.badness < first.badness - 1e-9 { tally.mixed += 1 }
      }
      mixed = max(mixed, tally.mixed)
      print(
        "\(ems) em against first fit \(name): badness \(Int(tally.optimal)) to \(Int(tally.greedy)), "
          + "strictly less in \(tally.mixed) of \(count) mixed paragraphs")
    }
  }

  @Test(arguments: [11.0, 13, 28]) func linesAreEven(ems: Double) throws {
    guard let paragraphs = paragraphs() else { return }
    let composer = Composer(shaper: SquareShaper())
    var gaps: [Double] = []
    var pushed: [String] = []
    var pure = 0
    for text in paragraphs {
      let paragraph = try composer.compose(text, ems: ems, indent: 2)
      #expect(!isLone(paragraph), "PG-3 \(paragraph.lines.map(\.text))")
      for line in paragraph.lines.dropLast() {
        gaps.append(line.fit.gap)
        guard line.text.allSatisfy({ RandomText.isHan($0) }) else { continue }
        pure += 1
        guard line.fit.gap > 0 else { continue }
        let reason = try #require(line.fit.pushedOut)
        pushed.append("\(line.text) (\(reason.rawValue) \(line.fit.pushedOutText))")
      }
    }
    let mean = gaps.reduce(0, +) / Double(max(1, gaps.count))
    print(
      "\(ems) em: \(gaps.count) full lines, gap mean \(format(mean)) max \(format(gaps.max() ?? 0)) em, "
        + "\(gaps.filter { $0 > 0.1 }.count) over 0.10; \(pushed.count) of \(pure) pure Han lines "
        + "stretched: \(pushed.joined(separator: ", "))")
    #expect(mean < 0.03)
  }

  private func isLone(_ paragraph: ComposedParagraph) -> Bool {
    guard paragraph.lines.count > 1, let last = paragraph.lines.last else { return false }
    return last.text.filter { $0.isLetter || $0.isNumber }.count < 2
  }

  private func format(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// Characters a second: `BANXIN_MEASURE=1 swift test -c release --filter SpeedTests`.
@Suite struct SpeedTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BANXIN_MEASURE"] != nil))
  func charactersASecond() throws {
    var random = RandomText(seed: 1)
    let texts = (0..<60).map { _ in random.paragraph(pieces: 120, wild: false) }
    let count = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    let composer = Composer(shaper: SquareShaper())
    for ems in [11.0, 13, 28] {
      var best = Double.infinity
      for _ in 0..<20 {
        let start = clock()
        for text in texts { _ = try composer.compose(text, ems: ems, indent: 2) }
        best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      }
      print("\(ems) em: \(Int(Double(count) / best)) characters a second, \(count) characters")
    }
  }
}
