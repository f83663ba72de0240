public import Diagnostics
public import Geometry

/// The sizes of a PDF file's pages as a printer takes them: what is shown of a page, turned where it is
/// turned.
public enum PageSizes {
  /// The size of each page; a file without pages is a rejection.
  public static func of(_ bytes: [UInt8], name: String) throws(Rejection) -> [Size] {
    let file = try PDFFile(bytes, name: name)
    let sizes = file.pages.map { PageView($0).size }
    if sizes.isEmpty { throw Rejection(PressProblems.unreadable(name, reason: "no pages")) }
    return sizes
  }
}
