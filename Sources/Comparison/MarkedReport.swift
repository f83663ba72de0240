public import ReportModel

extension ReportComparison {
  /// The new version with the differences marked in it, to be set in any layout: words taken out are
  /// struck through at their place, words put in are underlined; what moved says so in a note.
  public var marked: Report {
    var report = new
    report.indicators = []
    report.flags = []
    report.panel = .off
    var besides: [(place: Int, block: ReportBlock)] = []
    var last = -1
    for change in changes {
      if let block = change.newBlock {
        Self.mark(&report.blocks[block], change)
        last = block
      } else if change.kind == .removed, let old = change.old {
        var block = ReportBlock(role: change.role ?? .body, text: change.oldText, range: old)
        if block.role.isTable { block.role = .body }
        block.marks = [TextMark(0..<block.text.count, .struck)]
        besides.append((last + 1, block))
      }
      if [.cell, .row, .column].contains(change.kind), let table = change.newBlock {
        besides.append((table + 1, Self.told(change, report.blocks[table])))
      }
    }
    for (place, block) in besides.reversed() {
      report.blocks.insert(block, at: min(place, report.blocks.count))
    }
    return report
  }

  private static func mark(_ block: inout ReportBlock, _ change: ReportChange) {
    switch change.kind {
    case .added where block.table == nil:
      block.marks = [TextMark(0..<block.text.count, .properName)]
    case .changed: weave(change.edits, into: &block)
    case .moved:
      block.notes.append(
        ReportNote(offset: block.text.count, text: "移自 \(change.old.map { "\($0)" } ?? "")"))
    case .split, .joined, .role, .marks:
      block.notes.append(
        ReportNote(offset: block.text.count, text: change.kind.chinese + " " + change.name))
    default: break
    }
  }

  /// Puts the old words before the new ones.
  private static func weave(_ edits: [WordEdit], into block: inout ReportBlock) {
    let text = Array(block.text)
    var (said, place) = ("", 0)
    var marks: [TextMark] = []
    for edit in edits where edit.new.upperBound <= text.count {
      said += String(text[place..<edit.new.lowerBound])
      if !edit.oldWords.isEmpty {
        marks.append(TextMark(said.count..<(said.count + edit.oldWords.count), .struck))
        said += edit.oldWords
      }
      if !edit.newWords.isEmpty {
        marks.append(TextMark(said.count..<(said.count + edit.newWords.count), .properName))
        said += edit.newWords
      }
      place = edit.new.upperBound
    }
    block.text = said + String(text[place...])
    block.marks = marks
    block.notes = []
    block.runInLead = 0
  }

  /// A table cannot hold marks: what changed in it is told under it.
  private static func told(_ change: ReportChange, _ table: ReportBlock) -> ReportBlock {
    let (old, new) = (change.oldText, change.newText)
    let name = change.name + "："
    var block = ReportBlock(role: .note, text: name + old + new, range: table.range)
    let (start, middle) = (name.count, name.count + old.count)
    if !old.isEmpty { block.marks.append(TextMark(start..<middle, .struck)) }
    if !new.isEmpty {
      block.marks.append(TextMark(middle..<(middle + new.count), .properName))
    }
    return block
  }
}
