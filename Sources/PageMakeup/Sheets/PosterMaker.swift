import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A notice for a board: always one page, set in the largest size that the layout allows and the
/// page holds.
struct PosterMaker {
  let job: MakeupJob
  let setter: TextSetter

  private var area: Rect { setter.grid.typeArea }
  private var sizes: SizeRange { job.layout.poster }

  func make() throws(Rejection) -> MadeUp {
    var size = sizes.most
    var drawn = try draw(at: size)
    // A smaller size never takes more room, so the first that fits is the largest.
    while drawn.size.height > area.size.height, size - sizes.step >= sizes.least {
      size -= sizes.step
      drawn = try draw(at: size)
    }
    if drawn.size.height > area.size.height {
      let over = drawn.size.height - area.size.height
      let line = size.scaled(by: Self.pitch)
      let lines = (over.units + line.units - 1) / line.units
      let across = area.size.width.units / size.units
      let name = job.report.headlines.joined(separator: " ")
      throw Rejection(MakeupProblems.overset(name, characters: lines * across))
    }
    // What is left stands over and under the text, a third of it over.
    let top = area.top + (area.size.height - drawn.size.height) / 3
    let context = PageContext(
      number: 0, count: 1, setter: setter, facts: job.facts, objects: [],
      lines: 1...setter.grid.lines)
    let furniture = try PageDrawing.furniture(of: job.layout.first, on: context)
    let items = frame() + drawn.placed(at: Point(x: area.left, y: top))
    let artifact = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    let page = Page(
      label: "1", trim: job.layout.trim, bleed: job.layout.bleed,
      items: items + artifact + furniture)
    return MadeUp(document: PagedDocument(pages: [page]))
  }

  private static let pitch = 1.6

  /// Everything at a size, from the top.
  private func draw(at size: Length) throws(Rejection) -> Fragment {
    var items: [PlacedItem] = []
    var y = Length.zero
    let pitch = size.scaled(by: Self.pitch)
    for block in job.report.blocks where block.table == nil {
      var style = setter.style(block.role.rawValue)
      let scale = style.paragraph.character.size / setter.grid.em
      style.paragraph.character.size = size.scaled(by: scale)
      style.paragraph.runIn?.size = size.scaled(by: scale)
      let step = max(pitch, style.paragraph.character.size.scaled(by: style.lineSpacing))
      let isTitle = TitleBlock.roles.contains(block.role)
      let text = isTitle ? block.parts.joined(separator: "\u{3000}") : block.text
      let set = try setter.compose(
        [TextSpan(text, style.paragraph.character)], style: style.paragraph,
        measure: area.size.width, range: block.range)
      let ascent = try setter.ascent(of: style.paragraph.character)
      y += pitch * style.paragraph.linesBefore
      items.append(PlacedItem(at: .zero, .tag(StructureTag(isTitle ? .heading : .paragraph))))
      for line in set.lines {
        items += line.placed(onBaseline: y + ascent)
        y += step
      }
      y += pitch * style.paragraph.linesAfter
    }
    return Fragment(size: Size(width: area.size.width, height: y), items: items)
  }

  /// A double frame half way between the type area and the trim.
  private func frame() -> [PlacedItem] {
    let margin = area.left / 2
    let trim = job.layout.trim
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    for (away, weight) in [(margin, 1.6), (margin + .millimetres(3), 0.4)] {
      let box = Rect(left: away, top: away, right: trim.width - away, bottom: trim.height - away)
      let stroke = Stroke(ink: setter.ink("accent"), width: .millimetres(weight))
      items.append(PlacedItem(at: .zero, .path(.rect(box), Paint(stroke: stroke))))
    }
    return items
  }
}
