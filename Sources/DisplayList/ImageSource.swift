/// The name of a picture within one document.
public struct ImageID: RawRepresentable, Hashable, Sendable, Comparable {
  /// The name; by custom the file as the report names it.
  public var rawValue: String
  /// Makes a name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Order of the names.
  public static func < (a: ImageID, b: ImageID) -> Bool { a.rawValue < b.rawValue }
}

/// Picture formats that are read.
public enum ImageFormat: String, Hashable, Sendable {
  case jpeg, png
  /// Vector art, drawn as it is.
  case svg
  /// A page of another PDF file, such as an advertisement: placed in PDF files with its own fonts
  /// and inks, a labelled box anywhere else.
  case pdf

  /// Whether it has a size and no pixels.
  public var isVector: Bool { self == .svg || self == .pdf }
}

/// A picture file as sniffed before layout: enough to lay it out and to draw it.
///
/// Vector art has no pixels: its width and height are its own size in `Length.units`.
public struct ImageSource: Hashable, Sendable {
  /// The path that `FileAccess` opens.
  public var path: String
  /// Format by content, not by name.
  public var format: ImageFormat
  /// Width in pixels, or in length units for vector art.
  public var pixelWidth: Int
  /// Height in pixels, or in length units for vector art.
  public var pixelHeight: Int
  /// Digest of the content, where known.
  public var digest: String

  /// Makes a picture.
  public init(
    path: String, format: ImageFormat, pixelWidth: Int, pixelHeight: Int, digest: String = ""
  ) {
    self.path = path
    self.format = format
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
    self.digest = digest
  }
}
