internal import CQPDF
public import Diagnostics

/// Puts the pages of several PDF files into one, in their order. The logical structure of the files is
/// dropped: each describes itself alone, and the joined file is for a press or an office printer.
public enum PageJoiner {
  /// The joined file; `names` call the files in findings. A file that cannot be read is a rejection.
  public static func join(_ files: [[UInt8]], names: [String]) throws(Rejection) -> [UInt8] {
    var sources: [PDFFile] = []
    for (bytes, name) in zip(files, names) { sources.append(try PDFFile(bytes, name: name)) }
    guard let first = sources.first else { return [] }
    defer { withExtendedLifetime(sources) {} }
    for source in sources {
      for page in source.pages { qpdf_oh_remove_key(source.raw, page.id, "/StructParents") }
    }
    for key in ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels"] {
      qpdf_oh_remove_key(first.raw, first.root.id, key)
    }
    for source in sources.dropFirst() {
      for page in source.pages {
        guard qpdf_add_page(first.raw, source.raw, page.id, QPDF_BOOL(0)) & QPDF_ERRORS == 0 else {
          throw Rejection(PressProblems.unwritable(reason: "a page could not be added"))
        }
      }
    }
    let version = sources.map(\.version).max() ?? "1.7"
    return try first.write(version: version, form: .compressedObjects)
  }
}
