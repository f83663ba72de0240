internal import CQPDF
public import Diagnostics

/// Some pages of a PDF file in the order that is asked for.
public enum PageChoice {
  /// The file with these pages alone, each at most once; `pages` count from 0.
  public static func pages(
    _ pages: [Int], of bytes: [UInt8], name: String
  ) throws(Rejection) -> [UInt8] {
    let file = try PDFFile(bytes, name: name)
    let all = file.pages
    let chosen = pages.filter(all.indices.contains)
    for page in all {
      guard qpdf_remove_page(file.raw, page.id) & QPDF_ERRORS == 0 else {
        throw Rejection(PressProblems.unwritable(reason: "a page could not be taken out"))
      }
    }
    for page in chosen {
      guard qpdf_add_page(file.raw, file.raw, all[page].id, QPDF_BOOL(0)) & QPDF_ERRORS == 0 else {
        throw Rejection(PressProblems.unwritable(reason: "a page could not be added"))
      }
    }
    for key in ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels"] {
      qpdf_oh_remove_key(file.raw, file.root.id, key)
    }
    return try file.write(version: file.version, form: .compressedObjects)
  }
}
