import Diagnostics
import Geometry
import PageMakeup
import ReportModel
import ReportWriting

/// Where the blocks of a report stand on its pages, found by their places in the source.
enum BlockPlacings {
  static func of(_ report: Report, _ set: [SetBlock], leading: Length) -> [Int: WrittenReport
    .Placing]
  {
    let pieces = Dictionary(grouping: set.filter { $0.range != nil }) { $0.range }
    var placings: [Int: WrittenReport.Placing] = [:]
    for (index, block) in report.blocks.enumerated() {
      let range = block.table.map { report.tables[$0].range } ?? block.range
      guard let own = pieces[range], let first = own.first(where: \.isStart) else { continue }
      var placing = WrittenReport.Placing(
        page: first.page, top: first.top, blank: first.blank, lineEnds: first.lineEnds,
        heights: own.filter(\.isStart).flatMap(\.heights),
        isWhole: own.allSatisfy { $0.page == first.page },
        hasLoneLine: own.count > 1 && own.contains { $0.rows == 1 })
      if let last = own.last {
        placing.lastPage = last.page
        let height =
          last.heights.isEmpty ? leading * last.rows : last.heights.reduce(.zero) { $0 + $1 }
        placing.bottom = last.top + height
      }
      placings[index] = placing
    }
    return placings
  }
}
