import ReportModel

/// Pairs the blocks of two reports and says what differs.
struct BlockAlignment {
  /// How alike two texts are at least that are one text, changed.
  static let alike = 0.5

  private let old: Report
  private let new: Report
  private let oldTexts: [String]
  private let newTexts: [String]
  private let oldLikeness: [Likeness]
  private let newLikeness: [Likeness]
  /// The partner of each old block, and of each new one.
  private var partner: [Int: Int] = [:]
  private var isPaired: Set<Int> = []
  private var hasMoved: Set<Int> = []
  /// What was split or joined: the old and the new places.
  private var regrouped: [(old: [Int], new: [Int])] = []

  init(_ old: Report, _ new: Report) {
    self.old = old
    self.new = new
    oldTexts = old.blocks.map { Self.text($0, old) }
    newTexts = new.blocks.map { Self.text($0, new) }
    oldLikeness = oldTexts.map(Likeness.init)
    newLikeness = newTexts.map(Likeness.init)
  }

  /// What a block says; of a table all its cells.
  private static func text(_ block: ReportBlock, _ report: Report) -> String {
    guard let table = block.table, report.tables.indices.contains(table) else { return block.text }
    let cells = report.tables[table]
    return ([cells.columns.map(\.name)] + cells.rows).map { $0.joined(separator: "\t") }
      .joined(separator: "\n")
  }

  /// The paired blocks in the order of the old version.
  var pairs: [(old: Int, new: Int)] {
    partner.sorted { $0.key < $1.key }.map { (old: $0.key, new: $0.value) }
  }

  private var oldRest: [Int] { old.blocks.indices.filter { partner[$0] == nil } }
  private var newRest: [Int] { new.blocks.indices.filter { !isPaired.contains($0) } }

  private mutating func pair(_ one: Int, _ other: Int, moved: Bool = false) {
    partner[one] = other
    isPaired.insert(other)
    if moved { hasMoved.insert(one) }
  }

  mutating func align() {
    let pairs = CommonOrder.pairs(oldTexts, newTexts)
    for (one, other) in pairs { pair(one, other) }
    let gaps = CommonOrder.gaps(pairs, (oldTexts.count, newTexts.count))
    for gap in gaps { regroup(gap) }
    for gap in gaps { pairAlike(gap) }
    pairMoved()
    for gap in gaps { pairByRole(gap) }
  }

  /// One paragraph that became several, or several that became one, word for word.
  private mutating func regroup(_ gap: (old: Range<Int>, new: Range<Int>)) {
    for one in gap.old where partner[one] == nil && !oldTexts[one].isEmpty {
      guard let run = Self.run(of: oldTexts[one], in: gap.new, newTexts, free: newRest) else {
        continue
      }
      regrouped.append(([one], run))
      for other in run { pair(one, other) }
    }
    for other in gap.new where !isPaired.contains(other) && !newTexts[other].isEmpty {
      guard let run = Self.run(of: newTexts[other], in: gap.old, oldTexts, free: oldRest) else {
        continue
      }
      regrouped.append((run, [other]))
      for one in run { pair(one, other) }
    }
  }

  /// The neighbours, two at least, that together say a text.
  private static func run(
    of text: String, in range: Range<Int>, _ texts: [String], free: [Int]
  ) -> [Int]? {
    for start in range {
      var (said, run) = ("", [Int]())
      for place in start..<range.upperBound where free.contains(place) {
        said += texts[place]
        run.append(place)
        if !text.hasPrefix(said) { break }
        if said == text { return run.count > 1 ? run : nil }
      }
    }
    return nil
  }

  /// The most alike of a gap first.
  private mutating func pairAlike(_ gap: (old: Range<Int>, new: Range<Int>)) {
    pairAlike(gap.old.filter { partner[$0] == nil }, gap.new.filter { !isPaired.contains($0) })
  }

  private mutating func pairAlike(_ ones: [Int], _ others: [Int], moved: Bool = false) {
    var found: [(likeness: Double, old: Int, new: Int)] = []
    for one in ones {
      for other in others where isOfOneKind(one, other) {
        let likeness = oldLikeness[one].to(newLikeness[other])
        if likeness >= Self.alike { found.append((likeness, one, other)) }
      }
    }
    found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for match in found where partner[match.old] == nil && !isPaired.contains(match.new) {
      pair(match.old, match.new, moved: moved)
    }
  }

  private func isOfOneKind(_ one: Int, _ other: Int) -> Bool {
    (old.blocks[one].table == nil) == (new.blocks[other].table == nil)
  }

  /// The same words, or nearly, in another place.
  private mutating func pairMoved() {
    for one in oldRest where !oldTexts[one].isEmpty {
      guard let other = newRest.first(where: { newTexts[$0] == oldTexts[one] }) else { continue }
      pair(one, other, moved: true)
    }
    pairAlike(oldRest, newRest, moved: true)
  }

  /// A head, name or date that was written anew: one of its role on each side of a gap.
  private mutating func pairByRole(_ gap: (old: Range<Int>, new: Range<Int>)) {
    for one in gap.old where partner[one] == nil && !old.blocks[one].role.isText {
      let role = old.blocks[one].role
      let ones = gap.old.filter { partner[$0] == nil && old.blocks[$0].role == role }
      let others = gap.new.filter { !isPaired.contains($0) && new.blocks[$0].role == role }
      if ones.count == 1, others.count == 1 { pair(ones[0], others[0]) }
    }
  }

  // MARK: What differs

  /// The changes in the order of the new version; what is gone stands where it would come.
  var changes: [ReportChange] {
    var found: [(place: Double, change: ReportChange)] = []
    func add(_ place: Double, _ changes: [ReportChange]) {
      found += changes.map { (place, $0) }
    }
    let grouped = Set(regrouped.flatMap(\.old))
    for group in regrouped { add(Double(group.new[0]), [change(of: group)]) }
    var last = -1.0
    for one in old.blocks.indices {
      if let other = partner[one] {
        last = Double(other)
        if grouped.contains(one) { continue }
        let pair = BlockPair(old: old, one, new: new, other)
        add(last, pair.changes(moved: hasMoved.contains(one)))
      } else {
        let block = old.blocks[one]
        add(
          last + 0.5,
          [
            ReportChange(
              kind: .removed, role: block.role, old: block.range, oldText: oldTexts[one])
          ])
      }
    }
    for other in newRest {
      let block = new.blocks[other]
      add(
        Double(other),
        [
          ReportChange(
            kind: .added, role: block.role, new: block.range, newText: newTexts[other],
            newBlock: other)
        ])
    }
    return found.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    .map(\.element.change)
  }

  private func change(of group: (old: [Int], new: [Int])) -> ReportChange {
    let (one, other) = (group.old[0], group.new[0])
    return ReportChange(
      kind: group.old.count == 1 ? .split : .joined, role: new.blocks[other].role,
      old: old.blocks[one].range, new: new.blocks[other].range,
      oldText: group.old.map { oldTexts[$0] }.joined(separator: " ¶ "),
      newText: group.new.map { newTexts[$0] }.joined(separator: " ¶ "),
      newBlock: other)
  }
}
