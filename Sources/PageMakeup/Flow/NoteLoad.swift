/// The lines of notes that hang on the rows of a flow.
struct NoteLoad {
  /// Lines of notes before each row, and before the end.
  private var sums: [Int]
  /// Lines of the last note that hangs on each row; 0 where none does.
  private var last: [Int]

  /// Fewest lines of a note on either side of a page end.
  static let least = 2

  init(_ rows: [PageBreaker.Row], _ items: [FlowItem]) {
    sums = [0]
    sums.reserveCapacity(rows.count + 1)
    last = []
    last.reserveCapacity(rows.count)
    for row in rows {
      var count = 0
      var final = 0
      for note in items[row.item].notes where note.row == row.row {
        count += note.lines.count
        final = note.lines.count
      }
      sums.append(sums[sums.count - 1] + count)
      last.append(final)
    }
  }

  /// Lines of notes that hang on the rows before one.
  func before(_ row: Int) -> Int { sums[row] }

  /// How the notes of rows stand in the room that the rows leave: rows left blank, and lines that go
  /// over to the next page; nil where they do not stand. The first row of a page stands whatever it
  /// costs.
  func fit(
    from top: Int, to end: Int, carried: Int, in room: Int, area: NoteArea, isForced: Bool
  ) -> (blank: Int, carry: Int)? {
    let own = sums[end] - sums[top]
    let lines = carried + own
    let blank = room - area.rows(for: lines)
    if blank >= 0 || lines == 0 { return blank >= 0 || isForced ? (blank, 0) : nil }
    let fitting = area.lines(in: room)
    // Only the last note goes over, and of a short one nothing does.
    var carry = lines - fitting
    if own == 0 {
      if carry < carried { return (0, carry) }
    } else if let note = last[top..<end].last(where: { $0 > 0 }), note >= 2 * Self.least {
      carry = max(carry, Self.least)
      if carry <= note - Self.least { return (0, carry) }
    }
    return isForced ? (0, min(lines, max(0, lines - fitting))) : nil
  }
}
