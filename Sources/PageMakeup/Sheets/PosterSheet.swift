import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A poster on one sheet: everything at one size, in as many columns as its lines ask for.
struct PosterSheet {
  let job: MakeupJob
  let setter: TextSetter
  let parts: PosterParts
  let trim: Size
  /// How much room things take.
  var room = Room()

  /// What gives way before words do: the height of pictures over columns, in shares of their own, and
  /// the distance of lines in columns, in ems.
  struct Room {
    var pictures = 1.0
    var pitch = 1.5
    /// How much larger a title over columns is.
    var title = 1.3
  }

  /// The page at a size, without its frame.
  struct Drawing {
    var items: [PlacedItem]
    var height: Length
  }

  /// Distance of baselines in ems of the text: lines of columns are shorter and stand closer.
  private func pitch(_ columns: Int) -> Double { columns > 1 ? room.pitch : 1.6 }
  /// Most characters of a line; longer ones are not found again by the eye, so the text stands in
  /// columns, with a gutter of two ems.
  private static let longest = 42
  private static let gutter = 2
  /// A round seal 公章 of 42 mm stands on signature and date.
  private static let seal = Length.millimetres(46)
  /// Least side of a QR code that is read from a step away.
  private static let code = Length.millimetres(32)

  /// The layout's margins, on larger sheets wider by a tenth of what the sheet is.
  private var area: Rect {
    let own = setter.grid.typeArea
    let page = job.layout.trim
    let grown = 1 + (trim.width / page.width - 1) / 10
    return Rect(
      left: own.left.scaled(by: grown), top: own.top.scaled(by: grown),
      right: trim.width - (page.width - own.right).scaled(by: grown),
      bottom: trim.height - (page.height - own.bottom).scaled(by: grown))
  }

  // MARK: Setting

  /// The sheet at a size; nil where it does not hold everything.
  func draw(at size: Length) throws(Rejection) -> Drawing? {
    let set = try self.set(at: size)
    let free = area.size.height - set.head.size.height - set.foot.size.height
    guard free > .zero, let (columns, height) = set.columns.balanced(atMost: free) else {
      return nil
    }
    let wide = set.width + size * Self.gutter
    var items = set.head.placed(at: .zero)
    for (number, rows) in columns.enumerated() {
      let corner = Point(x: wide * number, y: set.head.size.height)
      items += BlockStack.fragment(of: rows, width: set.width).placed(at: corner)
    }
    let end = set.head.size.height + height
    items += set.foot.placed(at: Point(x: .zero, y: end))
    return Drawing(items: items, height: end + set.foot.size.height)
  }

  /// How many characters too many there are at a size.
  func excess(at size: Length) throws(Rejection) -> Int {
    let set = try self.set(at: size)
    let rows = set.columns.rows.reduce(Length.zero) { $0 + $1.height }
    let free = area.size.height - set.head.size.height - set.foot.size.height
    let over = max(.zero, rows - free * set.columns.count)
    let line = size.scaled(by: pitch(set.columns.count))
    let lines = 1 + over.units / max(1, line.units)
    return lines * max(1, set.width.units / max(1, size.units))
  }

  private struct Parts {
    var head: Fragment
    var columns: PosterColumns
    var width: Length
    var foot: Fragment
  }

  private func set(at size: Length) throws(Rejection) -> Parts {
    let setter = setter.scaled(by: size / setter.grid.em)
    let across = area.size.width.units / max(1, size.units)
    let count = max(1, (across + Self.longest - 1) / Self.longest)
    let width = (area.size.width - size * (Self.gutter * (count - 1))) / count
    let pitch = size.scaled(by: pitch(count))
    let large = count > 1 ? setter.scaled(by: room.title) : setter
    let title = BlockStack(setter: large, width: area.size.width)
    var head = try title.set(parts.head.map { job.report.blocks[$0] })
    if !parts.head.isEmpty { head.size.height += pitch / 2 }
    if count > 1 {
      let row = try PosterPictures(
        pictures: job.pictures.filter { !$0.isPlaceholder }, setter: setter,
        width: area.size.width
      ).row(share: room.pictures, air: pitch)
      head.items += row.placed(at: Point(x: .zero, y: head.size.height))
      head.size.height += row.size.height
    }
    return Parts(
      head: head,
      columns: PosterColumns(
        rows: try rows(setter: setter, width: width, pitch: pitch, withPictures: count == 1),
        count: count),
      width: width, foot: try foot(setter: setter, pitch: pitch))
  }

