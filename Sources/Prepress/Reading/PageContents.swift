public import Diagnostics
public import Geometry

/// A character as a PDF page shows it.
public struct ShownCharacter: Hashable, Sendable {
  /// What it says: more than one character where a glyph stands for several.
  public var text: String
  /// The font's name without the mark of a subset.
  public var font: String
  /// The size at which it stands, in points.
  public var size: Double
  /// Where it begins on its line, from the sheet's top left corner.
  public var origin: Point
  /// How far it moves on.
  public var advance: Length
}

/// A picture as a PDF page shows it.
public struct ShownPicture: Hashable, Sendable {
  /// Tells one picture from another, whatever its size on the page.
  public var digest: String
  /// Where the whole picture would stand, from the sheet's top left corner.
  public var whole: Rect
  /// The part of the sheet in which it is seen.
  public var shown: Rect
}

/// What a page of a PDF file says and shows, with places on the sheet as it is seen.
public struct PageContents: Hashable, Sendable {
  /// The sheet, turned where it is turned.
  public var size = Size.zero
  /// The characters in the order of the file, which in our own files is the reading order.
  public var characters: [ShownCharacter] = []
  /// The pictures in the order of the file.
  public var pictures: [ShownPicture] = []
  /// The bounds of everything that is not paper; nil for an empty page.
  public var ink: Rect?
  /// Glyphs that no table of the file gives a character for.
  public var unreadable = 0

  /// Reads the pages of a file; one that cannot be opened, or that is locked, is a rejection.
  public static func read(_ bytes: [UInt8], name: String) throws(Rejection) -> [PageContents] {
    let file = try PDFFile(bytes, name: name)
    if file.pages.isEmpty { throw Rejection(PressProblems.unreadable(name, reason: "no pages")) }
    var reader = PageReader()
    return file.pages.map { reader.read($0) }
  }
}
