/// The name of a face within one document, such as `song-regular`.
public struct FontFaceID: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral
{
  /// The name.
  public var rawValue: String
  /// Makes a name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes a name.
  public init(stringLiteral value: String) { rawValue = value }
  /// Order of the names.
  public static func < (a: FontFaceID, b: FontFaceID) -> Bool { a.rawValue < b.rawValue }
}

/// One font file: what a renderer needs to draw glyphs by number.
public struct FontFace: Hashable, Sendable {
  /// The file, relative to the folder `fonts/`.
  public var file: String
  /// Which font in the file (collections hold several), from 0.
  public var index: Int
  /// The full name for people, such as "Noto Serif CJK SC Bold".
  public var name: String
  /// Digest of the file, where known: the same glyph ids mean the same shapes only in one file.
  public var digest: String

  /// Makes a face.
  public init(file: String, index: Int = 0, name: String = "", digest: String = "") {
    self.file = file
    self.index = index
    self.name = name
    self.digest = digest
  }
}
