import Geometry
import LayoutSpecs
import Notations

/// A picture in a paragraph of its own, as wide as the measure at most and half as high as the page.
struct WordPicture {
  private let number: Int
  private let words: String
  private let width: Int
  private let height: Int

  init(_ picture: WrittenReport.Picture, number: Int, words: String, within grid: PageGrid) {
    self.number = number
    self.words = words
    let pixels = (width: max(1, picture.pixels.width), height: max(1, picture.pixels.height))
    // At most its size at 150 dots an inch is wanted, and no more than fits.
    let natural = Length.points(Double(pixels.width) * 72 / 150)
    let area = grid.typeArea.size
    let half = (area.height / 2).scaled(by: Double(pixels.width) / Double(pixels.height))
    let fitted = min(natural, min(area.width, half))
    width = fitted.units360
    height = fitted.scaled(by: Double(pixels.height) / Double(pixels.width)).units360
  }

  /// Its name in the file's relations.
  static func relation(_ number: Int) -> String { "rIdPicture\(number)" }

  var paragraph: String {
    let name = XMLText.escaped(words)
    return """
      <w:p><w:pPr><w:keepNext/><w:spacing w:line="240" w:lineRule="auto"/>\
      <w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>\
      <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(width)" cy="\(height)"/>\
      <wp:docPr id="\(number)" name="图片 \(number)" descr="\(name)"/>\
      <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:nvPicPr><pic:cNvPr id="\(number)" name="图片 \(number)" descr="\(name)"/><pic:cNvPicPr/>\
      </pic:nvPicPr><pic:blipFill><a:blip r:embed="\(Self.relation(number))"/>\
      <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>\
      <a:ext cx="\(width)" cy="\(height)"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>\
      </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
      """
  }
}
