import Geometry

/// The part of a page that is shown, and how it is turned.
struct PageView {
  /// What is shown, in the page's own space.
  let bounds: PathBounds
  /// The sheet as it is seen.
  let size: Size
  /// From the page's own space to places on the sheet, from its top left corner, in points.
  let toSheet: Matrix
  /// The box as PDF writes it.
  let box: BoxCheck.Box
  /// Quarter turns to the right.
  let turns: Int

  init(_ page: PDFObject) {
    box =
      BoxCheck.Box(page.inherited("/CropBox")) ?? BoxCheck.Box(page.inherited("/MediaBox"))
      ?? .usual
    var bounds = PathBounds()
    bounds.add((box.left, box.bottom))
    bounds.add((box.right, box.top))
    self.bounds = bounds
    let quarter = ((page.inherited("/Rotate")?.integer ?? 0) / 90 % 4 + 4) % 4
    turns = quarter
    let (width, height) = (box.right - box.left, box.top - box.bottom)
    size =
      quarter % 2 == 0
      ? Size(width: .points(width), height: .points(height))
      : Size(width: .points(height), height: .points(width))
    toSheet =
      switch quarter {
      case 1: Matrix(0, 1, 1, 0, -box.bottom, -box.left)
      case 2: Matrix(-1, 0, 0, 1, box.right, -box.bottom)
      case 3: Matrix(0, -1, -1, 0, box.top, box.right)
      default: Matrix(1, 0, 0, -1, -box.left, box.top)
      }
  }
}
