import Diagnostics
import ReportModel

/// A text of a report that has to stand on the paper: a paragraph, a head, a cell, a note.
struct ReportPiece {
  /// Its words, folded.
  var scalars: [UInt32]
  /// Its place in the source.
  var range: SourceRange
  /// What it belongs to: findings are given once for each, such as all cells of a table.
  var owner: Int
  /// What it is called in a finding.
  var name: Wording
  /// Whether make-up may say it again in another form, as contents repeat heads.
  var mayRepeat: Bool
}

/// Every text of a report, in its order.
enum ReportWords {
  static func pieces(of report: Report, without absent: Set<UInt32> = []) -> [ReportPiece] {
    var pieces: [ReportPiece] = []
    for (index, block) in report.blocks.enumerated() {
      func add(_ text: String, _ range: SourceRange, _ name: Wording, repeats: Bool = false) {
        var scalars = FoldedText.scalars(text)
        // An office paper prints how many there are without brackets (GB/T 9704).
        if block.role == .printCount { scalars.removeAll { $0 == 0x28 || $0 == 0x29 } }
        if !absent.isEmpty { scalars.removeAll(where: absent.contains) }
        if scalars.isEmpty { return }
        pieces.append(
          ReportPiece(
            scalars: scalars, range: range, owner: index, name: name, mayRepeat: repeats))
      }
      if let place = block.table, report.tables.indices.contains(place) {
        let table = report.tables[place]
        let name = Wording("the table \"\(table.title)\"", "表格“\(table.title)”")
        let isNamed = report.blocks[..<index].last { $0.role != .note }?.role == .tableTitle
        if !isNamed { add(table.title, table.range, name, repeats: true) }
        var over: [String] = []
        for column in table.columns {
          // A head over several columns stands once.
          for (level, words) in column.over.enumerated() {
            if level < over.count, over[level] == words { continue }
            over = Array(over.prefix(level)) + [words]
            add(words, table.range, name, repeats: true)
          }
          over = Array(over.prefix(column.over.count))
          add(column.label, table.range, name, repeats: true)
        }
        for row in table.rows { for cell in row { add(cell, table.range, name) } }
      } else {
        let name = Wording("\(block.role.rawValue)", "“\(block.role.rawValue)”段")
        let repeats = block.role.headLevel != nil || !block.role.isText
        add(block.text, block.range, name, repeats: repeats)
      }
      let note = Wording("a note", "注")
      for one in block.notes { add(one.text, block.range, note) }
    }
    return pieces
  }
}
