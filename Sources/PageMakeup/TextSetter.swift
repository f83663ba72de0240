import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A character without a glyph, with its place in the source.
struct PlacedMissing: Hashable {
  var scalar: Unicode.Scalar
  var role: String
  var range: SourceRange?
}

/// The characters that no face has, collected over a whole job.
final class MissingLog {
  private(set) var characters: [PlacedMissing] = []
  private var known: Set<PlacedMissing> = []

  func note(_ found: PlacedMissing) {
    if known.insert(found).inserted { characters.append(found) }
  }
}

/// Sets text in the styles of a layout: the only place where make-up asks for composition.
struct TextSetter {
  let layout: LayoutSpec
  /// The page's own columns, where `layout` has those of a module set in others (NP-4).
  let pageGrid: PageGrid
  /// Whether pages are proofs, with their grid and boxes drawn over them.
  let isProof: Bool
  private let composer: Composer
  private let shaper: any TextShaper
  /// Sets the charts among the pictures.
  let charts: ChartSetter
  private let missing: MissingLog

  var missingCharacters: [PlacedMissing] { missing.characters }

  init(
    layout: LayoutSpec, shaper: any TextShaper, hyphenation: HyphenationPatterns? = nil,
    isProof: Bool = false
  ) {
    self.isProof = isProof
    self.layout = layout
    pageGrid = layout.grid
    missing = MissingLog()
    self.shaper = shaper
    charts = ChartSetter(shaper: shaper)
    composer = Composer(
      shaper: shaper, profile: layout.composition, hyphenation: hyphenation)
  }

  private init(_ other: TextSetter, layout: LayoutSpec) {
    self.layout = layout
    pageGrid = other.pageGrid
    isProof = other.isProof
    shaper = other.shaper
    charts = other.charts
    composer = other.composer
    missing = other.missing
  }

  /// The same for a module whose text stands in other columns than the page's.
  init(_ page: TextSetter, grid: PageGrid) {
    var layout = page.layout
    layout.grid = grid
    self.init(page, layout: layout)
  }

  /// A setter whose styles are larger or smaller by a factor; what it finds missing, this one knows.
  func scaled(by factor: Double) -> TextSetter {
    var layout = layout
    layout.styles = layout.styles.scaled(by: factor)
    return TextSetter(self, layout: layout)
  }

  var grid: PageGrid { layout.grid }

  var prices: FitPrices { layout.objects.prices }

  /// How many of the page's own columns are about as wide as so many of this grid.
  func pageColumns(in columns: Int) -> Int {
    if pageGrid == grid { return columns }
    let pitch = pageGrid.em * (pageGrid.measure + pageGrid.gutter)
    return max(1, Int((grid.width(ofColumns: columns) / pitch).rounded()))
  }

  /// Whether the page has but one column, as a bulletin has.
  var isOneColumn: Bool { pageGrid.columns == 1 }

  func style(_ name: String) -> NamedStyle { layout.styles.resolved(name) }

  func ink(_ name: String) -> Ink { layout.palette.ink(name) }

  /// From the top of the em box to the baseline of a style.
  func ascent(of style: CharacterStyle) throws(Rejection) -> Length {
    style.size.scaled(by: try shaper.metrics(of: style.role).emTop)
  }

  /// Characters of a line from which on lines are chosen together.
  private static let fewest = 4

  /// Composes spans in a measure and remembers what no face has.
  func compose(
    _ spans: [TextSpan], style: ParagraphStyle, measure: Length, tightness: Tightness = .normal,
    range: SourceRange? = nil
  ) throws(Rejection) -> ComposedParagraph {
    // In a few characters' room no line can be evened out: each is filled.
    let isNarrow = measure < style.character.size * Self.fewest && style.alignment != .justified
    let composer = isNarrow ? composer.breaking(by: FirstFitBreaker()) : composer
    let set = try composer.compose(
      spans, style: style, measures: LineMeasures(measure), tightness: tightness)
    if !set.missing.isEmpty { remember(set.missing, in: spans, range: range) }
    return set
  }

  /// The settings of different line counts that a paragraph has, the best one first, and remembers
  /// what no face has.
  func variants(
    _ spans: [TextSpan], style: ParagraphStyle, measure: Length, range: SourceRange? = nil
  ) throws(Rejection) -> [ParagraphVariant] {
    let variants = try composer.variants(spans, style: style, measures: LineMeasures(measure))
    // All settings have the same characters.
    if let missing = variants.first?.paragraph.missing, !missing.isEmpty {
      remember(missing, in: spans, range: range)
    }
    return variants.filter { $0.tightness == .normal } + variants.filter { $0.tightness != .normal }
  }

