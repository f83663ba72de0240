import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// PW-9: a highlighted, linked or bold phrase breaks as the plain text does.
@Suite struct HighlightTests {
  private static let looks: [CharacterStyle] = [
    CharacterStyle(role: "hei-bold", size: .points(10)),
    CharacterStyle(
      role: "body", size: .points(10), ink: Ink(cyan: 1, magenta: 0.6, yellow: 0, black: 0)),
    CharacterStyle(role: "body", size: .points(10), emphasis: .dots),
    CharacterStyle(role: "body", size: .points(10), emphasis: .properName),
  ]

  /// A text cut at random places, every other piece in another look.
  private func spans(_ source: String, _ text: inout RandomText) -> [TextSpan] {
    let characters = Array(source)
    var cuts = Set((0..<text.number(in: 1...6)).map { _ in text.number(in: 0...characters.count) })
    cuts.formUnion([0, characters.count])
    let places = cuts.sorted()
    return zip(places, places.dropFirst()).enumerated().map { number, piece in
      let look = number.isMultiple(of: 2) ? bodyStyle : text.pick(Self.looks)
      return TextSpan(String(characters[piece.0..<piece.1]), look)
    }
  }

  @Test(arguments: 0..<20) func aHighlightMovesNoBreak(seed: Int) throws {
    var text = RandomText(seed: UInt64(3000 + seed))
    let shaper = SquareShaper()
    for _ in 0..<100 {
      var profile = CompositionProfile()
      profile.scheme = text.pick(CompositionProfile.PunctuationScheme.allCases)
      profile.level = text.pick(CompositionProfile.BreakLevel.allCases)
      let composer = Composer(shaper: shaper, profile: profile)
      let measures = LineMeasures(bodyStyle.size.scaled(by: Double(text.number(in: 16...80)) / 2))
      let style = ParagraphStyle(character: bodyStyle, firstLineIndent: text.pick([0, 2]))
      let source = text.paragraph(pieces: text.number(in: 1...80), wild: false)
      let plain = try composer.compose(
        [TextSpan(source, bodyStyle)], style: style, measures: measures)
      // A word longer than the measure is parted letter by letter, each piece of it by itself.
      if plain.lines.contains(where: \.fit.isEmergency) { continue }
      let marked = try composer.compose(spans(source, &text), style: style, measures: measures)
      #expect(marked.lines.map(\.text) == plain.lines.map(\.text), "\(source)")
      #expect(marked.lines.map(\.width) == plain.lines.map(\.width), "\(source)")
    }
  }
}
