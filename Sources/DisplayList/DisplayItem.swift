public import Geometry

/// One thing to draw.
public indirect enum DisplayItem: Hashable, Sendable {
  /// Text; the origin is on the baseline at the first glyph.
  case glyphs(GlyphRun)
  /// Lines and areas; the origin is that of the path's coordinates.
  case path(Path, Paint)
  /// A picture, cropped; the origin is its top left corner.
  case image(PlacedImage)
  /// Items with a map and a clip of their own.
  case group(Group)
  /// A place that other places speak of.
  case tag(StructureTag)
}

/// A picture at a size.
public struct PlacedImage: Hashable, Sendable {
  /// Which picture.
  public var image: ImageID
  /// Size on the page after cropping.
  public var size: Size
  /// The part that is shown, in shares of the picture's width and height, 0…1.
  public var crop: Crop
  /// What a person who cannot see it is told.
  public var alternative: String
  /// What is drawn where the picture's format cannot be, such as a labelled box for a page of a PDF
  /// file; placed from the picture's top left corner.
  public var substitute: [PlacedItem]

  /// Makes a placed picture.
  public init(
    image: ImageID, size: Size, crop: Crop = .whole, alternative: String = "",
    substitute: [PlacedItem] = []
  ) {
    self.substitute = substitute
    self.image = image
    self.size = size
    self.crop = crop
    self.alternative = alternative
  }
}

/// A part of a picture in shares of its width and height.
public struct Crop: Hashable, Sendable {
  /// Left edge, 0…1.
  public var x: Double
  /// Top edge, 0…1.
  public var y: Double
  /// Width, more than 0, at most 1.
  public var width: Double
  /// Height, more than 0, at most 1.
  public var height: Double

  /// Makes a part from its edges in shares.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The whole picture.
  public static let whole = Crop(x: 0, y: 0, width: 1, height: 1)
}

/// Items that share a map and a clip.
public struct Group: Hashable, Sendable {
  /// What is drawn, in painting order.
  public var items: [PlacedItem]
  /// From the group's plane to the page, about the group's origin.
  public var transform: Transform
  /// Only what lies inside is drawn.
  public var clip: Path?

  /// Makes a group.
  public init(items: [PlacedItem], transform: Transform = .identity, clip: Path? = nil) {
    self.items = items
    self.transform = transform
    self.clip = clip
  }
}

/// A drawing item at its place; the origin is relative to the page's trim or the group.
public struct PlacedItem: Hashable, Sendable {
  /// Where.
  public var origin: Point
  /// What.
  public var item: DisplayItem

  /// Makes a placed item.
  public init(at origin: Point, _ item: DisplayItem) {
    self.origin = origin
    self.item = item
  }
}

/// A mark that is not drawn: the name of what follows, for structure and for tools.
public struct StructureTag: Hashable, Sendable {
  /// What kind of place.
  public enum Kind: String, Hashable, Sendable {
    case heading, paragraph, figure, artifact, frame
    /// The cells that follow stand in one row of the table that the name names.
    case tableRow
    /// A cell of a table's head.
    case headerCell
    /// A cell of a table's body.
    case cell
    /// What follows leads to the place of the document that the name names.
    case link
  }
  /// The kind.
  public var kind: Kind
  /// Its name or text.
  public var name: String
  /// Depth of a heading, from 1.
  public var level: Int

  /// Makes a tag.
  public init(_ kind: Kind, name: String = "", level: Int = 1) {
    self.kind = kind
    self.name = name
    self.level = level
  }
}