  private func remember(
    _ missing: [MissingCharacter], in spans: [TextSpan], range: SourceRange?
  ) {
    for one in missing {
      var offset = one.offset
      var role = spans.first?.style.role.rawValue ?? ""
      var place = range
      let text = spans.map(\.text).joined()
      if let start = range {
        place = SourcePlace.of(offset: one.offset, in: text, from: start)
      }
      for span in spans {
        role = span.style.role.rawValue
        offset -= span.text.unicodeScalars.count
        if offset < 0 { break }
      }
      let found = PlacedMissing(scalar: one.scalar, role: role, range: place)
      self.missing.note(found)
    }
  }

  // MARK: Display lines

  /// Lines of one style stacked from a top edge, each composed on its own, at the size that fits.
  func stack(
    _ texts: [String], style: NamedStyle, width: Length, range: SourceRange? = nil
  ) throws(Rejection) -> Fragment {
    let set = try fitted(texts, style: style, width: width, range: range)
    return try stack(set.lines, style: set.style, spacing: style.lineSpacing, width: width)
  }

  /// With size steps, the largest size is taken at which every text stands on one line; where none
  /// is small enough, lines are broken at the smallest.
  func fitted(
    _ texts: [String], style: NamedStyle, width: Length, range: SourceRange? = nil
  ) throws(Rejection) -> (lines: [ComposedLine], style: CharacterStyle) {
    let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
    var set: [ComposedParagraph] = []
    var paragraph = style.paragraph
    for size in steps {
      paragraph.character.size = size
      set = []
      for text in texts {
        set.append(
          try compose(
            [TextSpan(text, paragraph.character)], style: paragraph, measure: width, range: range))
      }
      if set.allSatisfy({ $0.lines.count <= 1 }) { break }
    }
    return (set.flatMap(\.lines), paragraph.character)
  }

  /// Composed lines under each other at a spacing of so many ems.
  func stack(
    _ lines: [ComposedLine], style: CharacterStyle, spacing: Double, width: Length
  ) throws(Rejection) -> Fragment {
    let pitch = style.size.scaled(by: spacing)
    let ascent = try ascent(of: style)
    var items: [PlacedItem] = []
    for (number, line) in lines.enumerated() {
      let baseline = pitch * number + ascent
      items += line.placed(onBaseline: baseline)
    }
    let height = lines.isEmpty ? .zero : pitch * (lines.count - 1) + style.size
    return Fragment(size: Size(width: width, height: height), baseline: ascent, items: items)
  }

  /// Lines of a vertical headline 竖题 in a height, columns from right to left (VT-1, VT-2).
  func vertical(
    _ text: String, style: NamedStyle, height: Length, range: SourceRange? = nil
  ) throws(Rejection) -> ComposedParagraph {
    try vertical(
      [TextSpan(text, style.paragraph.character)], style: style.paragraph, height: height,
      range: range)
  }

  /// A paragraph in vertical lines of a height (VT-1).
  func vertical(
    _ spans: [TextSpan], style: ParagraphStyle, height: Length, range: SourceRange? = nil
  ) throws(Rejection) -> ComposedParagraph {
    let set = try VerticalComposer(shaper: shaper, profile: layout.composition).compose(
      spans, style: style, heights: LineMeasures(height))
    if !set.missing.isEmpty { remember(set.missing, in: spans, range: range) }
    return set
  }

  /// One line of a style at its natural width.
  func line(
    _ text: String, style: CharacterStyle, range: SourceRange? = nil
  ) throws(Rejection) -> (items: [PlacedItem], width: Length) {
    let plain = ParagraphStyle(character: style, alignment: .left, firstLineIndent: 0)
    let set = try compose(
      [TextSpan(text, style)], style: plain, measure: .millimetres(5000), range: range)
    guard let line = set.lines.first else { return ([], .zero) }
    return (line.placed(onBaseline: .zero), line.indent + line.width)
  }
}

extension ComposedLine {
  /// The line's items from the left edge of its measure, with the baseline at a height.
  func placed(onBaseline baseline: Length) -> [PlacedItem] {
    let corner = Point(x: indent, y: baseline)
    return items.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }
}

/// Places in a source that paragraphs of a report keep.
enum SourcePlace {
  /// The place of a character; only exact while the paragraph stands on one source line.
  static func of(offset: Int, in text: String, from range: SourceRange) -> SourceRange {
    guard range.start.line == range.end.line else { return range }
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex)
    let before = text[..<(end ?? scalars.endIndex)].count
    return SourceRange(
      file: range.file, line: range.start.line, column: range.start.column + before)
  }
}
