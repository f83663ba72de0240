extension Report {
  /// The report as it is set: without what a web page left in the text, and a title that an editor
  /// broke with a line break as one line a block. Indicators and flags keep their blocks.
  public func forSetting() -> Report {
    let isBroken: (ReportBlock) -> Bool = { $0.role.isTitleLine && $0.text.contains("\n") }
    guard blocks.contains(where: { $0.role == .furniture || isBroken($0) }) else { return self }
    var result = self
    result.blocks = []
    var places: [Int] = []
    for block in blocks {
      places.append(result.blocks.count)
      if block.role == .furniture { continue }
      guard isBroken(block) else {
        result.blocks.append(block)
        continue
      }
      for line in block.text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
        var part = block
        part.text = String(line)
        part.marks = []
        part.notes = []
        result.blocks.append(part)
      }
    }
    let last = max(0, result.blocks.count - 1)
    for index in result.indicators.indices {
      let block = result.indicators[index].block
      result.indicators[index].block =
        places.indices.contains(block) ? min(places[block], last) : block
    }
    for index in result.flags.indices {
      let block = result.flags[index].block
      result.flags[index].block = places.indices.contains(block) ? min(places[block], last) : block
    }
    return result
  }

  /// For each block of the report as it is set, the block that it came from.
  public var placesForSetting: [Int] {
    blocks.enumerated().flatMap { place, block -> [Int] in
      if block.role == .furniture { return [] }
      guard block.role.isTitleLine, block.text.contains("\n") else { return [place] }
      let lines = block.text.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) }
      return Array(repeating: place, count: lines)
    }
  }

  /// The blocks that are not set: leftovers of a web page or e-paper.
  public var leftOut: [ReportBlock] { blocks(.furniture) }
}

extension ReportRole {
  /// Whether it is a line of the title block.
  public var isTitleLine: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}
