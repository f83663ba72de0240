import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// The words under a picture, set at its width: the rows that they take are those of their lines,
/// whatever a layout likes to keep for them (AD-1).
struct PictureCaption {
  /// The set lines; nil where nothing is said.
  let words: Fragment?
  /// Least rows under the picture, from the layout.
  let least: Int
  let grid: PageGrid

  /// Sets the words. In one column a caption of more than two lines goes down by half points, as
  /// far as that saves a line.
  init(
    _ text: String, range: SourceRange? = nil, width: Length, columns: Int, least: Int,
    setter: TextSetter
  ) throws(Rejection) {
    self.least = least
    grid = setter.grid
    guard !text.isEmpty else {
      words = nil
      return
    }
    let style = setter.style("caption")
    var set = try setter.stack([text], style: style, width: width, range: range)
    if columns == 1, !setter.isOneColumn {
      for smaller in Self.steps(below: style) where set.size.height > Self.twoLines(style) {
        let tried = try setter.stack([text], style: smaller, width: width, range: range)
        if tried.lineCount < set.lineCount { set = tried }
      }
    }
    words = set
  }

  /// Smallest size of a caption.
  private static let smallest = Length.points(7.5)

  /// The style at half a point less and at a whole one, down to the smallest.
  private static func steps(below style: NamedStyle) -> [NamedStyle] {
    let size = style.paragraph.character.size
    return [0.5, 1].map { size - .points($0) }.filter { $0 >= smallest }.map {
      var step = style
      step.paragraph.character.size = $0
      step.sizeSteps = []
      return step
    }
  }

  private static func twoLines(_ style: NamedStyle) -> Length {
    let size = style.paragraph.character.size
    return size.scaled(by: style.lineSpacing) + size
  }

  /// Rows under the picture, the air over and under the words among them: at a head the air lies
  /// between the words and the text, at a foot between the text and the picture.
  func rows(at place: ObjectPlace) -> Int {
    guard let words else { return 1 }
    // At a foot nothing follows, so that a hair under the picture is enough.
    let taken = place == .foot ? words.size.height + Self.hair : words.size.height
    return max(least, 1 + Self.rows(taken, grid.leading))
  }

  /// The least air between a picture and its words.
  private static let hair = Length.points(2)

  private static func rows(_ height: Length, _ leading: Length) -> Int {
    max(1, (height.units + leading.units - 1) / leading.units)
  }

  /// The words under a picture's foot in an object whose own foot lies at a height.
  func placed(under picture: Length, foot: Length, place: ObjectPlace) -> [PlacedItem] {
    guard let words else { return [] }
    let air = max(.zero, foot - picture - words.size.height)
    // The caption belongs to its picture: a third of the air over it, the rest under it.
    let y = place == .foot ? foot - words.size.height : picture + air / 3
    return words.placed(at: Point(x: .zero, y: y))
  }
}

extension Fragment {
  /// How many baselines its runs stand on.
  fileprivate var lineCount: Int {
    Set(items.map { $0.origin.y }).count
  }
}
