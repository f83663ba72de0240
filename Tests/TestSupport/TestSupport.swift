import DisplayList
import Geometry
public import LayoutSpecs
public import Typesetting

/// Ten points of the role `body`: a size whose half, quarter and eighth are whole units.
public let bodyStyle = CharacterStyle(role: "body", size: .points(10))

/// A line's glyph advances as shares of the em, by character: what the rules speak of.
public struct LineReading: Hashable, Sendable {
  /// The characters that are drawn.
  public var characters: [Character]
  /// Left edge of each character's box, in ems, as drawn.
  public var origins: [Double]

  /// Reads a line's runs.
  public init(_ line: ComposedLine, em: Double = 10) {
    characters = []
    origins = []
    for item in line.items {
      guard case .glyphs(let run) = item.item else { continue }
      var glyph = 0
      var scalars = Array(run.text.utf8)[...]
      for cluster in run.clusters {
        let text = String(decoding: scalars.prefix(cluster.bytes), as: UTF8.self)
        scalars = scalars.dropFirst(cluster.bytes)
        let x = (item.origin.x + run.glyphs[glyph].x).points / em
        characters.append(text.first ?? " ")
        origins.append(x)
        glyph += cluster.glyphs
      }
    }
  }
}

extension LineReading {
  /// The text of a line's runs, as it is copied from the page.
  public static func text(of line: ComposedLine) -> String {
    line.items.reduce(into: "") { text, item in
      if case .glyphs(let run) = item.item { text += run.text }
    }
  }
}

extension ComposedLine {
  /// Whether the clusters of every run add up to its text and its glyphs, as a PDF asks.
  public var hasWholeRuns: Bool {
    items.allSatisfy { item in
      guard case .glyphs(let run) = item.item else { return true }
      return run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count
        && run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count
    }
  }
}

extension Composer {
  /// Composes plain text in the body style, as most tests do.
  public func compose(
    _ text: String, ems: Double, indent: Double = 0, alignment: Alignment = .justified,
    tightness: Tightness = .normal
  ) throws -> ComposedParagraph {
    let style = ParagraphStyle(
      character: bodyStyle, alignment: alignment, firstLineIndent: indent)
    return try compose(
      [TextSpan(text, bodyStyle)], style: style,
      measures: LineMeasures(bodyStyle.size.scaled(by: ems)), tightness: tightness)
  }
}
