extension Report {
  /// The words over the headline; nil when there are none.
  public var kicker: String? { blocks(.kicker).first?.text }

  /// The title lines, in their order.
  public var headlines: [String] { blocks(.headline).map(\.text) }

  /// The halves of a couplet headline: split at spaces, or one a line.
  public var headlineParts: [String] { blocks(.headline).flatMap(\.parts) }

  /// The line under the headline that opens with ——; nil when there is none.
  public var deck: String? { blocks(.deck).first?.text }

  /// Who wrote it; nil when it is not said.
  public var byline: ReportByline? { blocks(.byline).first.map { ReportByline($0.text) } }

  /// The first paragraph before any section; nil when the report starts with a section.
  public var lead: ReportBlock? { blocks(.lead).first }

  /// The last paragraph, when the report has a lead.
  public var closing: ReportBlock? { blocks(.closing).first }

  /// The public-service strip: title lines and text lines; nil when there is none.
  public var publicService: (title: String, lines: [String])? {
    guard let title = blocks(.psaTitle).first?.text else { return nil }
    return (title, blocks(.psaLine).map(\.text))
  }

  /// Who made or issued the page; nil when it is not said.
  public var imprint: String? { blocks(.imprint).first?.text }
}

extension Report {
  /// Whether a table title stands over its table, which then says it; notes may stand between. One
  /// that stands alone is text.
  public func namesTable(_ place: Int) -> Bool {
    let next = blocks[(place + 1)...].first { $0.role != .note }
    return next?.table != nil
  }
}
