public import Diagnostics

/// Several documents bound into one book, as `BOOK.yaml` states it.
public struct BookPlan: Hashable, Sendable {
  /// Title on the first page, in running heads and of the file.
  public var title: String
  /// Who publishes it; empty for nobody.
  public var author: String
  /// The date as printed or as `YYYY-MM-DD`; nil for none.
  public var date: String?
  /// The layout of title, parts, contents and index, whose running heads and folios stand on all pages.
  public var layout: String
  /// The parts in their order.
  public var parts: [BookPart]
  /// What the index lists.
  public var index: BookIndexPlan

  /// Makes a plan.
  public init(
    title: String, author: String = "", date: String? = nil, layout: String, parts: [BookPart],
    index: BookIndexPlan = BookIndexPlan()
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.layout = layout
    self.parts = parts
    self.index = index
  }
}

/// A part of a book with its documents.
public struct BookPart: Hashable, Sendable {
  /// Its title.
  public var title: String
  /// The documents in their order.
  public var documents: [BookDocument]

  /// Makes a part.
  public init(title: String, documents: [BookDocument]) {
    self.title = title
    self.documents = documents
  }
}

/// A document of a book: a report to be set, or a PDF file as it is.
public struct BookDocument: Hashable, Sendable {
  /// What it is.
  public enum Source: Hashable, Sendable {
    /// A report to be set in a layout of its own, or in the one that it names itself.
    case report(String, layout: String?, photos: String?)
    /// The pages of a PDF file.
    case file(String)
  }

  /// What it is, with the path as the plan says it.
  public var source: Source
  /// Its line in the contents; nil for the report's headline.
  public var title: String?
  /// Where the plan names it.
  public var range: SourceRange

  /// Makes a document.
  public init(_ source: Source, title: String? = nil, range: SourceRange) {
    self.source = source
    self.title = title
    self.range = range
  }
}

/// What the index of a book lists: names that are found, and those that are given.
public struct BookIndexPlan: Hashable, Sendable {
  /// Persons to look for besides those that are found.
  public var persons: [String] = []
  /// Projects to look for besides those that are found.
  public var projects: [String] = []
  /// Whether numbers are listed with their sentences.
  public var hasNumbers = true
  /// Names that were found and are none.
  public var leftOut: [String] = []

  /// Makes an index of everything that is found.
  public init() {}
}
