import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A whole report as one flow, everything in its order: title block, text, tables, pictures.
struct FlowBuilder {
  let job: MakeupJob
  let setter: TextSetter
  let measure: Length

  private var grid: PageGrid { setter.grid }

  func items(into problems: inout Problems) throws(Rejection) -> [FlowItem] {
    let realizer = try Realizer(setter: setter, measure: measure, withVariants: false)
    let blocks = job.report.blocks
    var items: [FlowItem] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let name = "\(block.role.rawValue) \(index + 1)"
      if TitleBlock.roles.contains(block.role) {
        var group: [ReportBlock] = []
        while index < blocks.count, TitleBlock.roles.contains(blocks[index].role) {
          group.append(blocks[index])
          index += 1
        }
        items.append(try title(group, name: name).tagged(.heading, level: 1))
        continue
      }
      if let table = block.table {
        items += try tableItems(job.report.tables[table], name: name)
      } else if block.role == .caption {
        if let number = job.pictures.firstIndex(where: { $0.block == index }) {
          let alternative = job.pictures[number].caption
          items.append(
            try picture(number, name: name, into: &problems)
              .tagged(.figure, name: alternative.isEmpty ? name : alternative))
        }
      } else if block.role == .tableTitle {
        // Set with its table, which carries the title.
      } else if block.role.headLevel != nil || block.role == .attachmentTitle {
        let level = (block.role.headLevel ?? 1) + 1
        items.append(try realizer.head(block, name: name).tagged(.heading, level: level))
      } else {
        items.append(try realizer.paragraph(block, name: name))
      }
      index += 1
    }
    for (number, picture) in job.pictures.enumerated() where picture.block == nil {
      let name = "picture \(number + 1)"
      items.append(
        try self.picture(number, name: name, into: &problems)
          .tagged(.figure, name: picture.caption.isEmpty ? name : picture.caption))
    }
    return items
  }

  private func title(_ blocks: [ReportBlock], name: String) throws(Rejection) -> FlowItem {
    let title = try TitleBlock(blocks, setter: setter, columns: 1)
    let rows = title.heights[0].rows
    return whole(
      title.draw(rows: rows), rows: rows, name: name, range: blocks[0].range, keeps: true)
  }

  private func whole(
    _ fragment: Fragment, rows count: Int, name: String, range: SourceRange?, keeps: Bool = false
  ) -> FlowItem {
    var rows = [RowItems](repeating: [], count: max(1, count))
    rows[0] = fragment.items
    return FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: keeps, name: name, range: range)
  }

  private func picture(
    _ number: Int, name: String, into problems: inout Problems
  ) throws(Rejection) -> FlowItem {
    let picture = job.pictures[number]
    if picture.isPlaceholder {
      problems.report(MakeupProblems.placeholder(picture, number: number + 1))
    }
    let spec = PictureSpec(crop: 0.18, captionRows: 2)
    let object = PictureObject(picture: picture, spec: spec, setter: setter, columns: 1...1)
    // Half a page at most, so that text stays beside its picture.
    let limit = max(4, grid.lines / 2)
    let best = object.heights(atMost: limit).min { $0.cost < $1.cost }
    let rows = best?.rows ?? limit
    return whole(try object.draw(rows: rows), rows: rows, name: name, range: picture.range)
  }

  /// Title, head and rows as items of their own, so that a long table goes over pages.
  private func tableItems(_ table: ReportTable, name: String) throws(Rejection) -> [FlowItem] {
    let setting = TableSetter(table: table, setter: setter, width: measure)
    let set = try setting.set()
    var items: [FlowItem] = []
    if !table.title.isEmpty {
      let title = try setter.stack(
        [table.title], style: setter.style("table-title"), width: measure, range: table.range)
      items.append(whole(centred(title), rows: 1, name: name, range: table.range, keeps: true))
    }
    for (number, row) in ([set.head] + set.rows).enumerated() {
      let isHead = number == 0
      let isLast = number == set.rows.count
      // Rules stand on the edges of grid lines, so a row needs its height in whole leadings.
      let rows = max(1, (row.size.height.units + grid.leading.units - 1) / grid.leading.units)
      let room = grid.leading * rows
      var drawn = Fragment(size: row.size)
      let top = (room - row.size.height) / 2
      drawn.items = row.placed(at: Point(x: .zero, y: top))
      drawn.items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
      if isHead { drawn.items.append(setting.rule(at: .zero, isOuter: true)) }
      drawn.items.append(setting.rule(at: room, isOuter: isLast))
      items.append(
        whole(drawn, rows: isLast ? rows + 1 : rows, name: name, range: table.range, keeps: isHead)
          .tagged(.tableRow, name: name))
    }
    return items
  }

  private func centred(_ fragment: Fragment) -> Fragment {
    var moved = fragment
    let top = (grid.leading - fragment.size.height) / 2
    moved.items = fragment.placed(at: Point(x: .zero, y: top))
    return moved
  }
}
