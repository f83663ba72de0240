import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// What a piece of furniture knows of the page it stands on.
struct PageContext {
  /// Page, from 0.
  var number: Int
  /// Whole number of pages.
  var count: Int
  var setter: TextSetter
  var facts: MakeupFacts
  /// Rectangles that the story's objects take, as columns and lines.
  var objects: [ObjectBox]
  /// Articles in boxes, whose lines stand in the gutters at their sides.
  var boxed: [PageCell] = []
  /// Modules in columns of their own.
  var columnSets: [PlacedColumnSet] = []
  /// The frame of the story, in lines.
  var lines: ClosedRange<Int>

  /// Whether it is a right-hand page: an odd number as printed, or an odd place in the document.
  var isRecto: Bool {
    let digits = (label ?? "").filter(\.isNumber)
    return (Int(digits).map { $0 - 1 } ?? number).isMultiple(of: 2)
  }

  /// The page number as printed: digits of the given label count on.
  var label: String? {
    guard let first = facts.page else { return nil }
    let digits = first.drop { !$0.isNumber }
    guard let value = Int(digits) else { return first }
    let counted = String(value + number)
    let zeros = String(repeating: "0", count: max(0, digits.count - counted.count))
    return first.prefix(first.count - digits.count) + zeros + counted
  }
}

/// The grid rectangle of an object.
struct ObjectBox: Hashable {
  var columns: ClosedRange<Int>
  var lines: ClosedRange<Int>
  var name: String
}

/// A piece that recurs on pages and is no story.
protocol FurniturePiece {
  /// The piece, placed from the page's trim corner.
  func set(on page: PageContext) throws(Rejection) -> [PlacedItem]
}

extension FurnitureSpec {
  /// The piece that draws this specification.
  var piece: any FurniturePiece {
    switch self {
    case .pageHead(let spec): PageHead(spec: spec)
    case .columnRules(let spec): ColumnRules(spec: spec)
    case .runningHead(let spec): RunningHead(spec: spec)
    case .folio(let spec): Folio(spec: spec)
    case .masthead(let spec): Masthead(spec: spec)
    case .creditLine(let spec): CreditLine(spec: spec)
    case .footRule(let spec): FootRule(spec: spec)
    case .code(let spec): CodePiece(spec: spec)
    }
  }
}
