import DisplayList
import Geometry
import LayoutSpecs

/// What a style means to a glyph run.
struct Look: Hashable {
  var size: Length
  var ink: Ink
  var rise: Length
}

/// A built paragraph laid open for setting lines: no reference counting in the inner loops. Valid
/// only inside `BuiltParagraph.withSource`.
struct SetSource {
  let ruler: LineRuler
  let contents: UnsafeBufferPointer<BoxContent>
  let glyphs: UnsafeBufferPointer<SetGlyph>
  let text: UnsafeBufferPointer<UInt8>
  let looks: UnsafeBufferPointer<Look>

  /// The set text between two UTF-8 offsets.
  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}

extension BuiltParagraph {
  /// Lays the paragraph open with its problem.
  func withSource<Result>(_ problem: BreakProblem, _ body: (SetSource) -> Result) -> Result {
    let looks = styles.map { Look(size: $0.size, ink: $0.ink, rise: $0.rise) }
    return problem.withRuler { ruler in
      contents.withUnsafeBufferPointer { contents in
        glyphs.withUnsafeBufferPointer { glyphs in
          text.withUnsafeBufferPointer { text in
            looks.withUnsafeBufferPointer { looks in
              body(
                SetSource(
                  ruler: ruler, contents: contents, glyphs: glyphs, text: text, looks: looks))
            }
          }
        }
      }
    }
  }
}
