import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A story in vertical lines 竖排, as supplements set verse and essays: the headline down the right side,
/// then the lines from right to left, in tiers one under the other where the story is tall (VT-1, VT-2).
///
/// It is one object of whole columns and rows; the lines are spread evenly over its width.
struct VerticalStory {
  let setter: TextSetter
  let report: Report
  let rank: HeadRank

  private var grid: PageGrid { setter.grid }

  /// Longest line, in characters, that the eye follows down without losing its place.
  private static let longest = 26
  /// Between two tiers, in characters.
  private static let gap = 2
  /// Distance of lines, in shares of their size: least, liked and most.
  private static let pitches = (1.35, 1.6, 2.4)
  /// Most characters of a line of verse.
  private static let verse = 20
  /// How many heights over the least are offered, in rows.
  private static let heights = 10

  // MARK: Heights

  /// The heights at which the story fills a width, rising; none where it does not fit.
  func heights(columns: Int, most: Int) throws(Rejection) -> [FlowShape.Height] {
    var found: [FlowShape.Height] = []
    var rows = max(12, leastRows(columns: columns))
    var lines: [Int: Int] = [:]
    while rows <= most, found.count < Self.heights {
      defer { rows += 1 }
      let shape = try shape(columns: columns, rows: rows)
      guard shape.room > .zero, shape.length > 4 else { continue }
      let count: Int
      if let known = lines[shape.length] {
        count = known
      } else {
        count = try body(shape.length).count
        lines[shape.length] = count
      }
      guard let pitch = pitch(for: count, in: shape) else { continue }
      let off = abs(pitch / size - Self.pitches.1)
      found.append(FlowShape.Height(rows: rows, cost: setter.prices.loose * off * 10))
    }
    return found
  }

  /// A bound from the number of characters, so that few heights are composed in vain.
  private func leastRows(columns: Int) -> Int {
    let characters = report.blocks.reduce(0) { $0 + ($1.role.isText ? $1.text.count : 0) }
    let area = size.scaled(by: Self.pitches.0).points * size.points * Double(characters)
    return Int(area / grid.width(ofColumns: columns).points / grid.leading.points)
  }

  private var style: NamedStyle { setter.style("body") }
  private var size: Length { style.paragraph.character.size }

  /// How a box is parted: characters of a line, tiers, and the width that the lines have.
  private struct Shape {
    var length: Int
    var tiers: Int
    var room: Length
    var head: Length
    var height: Length
  }

  private func shape(columns: Int, rows: Int) throws(Rejection) -> Shape {
    // A blank row parts the story from what stands under it.
    let height = grid.height(ofLines: rows - 1)
    let ems = height.units / size.units
    var tiers = 1
    while (ems - Self.gap * (tiers - 1)) / tiers > Self.longest { tiers += 1 }
    let head = try headWidth(height: height)
    return Shape(
      length: (ems - Self.gap * (tiers - 1)) / tiers, tiers: tiers,
      room: grid.width(ofColumns: columns) - head, head: head, height: height)
  }

  /// The distance of lines at which so many fill the tiers; nil where they are too many or too few.
  private func pitch(for count: Int, in shape: Shape) -> Length? {
    let inTier = (count + shape.tiers - 1) / shape.tiers
    guard inTier > 0 else { return nil }
    let pitch = shape.room / inTier
    let (least, _, most) = Self.pitches
    guard pitch >= size.scaled(by: least) else { return nil }
    return min(pitch, size.scaled(by: most)) == pitch ? pitch : nil
  }

  // MARK: Lines

  /// The lines of the text at so many characters.
  private func body(_ length: Int) throws(Rejection) -> [ComposedLine] {
    var paragraph = style.paragraph
    if isVerse { paragraph.firstLineIndent = 0 }
    var lines: [ComposedLine] = []
    for block in report.blocks where !TitleBlock.roles.contains(block.role) {
      let named = block.role.headLevel == nil ? paragraph : head(paragraph)
      lines += try setter.vertical(
        MarkedText.spans(of: block, style: named), style: named, height: size * length,
        range: block.range
      ).lines
    }
    return lines
  }

  private func head(_ paragraph: ParagraphStyle) -> ParagraphStyle {
    var style = paragraph
    style.character.role = setter.style("subhead").paragraph.character.role
    return style
  }

