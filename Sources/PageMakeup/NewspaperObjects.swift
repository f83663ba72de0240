import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Builds the objects of a newspaper page from a report and a layout.
struct NewspaperObjects {
  let job: MakeupJob
  let setter: TextSetter
  let columns: ClosedRange<Int>
  let lines: Int

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns.count) }

  func title(_ blocks: [ReportBlock]) throws(Rejection) -> PageObject? {
    guard !blocks.isEmpty else { return nil }
    let block = try TitleBlock(blocks, setter: setter, width: width)
    return PageObject(
      columns: columns, place: .head, heights: [(block.rows, 0)], draw: { _ in block.draw() },
      name: "title")
  }

  func strip(_ content: NewspaperContent) -> PageObject? {
    guard let title = content.stripTitle, let spec = job.layout.objects.strip else { return nil }
    let strip = StripObject(
      title: title, lines: content.stripLines, spec: spec, setter: setter, width: width,
      range: content.stripRange)
    return PageObject(
      columns: columns, place: .foot, heights: strip.heights(),
      draw: { rows throws(Rejection) in try strip.draw(rows: rows) }, name: "strip")
  }

  func panel() -> PageObject? {
    guard let spec = job.layout.objects.panel else { return nil }
    let most = spec.across * (spec.rows.upperBound / NumberPanel.cardRows)
    let cards = CardSelection.cards(from: job.report.indicators, most: most)
    let panel = NumberPanel(cards: cards, spec: spec, setter: setter)
    guard let heights = panel.heights() else { return nil }
    return PageObject(
      columns: spec.slot.columns, place: spec.slot.place, heights: heights,
      draw: { rows throws(Rejection) in try panel.draw(rows: rows) }, name: "panel")
  }

  func pictures(into problems: inout Problems) -> [PageObject] {
    guard let spec = job.layout.objects.picture else { return [] }
    var objects: [PageObject] = []
    for (number, picture) in job.pictures.enumerated() {
      if picture.image == nil {
        problems.report(MakeupProblems.placeholder(picture, number: number + 1))
      }
      let slot = spec.slots[number % spec.slots.count]
      let object = PictureObject(
        picture: picture, spec: spec, setter: setter, columns: slot.columns, place: slot.place)
      objects.append(
        PageObject(
          columns: slot.columns, place: slot.place, heights: object.heights(atMost: lines / 2),
          draw: { rows throws(Rejection) in try object.draw(rows: rows) },
          name: "picture \(number + 1)"))
      if let ppi = object.resolution(rows: objects[number].ideal), ppi < 200 {
        problems.report(MakeupProblems.lowResolution(picture, ppi: ppi))
      }
    }
    return objects
  }

  func tables(
    _ tables: [ReportTable], into problems: inout Problems
  ) throws(Rejection) -> [PageObject] {
    var objects: [PageObject] = []
    for (number, table) in tables.enumerated() {
      let span = min(columns.count, try TableObject.columns(for: table, setter: setter))
      let object = try TableObject(table: table, setter: setter, columns: span)
      if !object.parts.isRoomy {
        problems.report(MakeupProblems.tableTooWide(table.title, at: table.range))
      }
      let first = columns.lowerBound
      let last = first + span - 1
      objects.append(
        PageObject(
          columns: first...last, place: .foot, heights: [(object.rows, 0)],
          draw: { rows in object.draw(rows: rows) }, name: "table \(number + 1)"))
    }
    return objects
  }
}
