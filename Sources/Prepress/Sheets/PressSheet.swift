public import DisplayList
import Geometry

/// A document as it lies on press sheets, with the boxes of every sheet.
public struct PressSheets: Hashable, Sendable {
  /// Each page is a whole sheet; the origin is its top left corner.
  public var document: PagedDocument
  /// The boxes of each sheet.
  public var boxes: [PageBoxes]

  /// Sheets that are just the pages.
  public init(_ document: PagedDocument) {
    self.document = document
    boxes = document.pages.map { PageBoxes(page: $0.trim) }
  }

  /// Makes sheets.
  public init(document: PagedDocument, boxes: [PageBoxes]) {
    self.document = document
    self.boxes = boxes
  }
}
