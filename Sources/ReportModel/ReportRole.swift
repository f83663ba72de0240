/// What a block is in its report. The raw values are the names in files and in `--json`.
public enum ReportRole: String, Hashable, Sendable, CaseIterable {
  // the title block
  case kicker, headline, deck, byline
  // bulletin and document heads
  case masthead, issue, issuer, docnum, addressee, date
  case issuerDate = "issuer-date"
  case editorNote = "editor-note"
  // running text
  case lead, body, list, quote, closing
  // section heads
  case slogan, h1, h2, subhead
  // pictures and strips
  case caption
  case psaTitle = "psa-title"
  case psaLine = "psa-line"
  // feet
  case imprint, note, signature, distribution
  case printCount = "print-count"
  case attachmentRef = "attachment-ref"
  case attachmentTitle = "attachment-title"
  /// What a web page or e-paper left in a copied text: it is listed and not set.
  case furniture
  // tables
  case tableTitle = "table-title"
  case tableHeader = "table-header"
  case tableRule = "table-rule"
  case tableRow = "table-row"

  /// Whether the block is running text: it is set in columns and may hold indicators.
  public var isText: Bool {
    switch self {
    case .lead, .body, .list, .quote, .closing: true
    default: false
    }
  }

  /// The depth of a section head, 1 or 2; nil for everything else. An unnumbered label (`subhead`)
  /// is of depth 2.
  public var headLevel: Int? {
    switch self {
    case .slogan, .h1: 1
    case .h2, .subhead: 2
    default: nil
    }
  }

  /// Whether the line belongs to a table's body, head or rule.
  public var isTable: Bool {
    switch self {
    case .tableHeader, .tableRule, .tableRow: true
    default: false
    }
  }
}
