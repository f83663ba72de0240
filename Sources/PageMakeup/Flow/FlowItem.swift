import Diagnostics
import DisplayList

/// What one grid row of a flow item draws, placed from the column's left edge and the top of the
/// row's em box.
typealias RowItems = [PlacedItem]

/// One way to set a flow item: so many rows at a price.
struct FlowChoice {
  /// What each row draws; the count is the height in grid rows.
  var rows: [RowItems]
  /// What this way costs against the natural one (product 3.2).
  var cost: Double
  /// How it came about, for the fit report: tight, normal or loose.
  var name: String
}

/// A paragraph, head, table or picture in the column flow: whole grid rows, nothing else.
struct FlowItem {
  /// Ways to set it; never empty, heights all different.
  var choices: [FlowChoice]
  /// Whether it may be cut between two regions; a head may not.
  var isSplittable: Bool
  /// Whether it must stand over at least two rows of what follows (PG-5).
  var keepsWithNext: Bool
  /// The block of the report.
  var name: String
  /// Where it stands in the source.
  var range: SourceRange?
  /// What it is to those who hear the page instead of seeing it.
  var tag = StructureTag(.paragraph)
  /// How pages treat it.
  var paging = Paging()
  /// Notes that hang on it, in the order of their marks.
  var notes: [FlowNote] = []
  /// Its words before lines were broken; none for what is no running text.
  var words: [FlowParagraph] = []
  /// Whether it is the rest of one that was begun on the page before.
  var goesOn = false

  init(
    choices: [FlowChoice], isSplittable: Bool = true, keepsWithNext: Bool = false, name: String,
    range: SourceRange? = nil
  ) {
    precondition(!choices.isEmpty, "a flow item needs a way to be set")
    self.choices = choices
    self.isSplittable = isSplittable
    self.keepsWithNext = keepsWithNext
    self.name = name
    self.range = range
  }

  /// What the search needs of it.
  var shape: FlowShape {
    FlowShape(
      heights: choices.map { FlowShape.Height(rows: $0.rows.count, cost: $0.cost) },
      isSplittable: isSplittable, keepsWithNext: keepsWithNext)
  }
}

/// A stretch of one column that takes text: its place and its height in rows.
struct Region: Hashable {
  /// Column, from 1.
  var column: Int
  /// First row, counted as grid lines from 1.
  var line: Int
  /// Height in rows.
  var rows: Int
}

extension FlowItem {
  /// The item as a place of a kind.
  func tagged(_ kind: StructureTag.Kind, name: String = "", level: Int = 1) -> FlowItem {
    var tagged = self
    tagged.tag = StructureTag(kind, name: name, level: level)
    return tagged
  }
}
