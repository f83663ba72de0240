/// A place on a page, in millimetres from the sheet's top left corner.
public struct PagePlace: Hashable, Sendable {
  /// The page, from 1.
  public var page: Int
  /// From the left edge.
  public var left: Double
  /// From the top edge.
  public var top: Double
  /// Extent to the right.
  public var width: Double
  /// Extent downwards.
  public var height: Double

  /// Makes a place.
  public init(page: Int, left: Double, top: Double, width: Double, height: Double) {
    self.page = page
    (self.left, self.top, self.width, self.height) = (left, top, width, height)
  }

  /// The smallest place that holds this one and another on the same page.
  public func joined(with other: PagePlace) -> PagePlace {
    let (left, top) = (min(self.left, other.left), min(self.top, other.top))
    return PagePlace(
      page: page, left: left, top: top,
      width: max(self.left + width, other.left + other.width) - left,
      height: max(self.top + height, other.top + other.height) - top)
  }

  /// The share of the smaller place that both have in common.
  func common(with other: PagePlace) -> Double {
    guard page == other.page else { return 0 }
    let across = min(left + width, other.left + other.width) - max(left, other.left)
    let down = min(top + height, other.top + other.height) - max(top, other.top)
    let least = min(width * height, other.width * other.height)
    return across > 0 && down > 0 && least > 0 ? across * down / least : 0
  }
}

/// A paragraph or a head as it is printed.
public struct PaperText: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// Where each of its characters stands.
  public var characters: [PagePlace]
  /// Whether it is larger than the running text.
  public var isHead: Bool
  /// Whether it is the number of its page, which stands outside the text.
  public var isFolio = false

  /// Makes a text; `characters` has a place for each.
  public init(text: String, characters: [PagePlace], isHead: Bool) {
    (self.text, self.characters, self.isHead) = (text, characters, isHead)
  }

  /// What it takes of the page on which it begins.
  public var place: PagePlace? {
    guard let first = characters.first else { return nil }
    return characters.filter { $0.page == first.page }.reduce(first) { $0.joined(with: $1) }
  }

  /// The places of some of its characters, a line each.
  public func lines(of range: Range<Int>) -> [PagePlace] {
    var lines: [PagePlace] = []
    for character in characters[range.clamped(to: characters.indices)] {
      if let last = lines.last, last.page == character.page,
        abs(last.top + last.height - character.top - character.height) < last.height / 2,
        character.left >= last.left
      {
        lines[lines.count - 1] = last.joined(with: character)
      } else {
        lines.append(character)
      }
    }
    return lines
  }
}

/// A picture as it is printed.
public struct PaperPicture: Hashable, Sendable {
  /// Tells one picture from another.
  public var digest: String
  /// Where it is seen.
  public var place: PagePlace
  /// What is cut off it at the left, top, right and bottom, in shares of the picture.
  public var crop: [Double]

  /// Makes a picture.
  public init(digest: String, place: PagePlace, crop: [Double]) {
    (self.digest, self.place, self.crop) = (digest, place, crop)
  }
}

/// Printed pages: what they say and show, and where.
public struct PaperContents: Hashable, Sendable {
  /// The sizes of the pages in millimetres.
  public var sizes: [(width: Double, height: Double)] {
    get { zip(widths, heights).map { ($0, $1) } }
    set { (widths, heights) = (newValue.map(\.width), newValue.map(\.height)) }
  }
  private var widths: [Double] = []
  private var heights: [Double] = []
  /// Paragraphs and heads in reading order.
  public var texts: [PaperText]
  /// Pictures in the order of drawing.
  public var pictures: [PaperPicture]

  /// Makes pages.
  public init(
    sizes: [(width: Double, height: Double)], texts: [PaperText], pictures: [PaperPicture]
  ) {
    (self.texts, self.pictures) = (texts, pictures)
    self.sizes = sizes
  }
}
