import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// PW-1…PW-6 and MX-1…MX-3 against the cases of CSS and xeCJK.
@Suite struct WidthCases {
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)

  private func composer(
    _ region: CompositionProfile.Region = .simplified,
    _ scheme: CompositionProfile.PunctuationScheme = .fullWidth
  ) -> Composer {
    let shaper = SquareShaper()
    shaper.centresMarks = region == .traditional
    var profile = CompositionProfile()
    profile.region = region
    profile.scheme = scheme
    return Composer(shaper: shaper, profile: profile)
  }

  private func halves(_ text: String, _ composer: Composer) throws -> Set<Int> {
    let positions = try composer.breakPositions(text, style: style)
    return Set(zip(positions.starts, positions.widths).filter { $0.1 < 0.8 }.map(\.0))
  }

  // The middle dot is half an em on the mainland (GB/T 15834, part 2), a whole one in CSS.
  private func dots(_ text: String) -> Set<Int> {
    Set(text.unicodeScalars.enumerated().filter { $0.element == "・" }.map(\.offset))
  }

  @Test func trimPairs() throws {
    guard let file = CaseFile("wpt-text-spacing-trim-zh.tsv") else { return }
    var passed = 0
    var deviations: [String] = []
    for row in file.rows {
      let isSimplified = row[0] == "zh-Hans"
      let expected = Set(row[2].split(separator: ",").compactMap { Int($0) })
      let found = try halves(row[1], composer(isSimplified ? .simplified : .traditional))
      if found == expected {
        passed += 1
      } else if isSimplified, found.subtracting(dots(row[1])) == expected {
        deviations.append(row[1])
      } else {
        Issue.record("\(row[0]) \(row[1]): \(found.sorted()) for \(expected.sorted())")
      }
    }
    print(
      "wpt-text-spacing-trim-zh.tsv: \(passed) and \(deviations.count) with ・ on ½ em "
        + "(GB/T 15834): \(deviations.joined(separator: " "))")
    #expect(passed + deviations.count == 56)
  }

  // The classes of wpt-text-spacing-trim-combinations.json, with D, L, S and R in C as zh-Hans wants.
  @Test func combinations() throws {
    let open = Array("《「『〔〖〘〝（｛｟‘“")
    let close = Array("》」』〕〗〙〟）｝｠、。，．：；’”")
    let middle = Array("・\u{3000}")
    let patterns: [([Character], [Character], Set<Int>)] = [
      (close, close, [1]), (close, middle, [1]), (close, open, [2]), (middle, open, [2]),
      (open, open, [2]),
    ]
    let composer = composer()
    var count = 0
    var deviations = 0
    for (firsts, seconds, expected) in patterns {
      for first in firsts {
        for second in seconds {
          let text = "国\(first)\(second)国"
          let found = try halves(text, composer)
          count += 1
          if found != expected {
            #expect(found.subtracting(dots(text)) == expected, "\(text) \(found)")
            deviations += 1
          }
        }
      }
    }
    print(
      "trim combinations zh-Hans: \(count - deviations) of \(count), \(deviations) with ・ on ½ em")
    #expect(count == 744)
  }

  @Test func xecjkWidths() throws {
    guard let file = CaseFile("xecjk-widths.tsv") else { return }
    for row in file.rows {
      let scheme = CompositionProfile.PunctuationScheme(rawValue: row[0]) ?? .fullWidth
      let positions = try composer(.simplified, scheme).breakPositions(row[2], style: style)
      let width = positions.widths.reduce(0, +)
      let expected = try #require(Double(row[3]))
      // xeCJK sets · on a whole em in 全角; GB/T 15834 has ½ em (part 9).
      let dot = row[2].contains("·") ? 0.5 : 0
      #expect(abs(width + dot - expected) < 0.01, "\(row.joined(separator: " ")): \(width)")
    }
    print("xecjk-widths.tsv: \(file.rows.count - 1) and 1 with · on ½ em (GB/T 15834)")
  }

  @Test func autospace() throws {
    guard let file = CaseFile("wpt-text-autospace.tsv") else { return }
    for row in file.rows where !row[2].contains("zh-001") {
      let parts = row[0].components(at: " @4em")
      let expected = Set(row[1].split(separator: ",").compactMap { Int($0) })
      let shaper = SquareShaper()
      shaper.western = 1
      let paragraph = try Composer(shaper: shaper).compose(parts.text, ems: parts.wraps ? 4 : 20)
      var gaps: Set<Int> = []
      for line in paragraph.lines {
        let reading = LineReading(line)
        for index in reading.characters.indices.dropFirst() {
          let space = reading.origins[index] - reading.origins[index - 1] - 1
          if space > 0.1 { gaps.insert(line.range.lowerBound + index) }
        }
        #expect(reading.origins.first == 0)
      }
      #expect(gaps == expected, "\(row[0]) \(gaps)")
    }
    print("wpt-text-autospace.tsv: 6 and 1 (no gap round ASCII ! #: part 9, CLREQ) of 7")
  }

  @Test func lineStarts() throws {
    guard let file = CaseFile("wpt-line-start-trim.tsv") else { return }
    for row in file.rows {
      let expected = row[3].split(separator: "|").map(String.init)
      let paragraph = try Composer(shaper: SquareShaper(), breaker: FirstFitBreaker())
        .compose(row[1], ems: 4)
      #expect(paragraph.lines.map(\.text) == expected, "\(row[1])")
      for line in paragraph.lines
      where line.range.lowerBound > 0 && "（“".contains(line.text.first ?? " ") {
        #expect(LineReading(line).origins[0] == -0.5, "PW-4 \(line.text)")
      }
    }
  }
}

extension String {
  fileprivate func components(at mark: String) -> (text: String, wraps: Bool) {
    hasSuffix(mark) ? (String(dropLast(mark.count)), true) : (self, false)
  }
}
