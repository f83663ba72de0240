import Diagnostics
import Geometry
public import ImageFiles
import LayoutSpecs
import Notations

/// What takes a stand-in's place in a drawn file.
public enum PreparedArt: Hashable, Sendable {
  case pixels(PreparedPicture)
  /// A page of another file; its look in inks, where it is known, serves to measure it.
  case page(PlacedPage, look: PreparedPicture?)

  /// The pixels whose ink can be measured.
  var pixels: PreparedPicture? {
    switch self {
    case .pixels(let picture): picture
    case .page(_, let look): look
    }
  }
}

/// Vector art drawn in a screen's colours: one PDF page, and its pixels on paper.
public struct PlacedDrawing: Hashable, Sendable {
  /// The page.
  public var pdf: [UInt8]
  /// How many times larger it was drawn than it stands.
  public var scale: Double
  /// What it looks like.
  public var pixels: RawPicture

  /// Makes a drawing.
  public init(pdf: [UInt8], scale: Double, pixels: RawPicture) {
    self.pdf = pdf
    self.scale = scale
    self.pixels = pixels
  }
}

/// The first page of a PDF file, placed on a page as a form with its own fonts.
///
/// An advertisement keeps its own inks; a drawing in a screen's colours is given the press's.
public struct PlacedPage: Hashable, Sendable {
  private let bytes: [UInt8]
  private let path: String
  /// How many times larger a drawing of ours is than it stands; nil for a page that keeps its inks.
  private let drawnScale: Double?

  /// Makes a page from a file's bytes.
  public init(_ bytes: [UInt8], path: String, drawnScale: Double? = nil) {
    self.bytes = bytes
    self.path = path
    self.drawnScale = drawnScale
  }

  /// Turns a picture stream into the form; the file that it comes from must outlive the writing.
  func write(to stream: PDFObject, settings: PressSettings?) throws(Rejection) -> PDFFile {
    let source = try PDFFile(bytes, name: path)
    let facts = try PlacedPageFacts(source, path: path)
    let page = facts.page
    if let drawnScale, let settings {
      try changeInks(of: page, in: source, settings: settings, scale: drawnScale)
    }
    guard var content = page.contentData() else {
      throw Rejection(PlacedPageProblems.unreadable(path))
    }
    let own = source.makeIndirect(page.inherited("/Resources") ?? source.make("<< >>"))
    if var hidden = HiddenLayers(source) { content = hidden.removed(from: content, own) }
    let looks = AnnotationLooks(page)
    if looks.count > 0 {
      // What the page leaves set must not move them.
      content = Array("q\n".utf8) + content + Array("\nQ".utf8) + looks.content(namedIn: own)
    }
    let file = stream.file
    for key in stream.keys where key != "/Length" { stream[key] = nil }
    stream["/Type"] = file.make("/XObject")
    stream["/Subtype"] = file.make("/Form")
    stream["/BBox"] = file.make(PDFNumbers.array(facts.box))
    stream["/Matrix"] = file.make(PDFNumbers.array(facts.toUnitSquare))
    stream["/Resources"] = file.copy(own, from: source)
    if let group = page["/Group"], settings?.standard != .x1a {
      stream["/Group"] = file.copy(source.makeIndirect(group), from: source)
      if settings != nil { stream["/Group"]?["/CS"] = file.make("/DeviceCMYK") }
    }
    // A page begins with nothing set; a form with what its caller has set.
    let states = stream.dictionary(at: "/Resources").dictionary(at: "/ExtGState")
    states[Self.start] = file.make("<< /Type /ExtGState /op false /OP false /OPM 0 >>")
    let opening = "\(Self.start) gs 0 g 0 G 1 w 0 J 0 j 10 M [] 0 d\n"
    stream.replaceData(Array(opening.utf8) + content)
    return source
  }

  private static let start = "/BxStart"

  private func changeInks(
    of page: PDFObject, in source: PDFFile, settings: PressSettings, scale: Double
  ) throws(Rejection) {
    guard settings.standard.isPress, var profile = settings.profile else { return }
    guard
      let screen = ScreenInks(
        profile: profile, icc: settings.icc, isGrayscale: settings.isGrayscale)
    else { throw Rejection(PressProblems.brokenProfile(profile.condition.profile)) }
    profile.lines.overprintUnder = profile.lines.overprintUnder.scaled(by: scale)
    var own = settings
    own.profile = profile
    var walk = PageFinisher(file: source, settings: own, pictures: [], screen: screen)
    walk.finish(page, number: 0)
    if !walk.problems.isEmpty { throw Rejection(walk.problems) }
  }
}

/// Numbers in PDF syntax, fine enough for a map from a page to a unit square.
enum PDFNumbers {
  /// Ten decimals, without what says nothing.
  static func array(_ values: [Double]) -> String {
    "[ \(values.map { DecimalText.trimmed($0, 10) }.joined(separator: " ")) ]"
  }
}
