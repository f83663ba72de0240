import DisplayList
import Geometry
import LayoutSpecs

/// How large a picture may be on a newspaper page (AD-7): an upright one a third of the columns wide,
/// 26 lines high and 8 % of the type area, any other a quarter of it; on a large sheet three eighths,
/// 34 lines, 8 % and 18 %.
struct PictureCaps {
  /// The page's own columns.
  let grid: PageGrid

  /// Ratio under which a picture is upright.
  static let upright = 0.9
  private static let uprightShare = 0.08
  /// Lines of a large sheet 对开 and more.
  private static let largeSheet = 100

  private var isLarge: Bool { grid.lines >= Self.largeSheet }
  private var uprightRows: Int { isLarge ? 34 : 26 }
  private var share: Double { isLarge ? 0.18 : 0.25 }
  private var uprightColumns: Int { max(1, isLarge ? grid.columns * 3 / 8 : grid.columns / 3) }
  private var area: Double {
    let size = grid.typeArea.size
    return size.width.points * size.height.points
  }

  /// Columns of the page that a picture may span at most, a fifth of its height cropped at most.
  func widest(_ picture: MakeupPicture) -> Int {
    guard picture.chart == nil, grid.columns > 1 else { return grid.columns }
    let most = picture.ratio < Self.upright ? uprightColumns : grid.columns
    let found = (1...most).last { columns in
      let width = grid.width(ofColumns: columns)
      let least = Size(width: width, height: width.scaled(by: 0.82 / picture.ratio))
      return allows(least, ratio: picture.ratio)
    }
    return found ?? 1
  }

  /// The bounds of a picture beside others of its story.
  func bound(_ picture: MakeupPicture) -> PictureBound {
    PictureBound(
      columns: widest(picture), ratio: picture.chart == nil ? picture.ratio : nil,
      asked: picture.columns.map { min($0, grid.columns) }, place: picture.place)
  }

  /// The heights whose image keeps within the caps; the least where none does.
  func within(
    _ heights: [FlowShape.Height], ratio: Double, size: (Int) -> Size
  ) -> [FlowShape.Height] {
    let allowed = heights.filter { allows(size($0.rows), ratio: ratio) }
    if !allowed.isEmpty { return allowed }
    return heights.min { $0.rows < $1.rows }.map { [$0] } ?? []
  }

  /// Whether a picture of a ratio may be drawn at a size.
  func allows(_ size: Size, ratio: Double) -> Bool {
    let share = size.width.points * size.height.points / area
    guard size.width.points < size.height.points * Self.upright || ratio < Self.upright else {
      return share <= self.share
    }
    return share <= Self.uprightShare
      && size.height <= grid.height(ofLines: uprightRows) + grid.leading / 2
  }
}

/// How wide a picture may be on its page, and what it takes there.
struct PictureBound: Hashable {
  /// Columns of the page that it may span at most.
  var columns: Int
  /// Width by height; nil for a chart, which takes what it is given.
  var ratio: Double?
  /// Columns that its editor gives it, whatever the bounds.
  var asked: Int?
  /// Where its editor puts it.
  var place: ObjectPlace?

  /// The first picture of a story against the next.
  static let lead = 1.5
  /// A chart's, as a rule.
  private static let chart = 1.6

  /// The area of its image over so many columns, in squares of a column's width.
  func area(columns: Int) -> Double {
    let width = Double(asked ?? min(columns, self.columns))
    return width * width / (ratio ?? Self.chart)
  }

  /// The most columns at which its image takes no more than an area, one at least.
  func columns(within area: Double) -> Int {
    (1...max(1, columns)).last { self.area(columns: $0) <= area * Self.leeway } ?? 1
  }

  /// What heights give and take.
  private static let leeway = 1.1
}