  private var isVerse: Bool {
    let texts = report.blocks.filter { $0.role.isText }.map(\.text.count)
    return !texts.isEmpty && texts.count { $0 <= Self.verse } * 10 >= texts.count * 7
  }

  // MARK: Head

  /// The headline's lines at the largest size of its rank at which each stands in the height, and the
  /// byline's.
  private func head(
    height: Length
  ) throws(Rejection) -> (title: [ComposedLine], size: Length, byline: [ComposedLine]) {
    let ranked = setter.style(rank.style(in: setter.layout.styles))
    var named = setter.style("vertical-head")
    named.paragraph.character.role = ranked.paragraph.character.role
    var lines: [ComposedLine] = []
    for step in ranked.sizeSteps.isEmpty ? [ranked.paragraph.character.size] : ranked.sizeSteps {
      named.paragraph.character.size = step
      lines = []
      for text in report.headlineParts {
        lines += try setter.vertical(text, style: named, height: height).lines
      }
      if lines.count <= max(1, report.headlineParts.count) { break }
    }
    var byline = setter.style("byline")
    byline.paragraph.alignment = .right
    byline.paragraph.character.size = min(byline.paragraph.character.size, size.scaled(by: 1.15))
    var by: [ComposedLine] = []
    for block in report.blocks where block.role == .byline || block.role == .deck {
      by += try setter.vertical(
        block.text, style: byline, height: height - size, range: block.range
      ).lines
    }
    return (lines, named.paragraph.character.size, by)
  }

  private func headWidth(height: Length) throws(Rejection) -> Length {
    let head = try head(height: height)
    return head.size.scaled(by: 1.25) * head.title.count
      + size.scaled(by: 1.7) * head.byline.count + size
  }

  // MARK: Drawing

  /// The story in so many rows.
  func draw(columns: Int, rows: Int) throws(Rejection) -> Fragment {
    let width = grid.width(ofColumns: columns)
    let shape = try shape(columns: columns, rows: rows)
    let head = try head(height: shape.height)
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.heading)))]
    var right = width
    for line in head.title {
      let wide = head.size.scaled(by: 1.25)
      items += line.standing(at: right - wide / 2, top: .zero)
      right -= wide
    }
    items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
    for line in head.byline {
      let wide = size.scaled(by: 1.7)
      items += line.standing(at: right - wide / 2, top: .zero)
      right -= wide
    }
    let lines = try body(shape.length)
    let inTier = max(1, (lines.count + shape.tiers - 1) / shape.tiers)
    let pitch = pitch(for: lines.count, in: shape) ?? shape.room / inTier
    for (number, line) in lines.enumerated() {
      let (tier, place) = (number / inTier, number % inTier)
      items += line.standing(
        at: shape.room - pitch * place - pitch / 2,
        top: size * ((shape.length + Self.gap) * tier))
    }
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: rows)), items: items)
  }
}

extension ComposedLine {
  /// The items of a vertical line about the middle of its column, from a height downwards.
  fileprivate func standing(at middle: Length, top: Length) -> [PlacedItem] {
    let corner = Point(x: middle, y: top + indent)
    return items.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }
}

extension VerticalStory {
  /// The story as an article of a page: one object, whose heights are known for every width.
  func article(name: String, importance: Int, columns: Int, lines: Int) throws(Rejection) -> Article
  {
    var heights: [Int: [FlowShape.Height]] = [:]
    for width in 1...columns { heights[width] = try self.heights(columns: width, most: lines) }
    guard heights.values.contains(where: { !$0.isEmpty }) else {
      throw Rejection(MakeupProblems.noVerticalPlace(name))
    }
    let known = heights
    return Article(
      name: name, importance: importance, rank: rank,
      flows: [ArticleFlow(headRows: 0, cost: 0, items: [])], prices: setter.prices,
      skeletons: { width in
        known[width]?.isEmpty == false
          ? [Skeleton(name: "vertical", pictures: [], panel: nil, filler: nil, cost: 0)] : []
      },
      objects: { width, _ in
        [
          PageObject(
            columns: 1...width, place: .head, heights: known[width] ?? [],
            draw: { rows throws(Rejection) in try draw(columns: width, rows: rows) },
            name: "vertical story")
        ]
      })
  }
}
