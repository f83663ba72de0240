public import Diagnostics

/// Turns a document into the bytes of a file.
public protocol PageRenderer: Sendable {
  /// Draws the whole document; a C status or an unreadable file is a rejection.
  func render(_ document: PagedDocument, from files: any FileAccess) throws(Rejection) -> [UInt8]
}
