public import DisplayList

/// What a picture file may have at most; a page of newsprint needs far less.
public enum ImageLimits {
  /// Bytes of a file.
  public static let bytes = 64 << 20
  /// Pixels of a picture.
  public static let pixels = 100_000_000
  /// Bytes of its pixels unpacked.
  public static let unpacked = 400_000_000
  /// Pixels on a side; Cairo draws no more.
  public static let side = 32_767
}

/// What the head of a picture file says, read without decoding any pixel.
public struct ImageHeader: Hashable, Sendable {
  /// Format by content.
  public var format: ImageFormat
  /// Width of the stored pixels, before `orientation` is applied.
  public var storedWidth: Int
  /// Height of the stored pixels, before `orientation` is applied.
  public var storedHeight: Int
  /// Colour components: 1 grey, 3 colour, 4 CMYK (JPEG only); 0 where the format does not say.
  public var components: Int
  /// How the stored pixels are turned.
  public var orientation: ImageOrientation
  /// Whether an Adobe program wrote it: CMYK shares are then stored as 255 − share.
  public var isAdobe: Bool
  /// Whether a PDF reader can take the file as it is: JPEG with Huffman codes, grey or RGB. CMYK is
  /// not among them, because Cairo forgets to say that its shares are inverted.
  public var passesThrough: Bool

  /// Width as it is seen.
  public var width: Int { orientation.swapsSides ? storedHeight : storedWidth }
  /// Height as it is seen.
  public var height: Int { orientation.swapsSides ? storedWidth : storedHeight }
}

/// How the stored pixels of a photograph are turned, by its EXIF number.
public enum ImageOrientation: Int, Hashable, Sendable, CaseIterable {
  case upright = 1
  case mirrored, halfTurn, flipped, transposed, clockwise, transversed, counterclockwise

  /// Whether width and height change places.
  public var swapsSides: Bool { rawValue >= 5 }

  /// The map from the stored picture to the upright one, both as unit squares with y downwards:
  /// x' = a·x + c·y + tx, y' = b·x + d·y + ty.
  public var map: (a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    switch self {
    case .upright: (1, 0, 0, 1, 0, 0)
    case .mirrored: (-1, 0, 0, 1, 1, 0)
    case .halfTurn: (-1, 0, 0, -1, 1, 1)
    case .flipped: (1, 0, 0, -1, 0, 1)
    case .transposed: (0, 1, 1, 0, 0, 0)
    case .clockwise: (0, 1, -1, 0, 1, 0)
    case .transversed: (0, -1, -1, 0, 1, 1)
    case .counterclockwise: (0, -1, 1, 0, 0, 1)
    }
  }
}
