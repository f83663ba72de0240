import Geometry

/// Reads `page` and `grid`: trim, bleed, and the integer page.
enum GridReader {
  struct Sheet {
    var trim: Size
    var bleed: Insets
    var grid: PageGrid
  }

  /// `ownLines` are the lines that the file itself gives: `--set grid.lines` lets the trim follow.
  static func read(page: SpecNode, grid: SpecNode, ownLines: Int?) -> Sheet? {
    let pageFields = page.fields(["trim", "bleed"])
    let fields = grid.fields([
      "columns", "measure", "gutter", "lines", "body", "leading", "top", "left",
    ])
    let none = UnitBase(em: .zero, line: .zero)
    guard let trim = pageFields.required("trim").flatMap({ size($0, none) }),
      let em = fields.required("body")?.typeSize(),
      let columns = fields.required("columns")?.integer(in: 1...24),
      let measure = fields.required("measure").flatMap(wholeEms),
      let lines = fields.required("lines")?.integer(in: 1...2000),
      let leading = fields.required("leading")?.length(
        UnitBase(em: em, line: .zero), in: em...(em * 10))
    else { return nil }
    let base = UnitBase(em: em, line: leading)
    let gutter = fields["gutter"].flatMap(wholeEms) ?? (columns > 1 ? 1 : 0)
    let bleed = pageFields["bleed"]?.length(base) ?? .zero
    let grown = trim.height + leading * (lines - (ownLines ?? lines))
    var plan = PageGrid(
      columns: columns, measure: measure, gutter: gutter, lines: lines, em: em, leading: leading,
      origin: .zero)
    let area = plan.typeArea.size
    let left = fields["left"]?.length(base) ?? (trim.width - area.width) / 2
    let top = fields["top"]?.length(base) ?? (grown - area.height) / 2
    plan.origin = Point(x: left, y: top)
    let sheet = Rect(origin: .zero, size: Size(width: trim.width, height: grown))
    guard sheet.contains(plan.typeArea) else {
      grid.report(
        LayoutProblems.tooWide(grid, width: show(area), trim: show(sheet.size)))
      return nil
    }
    return Sheet(trim: sheet.size, bleed: Insets(all: bleed), grid: plan)
  }

  /// A page size `[width, height]`.
  static func size(_ node: SpecNode, _ base: UnitBase) -> Size? {
    let range = Length.millimetres(5)...Length.millimetres(5080)
    let sides = node.items().map { $0.length(base, in: range) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else {
      if sides.count != 2 {
        node.report(
          SpecProblems.wrongType(node, wanted: ("[width, height]", "[宽, 高]")))
      }
      return nil
    }
    return Size(width: width, height: height)
  }

  /// A measure is a whole number of characters (PG-1).
  private static func wholeEms(_ node: SpecNode) -> Int? {
    guard let value = node.ems(in: 1...400) else { return nil }
    guard value == value.rounded() else {
      node.report(
        SpecProblems.wrongType(
          node, wanted: ("a whole number of characters, such as 11em", "整数个字，如 11em")))
      return nil
    }
    return Int(value)
  }

  private static func show(_ size: Size) -> String {
    func mm(_ length: Length) -> String {
      let tenths = Int((length.millimetres * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return "\(mm(size.width)) × \(mm(size.height)) mm"
  }
}
