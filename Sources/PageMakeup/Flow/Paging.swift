import Diagnostics
import DisplayList
import Geometry

/// What a flow item asks of the pages it stands on, besides its height.
struct Paging {
  /// Whether it starts a page: attachments, contents.
  var startsPage = false
  /// What it costs to part it from the item before it.
  var parting = Parting.free

  /// Prices of parting, in those of `PageBreaker`.
  enum Parting {
    case free
    /// Rather not: the first attachment named after the text.
    case dear
    /// Never: a signature and its text.
    case never
  }
  /// Blank rows at its start that fall away at the head of a page.
  var blankBefore = 0
  /// The table that it is a row of, as an index of the flow's continuations.
  var continuation: Int?
  /// Whether it stands on a turned page (GW-19).
  var isTurned = false
  /// Heights of its rows where they are not those of the grid: heads and rows of tables.
  var heights: [Length] = []
  /// What a page shows over its first row when it starts inside the item.
  var again: RowItems = []
}

/// What a table repeats where it goes on over a page: its head, and sums so far.
struct Continuation {
  /// What stands at the head of a further page, from its top.
  var head: RowItems
  var headHeight: Length
  /// Height of the sums at the foot of a page that the table goes on after, and at the head of the
  /// next; zero without sums.
  var sumHeight: Length
  /// The sums after so many body rows, for the foot and for the head of the next page.
  var sums: (_ bodyRows: Int, _ atHead: Bool) throws(Rejection) -> RowItems
  /// What closes the table at the foot of a page without sums, placed under its last row.
  var close: RowItems
  /// The first item of the table's body.
  var firstItem: Int
  /// How many body rows stand before each item of the table, and before its end.
  var bodyRows: [Int]

  /// What a page starts with when the table goes on there.
  var fullHeadHeight: Length { headHeight + sumHeight }
}

/// A whole document as one flow.
struct PagedFlow {
  var items: [FlowItem] = []
  var continuations: [Continuation] = []
  /// The heads that the contents list, with the item that each stands in.
  var heads: [ContentsEntry] = []
  /// The item before which the contents stand; nil without contents.
  var contentsAt: Int?
  /// What stands at the foot of the last page: distribution and imprint.
  var foot: Fragment?
}

/// A line of the contents.
struct ContentsEntry: Hashable {
  var item: Int
  var level: Int
  var text: String
}
