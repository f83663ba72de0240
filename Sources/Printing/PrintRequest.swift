/// What is to be printed, and how.
public struct PrintRequest: Sendable {
  /// Both sides of a sheet.
  public enum Sides: String, Hashable, Sendable, CaseIterable {
    case one = "one-sided"
    /// Turned like the leaves of a book.
    case longEdge = "two-sided-long-edge"
    /// Turned like the leaves of a calendar.
    case shortEdge = "two-sided-short-edge"
  }

  /// What the queue shows.
  public var title: String
  /// The PDF file.
  public var pdf: [UInt8]
  /// How often.
  public var copies = 1
  /// Whether a copy is whole before the next begins.
  public var isCollated = true
  /// On which sides.
  public var sides = Sides.one
  /// The sheet's name in IPP; nil leaves it to the printer.
  public var paper: String?
  /// Whether colours are printed as greys.
  public var isGrey = false

  /// Makes a request for one copy.
  public init(title: String, pdf: [UInt8]) {
    self.title = title
    self.pdf = pdf
  }

  /// The options as IPP names them. Pages are never scaled: what is too large for the sheet has been
  /// refused or put on several.
  var options: [(name: String, value: String)] {
    var options = [
      ("copies", String(copies)), ("sides", sides.rawValue), ("print-scaling", "none"),
      (
        "multiple-document-handling",
        isCollated ? "separate-documents-collated-copies" : "separate-documents-uncollated-copies"
      ),
    ]
    if let paper { options.append(("media", paper)) }
    if isGrey { options.append(("print-color-mode", "monochrome")) }
    return options
  }
}

/// Where a job stands.
public enum PrintState: Hashable, Sendable {
  case waiting, held, printing, stopped, cancelled, aborted, done

  /// A state that does not change any more.
  public var isEnd: Bool { [.cancelled, .aborted, .done].contains(self) }
}
