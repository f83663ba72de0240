public import Diagnostics
public import Geometry

/// The sizes of a PDF file's pages as a printer takes them: what is shown of a page, turned where it is
/// turned.
public enum PageSizes {
  /// The size of each page; a file without pages is a rejection.
  public static func of(_ bytes: [UInt8], name: String) throws(Rejection) -> [Size] {
    let file = try PDFFile(bytes, name: name)
    let sizes = file.pages.map { page -> Size in
      let box = BoxCheck.Box(page.inherited("/CropBox") ?? page.inherited("/MediaBox"))
      let size = Size(
        width: .points(box.map { $0.right - $0.left } ?? 0),
        height: .points(box.map { $0.top - $0.bottom } ?? 0))
      let turn = page.inherited("/Rotate")?.integer ?? 0
      return turn % 180 == 0 ? size : Size(width: size.height, height: size.width)
    }
    if sizes.isEmpty { throw Rejection(PressProblems.unreadable(name, reason: "no pages")) }
    return sizes
  }
}
