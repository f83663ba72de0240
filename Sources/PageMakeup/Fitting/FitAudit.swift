/// Checks a filled module against the hard rules (product 3.2), from what was placed and not from how
/// it was found: the search must not be its own judge.
struct FitAudit {
  let filled: FilledModule

  /// What is wrong, in words for a log; empty where all rules hold.
  func violations() -> [String] { objects() + order() + breaks() }

  // MARK: Objects

  private func objects() -> [String] {
    var found: [String] = []
    for (object, rows) in zip(filled.objects, filled.objectRows)
    where !object.heights.contains(where: { $0.rows == rows }) {
      found.append("\(object.name): \(rows) rows are not allowed")
    }
    var taken: [[String?]] = Array(
      repeating: Array(repeating: nil, count: filled.lines), count: filled.columns)
    func take(_ name: String, column: Int, line: Int) {
      guard (1...filled.columns).contains(column), (1...filled.lines).contains(line) else {
        found.append("\(name): outside the module at \(column), \(line)")
        return
      }
      if let other = taken[column - 1][line - 1] {
        found.append("\(name): on \(other) at \(column), \(line)")
      }
      taken[column - 1][line - 1] = name
    }
    for box in filled.stack.boxes {
      for column in box.columns {
        for line in box.lines { take(box.name, column: column, line: line) }
      }
    }
    for region in filled.stack.regions {
      for row in 0..<region.rows { take("text", column: region.column, line: region.line + row) }
    }
    let holes = taken.joined().count { $0 == nil }
    if holes > 0 { found.append("\(holes) cells hold nothing") }
    return found
  }

  // MARK: Text

  private var capacity: Int { filled.stack.regions.reduce(0) { $0 + $1.rows } }

  private func stop(_ index: Int) -> Int {
    filled.plan.starts[index]
      + filled.flow.items[index].choices[filled.plan.choices[index]].rows.count
  }

  /// Items follow each other; only rows at the ends of regions are skipped, and they are counted.
  private func order() -> [String] {
    var row = 0
    var blank = 0
    for index in filled.flow.items.indices {
      let skipped = filled.plan.starts[index] - row
      if skipped < 0 || (skipped > 0 && !ends.contains(filled.plan.starts[index])) {
        return [
          "\(filled.flow.items[index].name): starts at row \(filled.plan.starts[index]) after \(row)"
        ]
      }
      blank += skipped
      row = stop(index)
    }
    blank += capacity - row
    return blank == filled.plan.blankRows
      ? [] : ["\(blank) rows are blank, not \(filled.plan.blankRows)"]
  }

  /// Row behind the last of each region.
  private var ends: [Int] {
    var ends: [Int] = []
    for region in filled.stack.regions { ends.append((ends.last ?? 0) + region.rows) }
    return ends
  }

  /// Heads are whole and stand over two rows of what follows (PG-5); no last line stands alone at the
  /// head of a column (PG-4).
  private func breaks() -> [String] {
    var found: [String] = []
    let ends = ends
    for (index, item) in filled.flow.items.enumerated() {
      let start = filled.plan.starts[index]
      let stop = stop(index)
      guard stop > start, let end = ends.first(where: { $0 > start }) else { continue }
      if stop > end {
        if !item.isSplittable { found.append("\(item.name): is cut") }
        let last = ends.last { $0 < stop } ?? 0
        if stop - last == 1 { found.append("\(item.name): one line alone at a head") }
      }
      let own = ends.first { $0 >= stop } ?? stop
      if item.keepsWithNext, own - stop < 2 { found.append("\(item.name): alone at a foot") }
    }
    return found
  }
}
