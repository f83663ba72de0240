import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel
import Testing
import Typesetting

@testable import PageMakeup

@Suite("Marked text")
struct MarkedTextTests {
  private let style = ParagraphStyle(
    character: CharacterStyle(role: "fang", size: .points(14)),
    runIn: CharacterStyle(role: "hei", size: .points(14)))

  private func spans(_ text: String, lead: Int = 0, _ marks: [TextMark]) -> [String] {
    let block = ReportBlock(
      role: .body, text: text, runInLead: lead, marks: marks,
      range: SourceRange(file: "t", line: 1))
    let spans = MarkedText.spans(of: block, style: style)
    #expect(spans.map(\.text).joined() == text)
    return spans.map { span in
      "\(span.text) \(span.style.role.rawValue) \(span.style.emphasis.rawValue)"
        + (span.style.isDotted ? " dotted" : "") + (span.ruby.map { " " + $0 } ?? "")
    }
  }

  @Test func wordsLookAsTheyAreMarked() {
    #expect(
      spans(
        "强化督办。由杏溪镇核实",
        lead: 5,
        [
          TextMark(6..<9, .properName), TextMark(6..<9, .emphasis), TextMark(9..<11, .strong),
        ]) == [
          "强化督办。 hei none", "由 fang none", "杏溪镇 fang proper-name dotted", "核实 hei none",
        ])
  }

  @Test func aReadingIsNeverCut() {
    #expect(
      spans("由䶮某来", [TextMark(1..<3, .reading, reading: "yǎn mǒu"), TextMark(2..<4, .strong)])
        == ["由 fang none", "䶮某 fang none yǎn mǒu", "来 hei none"])
  }

  @Test func marksBeyondTheTextDoNoHarm() {
    #expect(spans("短", [TextMark(0..<9, .strong), TextMark(5..<9, .emphasis)]) == ["短 hei none"])
  }
}
