public import Geometry

/// A document ready to be drawn: nothing in it has to be measured or looked up again.
public struct PagedDocument: Hashable, Sendable {
  /// The pages in order.
  public var pages: [Page]
  /// Every face that a run names.
  public var faces: [FontFaceID: FontFace]
  /// Every picture that an item names.
  public var images: [ImageID: ImageSource]
  /// Title and dates for the file.
  public var metadata: DocumentMetadata
  /// The places that links lead to, by the names that link tags use.
  public var destinations: [String: PagePlace] = [:]
  /// The heads that a reader's side panel lists, in their order.
  public var outline: [OutlineEntry] = []

  /// Makes a document.
  public init(
    pages: [Page], faces: [FontFaceID: FontFace] = [:], images: [ImageID: ImageSource] = [:],
    metadata: DocumentMetadata = DocumentMetadata()
  ) {
    self.pages = pages
    self.faces = faces
    self.images = images
    self.metadata = metadata
  }
}

/// One page; the origin is the trim's top left corner.
public struct Page: Hashable, Sendable {
  /// The folio as printed, such as "A3".
  public var label: String
  /// The finished page.
  public var trim: Size
  /// How far the paint goes beyond the trim.
  public var bleed: Insets
  /// What is drawn, in painting order, which is also reading order.
  public var items: [PlacedItem]

  /// Makes a page.
  public init(label: String = "", trim: Size, bleed: Insets = .zero, items: [PlacedItem] = []) {
    self.label = label
    self.trim = trim
    self.bleed = bleed
    self.items = items
  }
}

/// What the file says about itself.
public struct DocumentMetadata: Hashable, Sendable {
  /// Title.
  public var title: String
  /// Author or issuer.
  public var author: String
  /// Subject or section.
  public var subject: String
  /// The date of the job as `YYYY-MM-DD`; never the clock's.
  public var date: String?

  /// Makes metadata.
  public init(title: String = "", author: String = "", subject: String = "", date: String? = nil) {
    self.title = title
    self.author = author
    self.subject = subject
    self.date = date
  }
}
