internal import ReportModel

/// The order in which roles follow each other, as prices: 0 is free, -12 hardly ever.
enum RoleOrder {
  /// The price of a role in the first place.
  static func opening(_ role: ReportRole) -> Double {
    switch role {
    case .headline, .masthead, .kicker, .issuer: 1
    case .psaLine, .closing, .tableRow, .deck: -8
    case .caption, .imprint, .signature, .distribution: -3
    default: 0
    }
  }

  /// The price of one role after another.
  static func step(from left: ReportRole, to right: ReportRole) -> Double {
    if left == .psaTitle || left == .psaLine, right == .caption { return -3 }
    // Who wrote a story stands under its title or behind its last paragraph.
    if right == .byline, zone(left) > 0 { return 0 }
    if right == .furniture || left == .furniture { return 0 }
    if zone(right) < zone(left), left != .date { return backwards(from: left, to: right) }
    switch (left, right) {
    case (.kicker, .headline): return 1
    case (.kicker, _): return -6
    case (_, .kicker): return left == .masthead || left == .date ? 0 : -4
    case (.headline, .deck), (.headline, .byline), (.deck, .byline): return 1
    case (.headline, .headline): return -0.5
    case (.issue, .headline), (.issuerDate, .headline), (.editorNote, .headline): return 0
    case (.deck, .headline), (.byline, .headline): return -4
    case (_, .deck): return left == .kicker ? -4 : -1
    case (.psaTitle, .psaLine), (.psaLine, .psaLine): return 1
    case (_, .psaLine): return -10
    case (.attachmentRef, .attachmentRef): return 6
    case (_, .attachmentRef): return -1
    case (.signature, .date): return 2
    case (.slogan, .slogan): return -4
    case (.subhead, .subhead): return -2
    case (.imprint, .caption): return -2
    case (.headline, .body), (.deck, .body): return 0
    default: return 0
    }
  }

  /// Front, text, foot.
  private static func zone(_ role: ReportRole) -> Int {
    switch role {
    case .kicker, .headline, .deck, .byline, .masthead, .issue, .issuer, .issuerDate, .docnum,
      .addressee, .editorNote:
      0
    case .closing: 2
    case .psaTitle, .psaLine, .imprint, .distribution, .printCount, .signature, .attachmentRef: 3
    case .attachmentTitle: 4
    case .caption, .note, .date, .tableTitle, .tableHeader, .tableRow, .tableRule: 1
    default: 1
    }
  }

  private static func backwards(from left: ReportRole, to right: ReportRole) -> Double {
    switch (zone(left), zone(right)) {
    case (4, _): right == .headline ? -2 : -1
    case (3, 1), (2, 1): right == .body || right == .subhead || right == .slogan ? -5 : 0
    case (3, 2): -6
    case (_, 0): right == .headline ? -6 : -4
    default: -2
    }
  }
}
