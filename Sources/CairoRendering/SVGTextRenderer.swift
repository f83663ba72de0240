public import Diagnostics
public import DisplayList
import Geometry
import Notations

/// Draws one page as SVG whose text is text: it can be searched, selected and read aloud, every
/// glyph stands where it was set, and the font is named. Where a reader's machine lacks the font
/// another one is taken; `SVGRenderer` draws outlines instead.
///
/// The picture says itself what it shows: `role="img"` with the document's title.
public struct SVGTextRenderer: PageRenderer {
  /// Which page, from 0.
  public var page: Int

  /// Makes a renderer for a page, the first unless told otherwise.
  public init(page: Int = 0) { self.page = page }

  /// Draws the page, its pictures within it; a page of a PDF file is a rejection.
  public func render(
    _ document: PagedDocument, from files: any FileAccess
  ) throws(Rejection) -> [UInt8] {
    guard document.pages.indices.contains(page) else {
      throw Rejection(RenderingProblems.noPage(page + 1, of: document.pages.count))
    }
    let sheet = document.pages[page]
    var writer = SVGWriter(document: document, files: files)
    try writer.write(sheet.items, at: .zero)
    let (width, height) = (number(sheet.trim.width), number(sheet.trim.height))
    let title = XMLText.escaped(document.metadata.title)
    let links = document.images.isEmpty ? "" : " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg"\(links) width="\(width)pt" height="\(height)pt" \
      viewBox="0 0 \(width) \(height)" role="img"\(title.isEmpty ? "" : " aria-label=\"\(title)\"")>

      """
    let named = SVGWords.elements(document.metadata)
    return Array((head + named + writer.body + "</svg>\n").utf8)
  }
}

/// What a picture says of itself to readers who cannot see it.
enum SVGWords {
  /// The elements `title` and `desc`, a line each; empty without words.
  static func elements(_ metadata: DocumentMetadata) -> String {
    let (title, words) = (XMLText.escaped(metadata.title), XMLText.escaped(metadata.subject))
    return (title.isEmpty ? "" : "<title>\(title)</title>\n")
      + (words.isEmpty ? "" : "<desc>\(words)</desc>\n")
  }

  /// An SVG file with these elements behind the start of its root.
  static func adding(_ metadata: DocumentMetadata, to bytes: [UInt8]) -> [UInt8] {
    let start = Array("<svg".utf8)
    guard let root = bytes.firstRange(of: start),
      let end = bytes[root.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    return Array(bytes[...end]) + Array("\n\(elements(metadata))".utf8) + Array(bytes[(end + 1)...])
  }
}

/// Points with at most three decimals, the finest that any of our pages needs.
private func number(_ length: Length) -> String { number(length.points) }

private func number(_ value: Double) -> String { DecimalText.trimmed(value, 3) }

/// Writes the items of a page as elements.
private struct SVGWriter {
  let faces: [FontFaceID: FontFace]
  let previews: InkPreviews
  var body = ""
  private var clips = 0

  private var pictures: SVGPictures

  init(document: PagedDocument, files: any FileAccess) {
    faces = document.faces
    pictures = SVGPictures(of: document, files: files)
    previews = InkPreviews(of: document)
  }

  mutating func write(_ items: [PlacedItem], at corner: Point) throws(Rejection) {
    for placed in items {
      let origin = placed.origin + corner
      switch placed.item {
      case .glyphs(let run): try write(run, at: origin)
      case .path(let path, let paint): write(path, paint, at: origin)
      case .group(let group): try write(group, at: origin)
      case .image(let image): try write(image, at: origin)
      case .tag: break
      }
    }
  }

  /// A run as one `text` with a place for the first character of every cluster, so that the shapes
  /// of another font cannot pull it out of place.
  private mutating func write(_ run: GlyphRun, at origin: Point) throws(Rejection) {
    guard let face = faces[run.face] else {
      throw Rejection(RenderingProblems.unknownFace(run.face.rawValue))
    }
    let scalars = Array(run.text.unicodeScalars)
    guard !run.glyphs.isEmpty, !scalars.isEmpty else { return }
    var places: [String] = []
    var (glyph, scalar) = (0, 0)
    for cluster in run.clusters {
      var bytes = 0
      let start = scalar
      while scalar < scalars.count, bytes < cluster.bytes {
        bytes += UTF8.width(scalars[scalar])
        scalar += 1
      }
      if glyph < run.glyphs.count { places.append(number(origin.x + run.glyphs[glyph].x)) }
      // Marks that stand on the cluster's first character follow it.
      if scalar - start > 1, glyph < run.glyphs.count {
        places += Array(
          repeating: number(origin.x + run.glyphs[glyph].x), count: scalar - start - 1)
      }
      glyph += cluster.glyphs
    }
    let y = number(origin.y + run.glyphs[0].y)
    let family = face.name.isEmpty ? face.file : face.name
    body +=
      "<text x=\"\(places.joined(separator: " "))\" y=\"\(y)\" "
      + "font-family=\"\(XMLText.escaped(family))\" font-size=\"\(number(run.size))\" "
      + "fill=\"\(colour(run.ink))\" xml:space=\"preserve\">\(XMLText.escaped(run.text))</text>\n"
  }

  private mutating func write(_ path: Path, _ paint: Paint, at origin: Point) {
    var attributes = "fill=\"\(paint.fill.map(colour) ?? "none")\""
    if let stroke = paint.stroke {
      attributes += " stroke=\"\(colour(stroke.ink))\" stroke-width=\"\(number(stroke.width))\""
      if stroke.cap != .butt { attributes += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
      if !stroke.dash.isEmpty {
        let dash = stroke.dash.map { number($0) }.joined(separator: " ")
        attributes += " stroke-dasharray=\"\(dash)\""
      }
    }
    body += "<path d=\"\(outline(path, at: origin))\" \(attributes)/>\n"
  }

  private mutating func write(_ group: Group, at origin: Point) throws(Rejection) {
    let map = group.transform
    let parts = [
      number(map.a), number(map.b), number(map.c), number(map.d), number(origin.x + map.tx),
      number(origin.y + map.ty),
    ]
    var attributes = " transform=\"matrix(\(parts.joined(separator: " ")))\""
    if let clip = group.clip {
      clips += 1
      body += "<clipPath id=\"c\(clips)\"><path d=\"\(outline(clip, at: .zero))\"/></clipPath>\n"
      attributes += " clip-path=\"url(#c\(clips))\""
    }
    body += "<g\(attributes)>\n"
    try write(group.items, at: .zero)
    body += "</g>\n"
  }

  /// A picture, scaled from its own pixels; only what is shown of it is seen.
  private mutating func write(_ image: PlacedImage, at origin: Point) throws(Rejection) {
    let symbol = try pictures.symbol(of: image.image)
    body += symbol.definition
    let (width, height) = (image.size.width.points, image.size.height.points)
    let scale = (
      width / image.crop.width / symbol.width,
      height / image.crop.height / symbol.height
    )
    let corner = (
      origin.x.points - image.crop.x * width / image.crop.width,
      origin.y.points - image.crop.y * height / image.crop.height
    )
    let use =
      "<use xlink:href=\"#\(symbol.name)\" transform=\"matrix(\(scale.0) 0 0 \(scale.1) "
      + "\(number(corner.0)) \(number(corner.1)))\"/>\n"
    guard image.crop != .whole else { return body += use }
    clips += 1
    let frame = Path.rect(Rect(origin: origin, size: image.size))
    body +=
      "<clipPath id=\"c\(clips)\"><path d=\"\(outline(frame, at: .zero))\"/></clipPath>\n"
      + "<g clip-path=\"url(#c\(clips))\">\n\(use)</g>\n"
  }

  private func outline(_ path: Path, at origin: Point) -> String {
    func at(_ point: Point) -> String {
      "\(number(origin.x + point.x)) \(number(origin.y + point.y))"
    }
    return path.elements.map { element in
      switch element {
      case .move(let p): "M\(at(p))"
      case .line(let p): "L\(at(p))"
      case .curve(let a, let b, let c): "C\(at(a)) \(at(b)) \(at(c))"
      case .close: "Z"
      }
    }.joined()
  }

  private func colour(_ ink: Ink) -> String {
    let colour = previews.color(of: ink)
    func hex(_ value: Int) -> String { String(String(256 + value, radix: 16).dropFirst()) }
    return "#" + hex(colour.red) + hex(colour.green) + hex(colour.blue)
  }
}
