/// The stable merge sort of natural runs that Python and JavaScript engines share (Peters 2002), step
/// for step. Where an order is sound any stable sort gives the same; where values cannot be compared,
/// as numbers and words in one column, only the same steps give Vega-Lite's order.
struct MergeSort<Element> {
  private var items: [Element]
  private let order: (Element, Element) -> Int
  private var runs: [(start: Int, count: Int)] = []
  private var gallop = 7

  private init(_ items: [Element], _ order: @escaping (Element, Element) -> Int) {
    self.items = items
    self.order = order
  }

  /// The items in rising order; equal ones stay as they stand.
  ///
  /// - Parameter order: below zero where the first comes before the second.
  static func sorted(
    _ items: [Element], by order: @escaping (Element, Element) -> Int
  ) -> [Element] {
    guard items.count > 1 else { return items }
    var sort = MergeSort(items, order)
    sort.run()
    return sort.items
  }

  private mutating func run() {
    var (low, rest) = (0, items.count)
    let least = Self.leastRun(rest)
    while rest > 0 {
      var length = countRun(low)
      if length < least {
        let forced = min(rest, least)
        insert(low, low + forced, from: low + length)
        length = forced
      }
      runs.append((low, length))
      collapse()
      low += length
      rest -= length
    }
    while runs.count > 1 {
      var place = runs.count - 2
      if place > 0, runs[place - 1].count < runs[place + 1].count { place -= 1 }
      merge(at: place)
    }
  }

  private static func leastRun(_ count: Int) -> Int {
    var (count, odd) = (count, 0)
    while count >= 64 {
      odd |= count & 1
      count >>= 1
    }
    return count + odd
  }

  /// How long the run from a place is, made a rising one.
  private mutating func countRun(_ low: Int) -> Int {
    guard low + 1 < items.count else { return 1 }
    var end = low + 2
    if order(items[low + 1], items[low]) < 0 {
      while end < items.count, order(items[end], items[end - 1]) < 0 { end += 1 }
      items[low..<end].reverse()
    } else {
      while end < items.count, order(items[end], items[end - 1]) >= 0 { end += 1 }
    }
    return end - low
  }

  private mutating func insert(_ low: Int, _ high: Int, from start: Int) {
    for place in max(start, low + 1)..<max(high, low + 1) {
      let pivot = items[place]
      var (left, right) = (low, place)
      while left < right {
        let middle = left + (right - left) / 2
        if order(pivot, items[middle]) < 0 { right = middle } else { left = middle + 1 }
      }
      items.remove(at: place)
      items.insert(pivot, at: left)
    }
  }

  private mutating func collapse() {
    func isUneven(_ place: Int) -> Bool {
      place >= 2 && runs[place - 2].count <= runs[place - 1].count + runs[place].count
    }
    while runs.count > 1 {
      var place = runs.count - 2
      if isUneven(place + 1) || isUneven(place) {
        if runs[place - 1].count < runs[place + 1].count { place -= 1 }
        merge(at: place)
      } else if runs[place].count <= runs[place + 1].count {
        merge(at: place)
      } else {
        return
      }
    }
  }

  private mutating func merge(at place: Int) {
    var (first, second) = (runs[place], runs[place + 1])
    runs[place].count = first.count + second.count
    runs.remove(at: place + 1)
    let skipped = after(items[second.start], first.start, first.count, hint: 0)
    first.start += skipped
    first.count -= skipped
    guard first.count > 0 else { return }
    let end = first.start + first.count - 1
    second.count = before(items[end], second.start, second.count, hint: second.count - 1)
    guard second.count > 0 else { return }
    if first.count <= second.count { mergeLow(first, second) } else { mergeHigh(first, second) }
  }

  // MARK: Galloping

  /// How many of a run's items come before a key, equal ones not among them.
  private func before(
    _ key: Element, _ base: Int, _ count: Int, hint: Int, in other: [Element]? = nil
  ) -> Int {
    let list = other ?? items
    return search(count, hint) { order(list[base + $0], key) < 0 }
  }

  /// How many of a run's items come before a key, equal ones among them.
  private func after(
    _ key: Element, _ base: Int, _ count: Int, hint: Int, in other: [Element]? = nil
  ) -> Int {
    let list = other ?? items
    return search(count, hint) { order(key, list[base + $0]) >= 0 }
  }

