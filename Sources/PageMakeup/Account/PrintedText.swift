import DisplayList

/// The words of a document in the order in which they are painted, folded, and which of them have been
/// accounted for.
struct PrintedText {
  /// All scalars, page after page.
  private(set) var scalars: [UInt32] = []
  /// Where the runs of glyphs begin, and the end.
  private var starts: [Int] = []
  private var opensRun: [Bool] = []
  private var isTaken: [Bool] = []
  private let absent: Set<UInt32>
  /// The pictures that are drawn.
  private(set) var images: Set<ImageID> = []
  /// The runs that stand in heads of tables, which a layout repeats.
  private var repeated: Set<Int> = []

  /// `absent` are characters that no face has, which are not counted.
  init(_ pages: [Page], without absent: Set<UInt32> = []) {
    self.absent = absent
    for page in pages {
      var isHead = false
      add(page.items, &isHead)
    }
    starts.append(scalars.count)
    isTaken = Array(repeating: false, count: scalars.count)
    opensRun = isTaken
    for start in starts.dropLast() { opensRun[start] = true }
  }

  private mutating func add(_ items: [PlacedItem], _ isHead: inout Bool) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run):
        let start = scalars.count
        FoldedText.append(run.text, to: &scalars)
        if !absent.isEmpty {
          scalars.replaceSubrange(start..., with: scalars[start...].filter { !absent.contains($0) })
        }
        if scalars.count == start { continue }
        starts.append(start)
        if isHead { repeated.insert(start) }
      case .group(let group): add(group.items, &isHead)
      case .tag(let tag): isHead = tag.kind == .headerCell
      case .image(let image): images.insert(image.image)
      case .path: continue
      }
    }
  }

  func isFree(_ place: Int) -> Bool { !isTaken[place] }

  /// Whether a run of glyphs begins at a place, as every line does.
  func opensRun(_ place: Int) -> Bool { opensRun[place] }

  mutating func take(_ range: Range<Int>) {
    for place in range { isTaken[place] = true }
  }

  /// Stretches that nothing accounts for, each within one run, heads of tables left out.
  var rest: [Range<Int>] {
    var found: [Range<Int>] = []
    for index in starts.indices.dropLast() where !repeated.contains(starts[index]) {
      var place = starts[index]
      let end = starts[index + 1]
      while place < end {
        let start = place
        while place < end, isFree(place) { place += 1 }
        if place > start { found.append(start..<place) } else { place += 1 }
      }
    }
    return found
  }
}

/// Where each stretch of so many scalars stands in a text, in chains that lose what has been taken as they
/// are walked, so that many equal texts cost no more than many different ones.
struct StretchChains {
  private var heads: [UInt64: Int32] = [:]
  private var links: [Int32]
  /// Scalars of a stretch.
  let length: Int

  /// The stretches of a text that are `length` scalars long.
  init(of scalars: [UInt32], length: Int) {
    self.length = length
    links = Array(repeating: -1, count: scalars.count)
    heads.reserveCapacity(length > 1 ? scalars.count : 4096)
    for place in stride(from: scalars.count - length, through: 0, by: -1) {
      let key = Self.key(scalars[place..<(place + length)])
      links[place] = heads.updateValue(Int32(place), forKey: key) ?? -1
    }
  }

  /// The same for equal stretches; others may share it, and the words are compared in any case.
  static func key(_ stretch: ArraySlice<UInt32>) -> UInt64 {
    stretch.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The first free places of a key, in their order.
  mutating func places(of key: UInt64, in text: borrowing PrintedText, most: Int) -> [Int] {
    var found: [Int] = []
    var last: Int32 = -1
    var place = heads[key] ?? -1
    while place >= 0, found.count < most {
      let next = links[Int(place)]
      if text.isFree(Int(place)) {
        found.append(Int(place))
        last = place
      } else if last < 0 {
        heads[key] = next
      } else {
        links[Int(last)] = next
      }
      place = next
    }
    return found
  }
}
