public import Diagnostics
public import DisplayList
import Geometry

/// What placing needs to know of a PDF file: its first page, the box that is shown, and the map from
/// there to a unit square.
struct PlacedPageFacts {
  let page: PDFObject
  /// How many pages the file has.
  let count: Int
  /// The trim, or where there is none what a reader shows: left, bottom, right, top.
  let box: [Double]
  /// Clockwise, in degrees: 0, 90, 180, 270.
  let turn: Int

  private static let sides = 1.0...20_000.0

  init(_ file: PDFFile, path: String) throws(Rejection) {
    if file.isEncrypted { throw Rejection(PlacedPageProblems.encrypted(path)) }
    guard let first = file.pages.first else { throw Rejection(PlacedPageProblems.noPage(path)) }
    page = first
    count = file.pages.count
    let named = ["/TrimBox", "/ArtBox", "/CropBox", "/MediaBox"].lazy
      .compactMap { first.inherited($0)?.numbers }.first { $0.count == 4 }
    guard let numbers = named else { throw Rejection(PlacedPageProblems.noSize(path)) }
    box = [
      min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]),
      max(numbers[1], numbers[3]),
    ]
    let degrees = (first.inherited("/Rotate")?.integer ?? 0) % 360
    turn = (degrees + 360) % 360 / 90 * 90
    let sides = [box[2] - box[0], box[3] - box[1]]
    guard sides.allSatisfy({ Self.sides.contains($0) }) else {
      throw Rejection(PlacedPageProblems.noSize(path))
    }
  }

  /// Width and height as they are seen, in points.
  var size: (width: Double, height: Double) {
    let (across, up) = (box[2] - box[0], box[3] - box[1])
    return turn % 180 == 0 ? (across, up) : (up, across)
  }

  /// The six numbers of the map.
  var toUnitSquare: [Double] {
    let (w, h) = (box[2] - box[0], box[3] - box[1])
    let (x, y) = (box[0], box[1])
    switch turn {
    case 90: return [0, -1 / w, 1 / h, 0, -y / h, 1 + x / w]
    case 180: return [-1 / w, 0, 0, -1 / h, 1 + x / w, 1 + y / h]
    case 270: return [0, 1 / w, -1 / h, 0, 1 + y / h, -x / w]
    default: return [1 / w, 0, 0, 1 / h, -x / w, -y / h]
    }
  }
}

/// Looks at PDF files that are to be placed, before layout.
public enum PlacedPageProbe {
  /// What layout needs to know; a file that cannot be placed is a rejection, one with more pages than
  /// one is noted.
  public static func probe(
    path: String, bytes: [UInt8], into problems: inout Problems
  ) throws(Rejection) -> ImageSource {
    let file = try PDFFile(bytes, name: path)
    let facts = try PlacedPageFacts(file, path: path)
    guard facts.page.contentData(limit: 64 << 20) != nil else {
      throw Rejection(PlacedPageProblems.unreadable(path))
    }
    if facts.count > 1 { problems.report(PlacedPageProblems.severalPages(path, facts.count)) }
    if let hidden = HiddenLayers(file) {
      problems.report(PlacedPageProblems.hiddenLayers(path, hidden.names))
    }
    let looks = AnnotationLooks(facts.page)
    if looks.count > 0 { problems.report(PlacedPageProblems.annotations(path, drawn: looks.count)) }
    if looks.lost > 0 { problems.report(PlacedPageProblems.annotations(path, lost: looks.lost)) }
    if !file.warnings(atMost: 1).isEmpty { problems.report(PlacedPageProblems.repaired(path)) }
    return ImageSource(
      path: path, format: .pdf, pixelWidth: Length.points(facts.size.width).units,
      pixelHeight: Length.points(facts.size.height).units)
  }
}

/// What can be wrong with a PDF file that is to be placed.
enum PlacedPageProblems {
  static func encrypted(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.encrypted",
      Wording("the PDF file \"\(path)\" is protected", "PDF 文件“\(path)”有保护"),
      hints: [Wording("ask for a file without a password", "请索取不带密码的文件")])
  }

  static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.no-page",
      Wording("the PDF file \"\(path)\" has no page", "PDF 文件“\(path)”没有页面"),
      hints: [Wording("write it again from its program", "请从原程序重新输出")])
  }

  static func noSize(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.no-size",
      Wording("the page in \"\(path)\" has no usable size", "“\(path)”的页面没有可用的尺寸"),
      hints: [Wording("write it again from its program", "请从原程序重新输出")])
  }

  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.broken",
      Wording(
        "what is on the page in \"\(path)\" cannot be decoded", "“\(path)”的页面内容无法解码"),
      hints: [Wording("write it again from its program", "请从原程序重新输出")])
  }

  static func severalPages(_ path: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "art.several-pages",
      Wording(
        "\"\(path)\" has \(count) pages; the first is placed", "“\(path)”有 \(count) 页，只用第一页"))
  }

  static func hiddenLayers(_ path: String, _ names: [String]) -> Diagnostic {
    let shown = names.prefix(4).joined(separator: ", ")
    return Diagnostic(
      .note, "art.layers",
      Wording(
        "layers of \"\(path)\" that are switched off are not printed: \(shown)",
        "“\(path)”中关闭的图层不印出：\(shown)"))
  }

  static func annotations(_ path: String, drawn count: Int) -> Diagnostic {
    Diagnostic(
      .note, "art.annotations",
      Wording(
        "\(count) stamps or form fields of \"\(path)\" are printed as they look",
        "“\(path)”上的 \(count) 处图章或表单域按其外观印出"))
  }

  static func annotations(_ path: String, lost count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "art.annotations-lost",
      Wording(
        "\(count) notes or form fields of \"\(path)\" are not for print or have no look, and are left out",
        "“\(path)”上有 \(count) 处批注或表单域不供打印或没有外观，未印出"),
      hints: [Wording("print the file to a new PDF if they belong to it", "若应印出，请先将该文件打印成新的 PDF")])
  }

  static func repaired(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "art.repaired",
      Wording(
        "the PDF file \"\(path)\" is damaged; what could be read is placed",
        "PDF 文件“\(path)”有损坏，已尽量读出"),
      hints: [Wording("write it again from its program", "请从原程序重新输出")])
  }
}
