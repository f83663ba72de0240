/// What two lists have in common in one order.
enum CommonOrder {
  /// The longest stretches, in elements of both together, that are compared element by element.
  private static let most = 4_000

  /// The places of common elements, rising on both sides: elements that each list has once are paired
  /// first, then what stands between them (patience), so that long lists take no time in proportion to
  /// their square.
  static func pairs<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(old: Int, new: Int)]
  {
    let anchors = anchors(old, new)
    return
      (anchors
      + gaps(anchors, (old.count, new.count)).flatMap { gap in
        gap.old.count + gap.new.count > most
          ? []
          : shortest(Array(old[gap.old]), Array(new[gap.new])).map {
            (old: $0.old + gap.old.lowerBound, new: $0.new + gap.new.lowerBound)
          }
      }).sorted { $0.old < $1.old }
  }

  /// Elements that both lists have once, as many as stand in one order.
  private static func anchors<Element: Hashable>(
    _ old: [Element], _ new: [Element]
  ) -> [(old: Int, new: Int)] {
    func places(_ list: [Element]) -> [Element: [Int]] {
      list.enumerated().reduce(into: [:]) { $0[$1.element, default: []].append($1.offset) }
    }
    let others = places(new)
    let pairs = places(old).compactMap { element, found -> (old: Int, new: Int)? in
      guard found.count == 1, let other = others[element], other.count == 1 else { return nil }
      return (found[0], other[0])
    }.sorted { $0.old < $1.old }
    // The longest rising run: the last pair of the best run of each length, and what comes before it.
    var ends: [Int] = []
    var before = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var place = ends.last ?? -1
    while place >= 0 {
      run.append(pairs[place])
      place = before[place]
    }
    return run.reversed()
  }

  private static func shortest<Element: Hashable>(
    _ old: [Element], _ new: [Element]
  ) -> [(old: Int, new: Int)] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): inserted.insert(place)
      }
    }
    return zip(
      old.indices.filter { !removed.contains($0) }, new.indices.filter { !inserted.contains($0) }
    ).map { (old: $0, new: $1) }
  }

  /// The stretches between common elements, both sides of each.
  static func gaps(
    _ pairs: [(old: Int, new: Int)], _ counts: (old: Int, new: Int)
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    var gaps: [(old: Range<Int>, new: Range<Int>)] = []
    var next = (old: 0, new: 0)
    for pair in pairs + [(old: counts.old, new: counts.new)] {
      let gap = (old: next.old..<pair.old, new: next.new..<pair.new)
      if !gap.old.isEmpty || !gap.new.isEmpty { gaps.append(gap) }
      next = (pair.old + 1, pair.new + 1)
    }
    return gaps
  }
}