  /// The first place for which a test fails: in growing steps from a hint, then by halves.
  private func search(_ count: Int, _ hint: Int, _ isBefore: (Int) -> Bool) -> Int {
    var (last, offset) = (0, 1)
    if isBefore(hint) {
      let most = count - hint
      while offset < most, isBefore(hint + offset) {
        last = offset
        offset = offset * 2 + 1
      }
      offset = min(offset, most)
      (last, offset) = (last + hint, offset + hint)
    } else {
      let most = hint + 1
      while offset < most, !isBefore(hint - offset) {
        last = offset
        offset = offset * 2 + 1
      }
      offset = min(offset, most)
      (last, offset) = (hint - offset, hint - last)
    }
    last += 1
    while last < offset {
      let middle = last + (offset - last) / 2
      if isBefore(middle) { last = middle + 1 } else { offset = middle }
    }
    return offset
  }

  // MARK: Merging

  private typealias Run = (start: Int, count: Int)

  private mutating func mergeLow(_ first: Run, _ second: Run) {
    let own = Array(items[first.start..<first.start + first.count])
    var (target, one, two) = (first.start, 0, second.start)
    let end = second.start + second.count
    var least = gallop
    func takeOne() {
      items[target] = own[one]
      (target, one) = (target + 1, one + 1)
    }
    func takeTwo() {
      items[target] = items[two]
      (target, two) = (target + 1, two + 1)
    }
    takeTwo()
    merging: while two < end, own.count - one > 1 {
      var (wonFirst, wonSecond) = (0, 0)
      repeat {
        if order(items[two], own[one]) < 0 {
          takeTwo()
          (wonSecond, wonFirst) = (wonSecond + 1, 0)
          if two == end { break merging }
        } else {
          takeOne()
          (wonFirst, wonSecond) = (wonFirst + 1, 0)
          if own.count - one == 1 { break merging }
        }
      } while max(wonFirst, wonSecond) < least
      least += 1
      repeat {
        least = max(1, least - 1)
        gallop = least
        wonFirst = after(items[two], one, own.count - one, hint: 0, in: own)
        for _ in 0..<wonFirst { takeOne() }
        if own.count - one <= 1 { break merging }
        takeTwo()
        if two == end { break merging }
        wonSecond = before(own[one], two, end - two, hint: 0)
        for _ in 0..<wonSecond { takeTwo() }
        if two == end { break merging }
        takeOne()
        if own.count - one == 1 { break merging }
      } while max(wonFirst, wonSecond) >= 7
      least += 1
      gallop = least
    }
    // One item of the first run comes after all that is left of the second.
    if own.count - one == 1 { while two < end { takeTwo() } }
    while one < own.count { takeOne() }
  }

  private mutating func mergeHigh(_ first: Run, _ second: Run) {
    let own = Array(items[second.start..<second.start + second.count])
    var (target, one) = (second.start + second.count - 1, first.start + first.count - 1)
    var two = own.count - 1
    var least = gallop
    func takeOne() {
      items[target] = items[one]
      (target, one) = (target - 1, one - 1)
    }
    func takeTwo() {
      items[target] = own[two]
      (target, two) = (target - 1, two - 1)
    }
    takeOne()
    merging: while one >= first.start, two > 0 {
      var (wonFirst, wonSecond) = (0, 0)
      repeat {
        if order(own[two], items[one]) < 0 {
          takeOne()
          (wonFirst, wonSecond) = (wonFirst + 1, 0)
          if one < first.start { break merging }
        } else {
          takeTwo()
          (wonSecond, wonFirst) = (wonSecond + 1, 0)
          if two == 0 { break merging }
        }
      } while max(wonFirst, wonSecond) < least
      least += 1
      repeat {
        least = max(1, least - 1)
        gallop = least
        let left = one - first.start + 1
        wonFirst = left - after(own[two], first.start, left, hint: left - 1)
        for _ in 0..<wonFirst { takeOne() }
        if one < first.start { break merging }
        takeTwo()
        if two == 0 { break merging }
        wonSecond = two + 1 - before(items[one], 0, two + 1, hint: two, in: own)
        for _ in 0..<wonSecond { takeTwo() }
        if two <= 0 { break merging }
        takeOne()
        if one < first.start { break merging }
      } while max(wonFirst, wonSecond) >= 7
      least += 1
      gallop = least
    }
    // One item of the second run comes before all that is left of the first.
    if two == 0 { while one >= first.start { takeOne() } }
    while two >= 0 { takeTwo() }
  }
}
