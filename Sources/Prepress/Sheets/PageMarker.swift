public import Diagnostics
public import Geometry
import Notations

/// A frame that is drawn over a page of a finished PDF file, with a number beside it.
public struct PageMark: Hashable, Sendable {
  /// What a frame says by its colour.
  public enum Tone: Hashable, Sendable { case new, changed, gone }

  /// The page, from 0.
  public var page: Int
  /// Where, from the sheet's top left corner.
  public var frame: Rect
  /// What stands beside it, in signs of ASCII; empty for nothing.
  public var label: String
  /// Its colour.
  public var tone: Tone

  /// Makes a mark.
  public init(page: Int, frame: Rect, label: String, tone: Tone) {
    (self.page, self.frame, self.label, self.tone) = (page, frame, label, tone)
  }
}

/// Draws frames over the pages of a PDF file and changes nothing else in it.
public enum PageMarker {
  /// The file with the marks.
  public static func mark(
    _ bytes: [UInt8], _ marks: [PageMark], name: String
  ) throws(Rejection) -> [UInt8] {
    let file = try PDFFile(bytes, name: name)
    let font = file.makeIndirect(
      file.make("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"))
    for (index, page) in file.pages.enumerated() {
      let own = marks.filter { $0.page == index }
      guard !own.isEmpty, let content = page.contentData() else { continue }
      let view = PageView(page)
      let drawn = "q\n" + String(own.map { draw($0, on: view) }.joined()) + "Q\n"
      // What the page leaves set does not reach the marks.
      page["/Contents"] = file.makeStream(
        Array("q\n".utf8) + content + Array("\nQ\n".utf8) + Array(drawn.utf8))
      let resources = page.inherited("/Resources") ?? file.make("<< >>")
      page["/Resources"] = resources
      resources.dictionary(at: "/Font")[fontName] = font
    }
    return try file.write(version: max(file.version, "1.4"), form: .compressedObjects)
  }

  private static let fontName = "/BxMark"
  /// From what is framed to the frame, in points.
  private static let gap = 1.5

  private static func draw(_ mark: PageMark, on view: PageView) -> String {
    let frame = mark.frame
    let corners = [(frame.left, frame.top), (frame.right, frame.bottom)].map {
      view.toSheet.inverse(of: $0.0.points, $0.1.points)
    }
    let (left, right) = (min(corners[0].x, corners[1].x), max(corners[0].x, corners[1].x))
    let (low, high) = (min(corners[0].y, corners[1].y), max(corners[0].y, corners[1].y))
    func number(_ value: Double) -> String { DecimalText.trimmed(value, 2) }
    let colour =
      switch mark.tone {
      case .new: "0 0.45 0.75"
      case .changed: "0.85 0.1 0.1"
      case .gone: "0.45 0.45 0.45"
      }
    var drawn =
      "\(colour) RG \(colour) rg 0.8 w \(number(left - gap)) \(number(low - gap)) "
      + "\(number(right - left + 2 * gap)) \(number(high - low + 2 * gap)) re S\n"
    if !mark.label.isEmpty {
      drawn +=
        "BT \(fontName) 7 Tf \(number(left - gap)) \(number(high + gap + 1)) Td (\(mark.label)) Tj ET\n"
    }
    return drawn
  }
}

extension Matrix {
  /// The point that this map takes to a place; a map that takes all to a line has none but its origin.
  func inverse(of x: Double, _ y: Double) -> (x: Double, y: Double) {
    let area = a * d - b * c
    guard area != 0 else { return (e, f) }
    let (u, v) = (x - e, y - f)
    return ((u * d - v * c) / area, (v * a - u * b) / area)
  }
}
