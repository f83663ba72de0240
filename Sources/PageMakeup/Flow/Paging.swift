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
}

/// What a table repeats where it goes on over a page: its head, and sums so far.
struct Continuation {
  /// Rows at the head of a further page.
  var head: [RowItems]
  /// Rows for sums at the foot of a page that the table goes on after, and at the head of the next.
  var footRows: Int
  /// The sums after so many body rows, for the foot and for the head of the next page.
  var foot: (_ bodyRows: Int, _ atHead: Bool) throws(Rejection) -> [RowItems]
  /// What closes the table at the foot of a page without sums, placed under its last row.
  var close: RowItems
  /// The first item of the table's body.
  var firstRow: Int

  /// Rows that a page starts with when the table goes on there.
  var headRows: Int { head.count + footRows }
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
