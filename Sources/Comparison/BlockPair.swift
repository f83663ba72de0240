import ReportModel

extension ReportRole {
  /// A paragraph of the running text, whatever its place.
  fileprivate var isRunning: Bool { [.lead, .body, .closing].contains(self) }
}

/// What differs between a block and the one that it became.
struct BlockPair {
  private let old: Report
  private let new: Report
  private let one: Int
  private let other: Int

  init(old: Report, _ one: Int, new: Report, _ other: Int) {
    (self.old, self.one, self.new, self.other) = (old, one, new, other)
  }

  private var before: ReportBlock { old.blocks[one] }
  private var after: ReportBlock { new.blocks[other] }

  private func change(_ kind: ReportChange.Kind) -> ReportChange {
    ReportChange(
      kind: kind, role: after.role, old: before.range, new: after.range, oldText: before.text,
      newText: after.text, newBlock: other)
  }

  func changes(moved: Bool) -> [ReportChange] {
    var found: [ReportChange] = []
    if moved { found.append(change(.moved)) }
    if before.text != after.text {
      var changed = change(.changed)
      changed.edits = WordDifference.edits(from: before.text, to: after.text)
      found.append(changed)
    } else if before.marks != after.marks {
      found.append(change(.marks))
    }
    // Whether a paragraph leads, goes on or closes follows from its place.
    if before.role != after.role, !(before.role.isRunning && after.role.isRunning) {
      var role = change(.role)
      role.name = "\(before.role.rawValue) → \(after.role.rawValue)"
      found.append(role)
    }
    return found + notes + table
  }

  private var notes: [ReportChange] {
    let pairs = CommonOrder.pairs(before.notes.map(\.text), after.notes.map(\.text))
    var found: [ReportChange] = []
    for gap in CommonOrder.gaps(pairs, (before.notes.count, after.notes.count)) {
      for place in 0..<max(gap.old.count, gap.new.count) {
        let texts = (
          old: place < gap.old.count ? before.notes[gap.old.lowerBound + place].text : "",
          new: place < gap.new.count ? after.notes[gap.new.lowerBound + place].text : ""
        )
        var changed = change(.note)
        (changed.oldText, changed.newText) = texts
        changed.edits = WordDifference.edits(from: texts.old, to: texts.new)
        found.append(changed)
      }
    }
    return found
  }

  private var table: [ReportChange] {
    guard let one = before.table, let other = after.table, old.tables.indices.contains(one),
      new.tables.indices.contains(other)
    else { return [] }
    var template = change(.cell)
    template.oldText = ""
    template.newText = ""
    return TableComparison(old.tables[one], new.tables[other], template).changes
  }
}