  private func rows(
    setter: TextSetter, width: Length, pitch: Length, withPictures: Bool
  ) throws(Rejection) -> [BlockStack.Row] {
    let stack = BlockStack(setter: setter, width: width, pitch: pitch)
    var rows: [BlockStack.Row] = []
    var words: [ReportBlock] = []
    for index in parts.body {
      let block = job.report.blocks[index]
      let picture = job.pictures.first { $0.block == index && !$0.isPlaceholder }
      if picture != nil, !withPictures { continue }
      guard block.table != nil || picture != nil else {
        words.append(block)
        continue
      }
      rows += try stack.rows(words)
      words = []
      if let table = block.table {
        let set = try BoardTable(
          job.report.tables[table], look: .columns, setter: setter, width: width)
        rows.append(thing(set.draw(height: set.height), pitch: pitch))
      } else if let picture {
        let high = min(width.scaled(by: 1 / picture.ratio), area.size.height / 3)
        let room = Rect(origin: .zero, size: Size(width: width, height: high))
        let items = try BoardPicture(picture: picture, setter: setter).draw(in: room)
        rows.append(thing(Fragment(size: room.size, items: items), pitch: pitch))
        if !block.text.isEmpty { rows += try stack.rows([block]) }
      }
    }
    return rows + (try stack.rows(words))
  }

  /// A table or a picture with air over and under it.
  private func thing(_ fragment: Fragment, pitch: Length) -> BlockStack.Row {
    BlockStack.Row(
      items: fragment.placed(at: Point(x: .zero, y: pitch / 4)),
      height: fragment.size.height + pitch / 2)
  }

  // MARK: Foot

  /// Who issues it with room for the seal at the right, the code at the left.
  private func foot(setter: TextSetter, pitch: Length) throws(Rejection) -> Fragment {
    let blocks = parts.foot.map { job.report.blocks[$0] }
    let width = area.size.width
    let words = try BlockStack(setter: setter, width: width, pitch: pitch).set(blocks)
    let isSealed =
      blocks.contains { $0.role == .signature }
      && !["no", "false", "无", "否"].contains(job.facts[.seal] ?? "")
    let side = job.facts.matrix == nil ? .zero : max(Self.code, width / 6)
    var height = max(words.size.height, side)
    if isSealed { height = max(height, Self.seal) }
    var items = words.placed(at: Point(x: .zero, y: (height - words.size.height) / 2))
    let air = height > .zero ? pitch / 2 : .zero
    if let matrix = job.facts.matrix {
      let room = Rect(origin: .zero, size: Size(width: side, height: height))
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.figure, name: matrix.tagName))))
      items += try CodeBlock(
        matrix: matrix, caption: job.facts[.codeCaption], setter: setter
      ).draw(in: room)
    }
    return Fragment(
      size: Size(width: width, height: height + air),
      items: items.map { PlacedItem(at: $0.origin + Point(x: .zero, y: air), $0.item) })
  }

  // MARK: The page

  func page(_ drawing: Drawing, into problems: inout Problems) throws(Rejection) -> Page {
    // What is left stands over and under the text, a third of it over.
    let top = area.top + max(.zero, area.size.height - drawing.height) / 3
    let corner = Point(x: area.left, y: top)
    let context = PageContext(
      number: 0, count: 1, setter: setter, facts: job.facts, objects: [],
      lines: 1...setter.grid.lines)
    let furniture = try PageDrawing.furniture(of: job.layout.first, on: context)
    let artifact = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    return Page(
      label: "1", trim: trim, bleed: job.layout.bleed,
      items: frame() + drawing.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
        + artifact + furniture)
  }

  /// A double frame half way between the type area and the trim.
  private func frame() -> [PlacedItem] {
    let margin = area.left / 2
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    for (away, weight) in [(margin, 1.6), (margin + .millimetres(3), 0.4)] {
      let box = Rect(left: away, top: away, right: trim.width - away, bottom: trim.height - away)
      let stroke = Stroke(ink: setter.ink("accent"), width: .millimetres(weight))
      items.append(PlacedItem(at: .zero, .path(.rect(box), Paint(stroke: stroke))))
    }
    return items
  }
}
