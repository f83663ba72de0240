import Diagnostics

/// What a person changes in a report beside roles and joins: words, breaks, facts, pictures.
extension Report {
  /// Changes the words of a block. Marks, notes and joins outside the changed stretch keep their
  /// words; those inside it go. The words as they were read stay with the block.
  public mutating func rewrite(_ block: Int, as text: String) {
    guard blocks.indices.contains(block), blocks[block].text != text else { return }
    let change = TextChange(from: blocks[block].text, to: text)
    var new = blocks[block]
    let first = new.original ?? new.text
    new.text = text
    new.original = first == text ? nil : first
    new.marks = new.marks.compactMap { mark in
      change.moved(mark.range).map { TextMark($0, mark.kind, reading: mark.reading) }
    }
    new.notes = new.notes.map {
      ReportNote(offset: change.moved($0.offset), text: $0.text, isEndnote: $0.isEndnote)
    }
    new.joins = new.joins.compactMap { join in
      var join = join
      guard join.offset > 0 else { return join }
      guard change.keeps(join.offset) else { return nil }
      join.offset = change.moved(join.offset)
      return join
    }
    new.runInLead = new.runInLead > 0 ? change.moved(new.runInLead) : 0
    new.confidence = 1
    new.alternative = nil
    new.isConfirmed = true
    blocks[block] = new
    if let figure = new.figure, figures.indices.contains(figure) {
      figures[figure].caption = text
    }
  }

  /// Parts a block in two at a number of characters.
  public mutating func split(_ block: Int, at offset: Int) {
    guard blocks.indices.contains(block), blocks[block].table == nil,
      (1..<max(1, blocks[block].text.count)).contains(offset)
    else { return }
    let line = blocks[block].range.end.line
    let seam = ReportJoin(fromLine: line, toLine: line + 1, glue: "", rule: "J0", offset: offset)
    blocks[block].joins.append(seam)
    undo(seam, in: block)
    blocks[block + 1].range = blocks[block].range
    for index in indicators.indices where indicators[index].block == block {
      let raw = indicators[index].raw
      if !blocks[block].text.contains(raw), blocks[block + 1].text.contains(raw) {
        indicators[index].block += 1
      }
    }
  }

  /// Makes one paragraph of a block and the one before it, which keeps its role.
  public mutating func join(_ block: Int) {
    guard blocks.indices.contains(block), block > 0, blocks[block].table == nil,
      blocks[block - 1].table == nil, blocks[block].figure == nil
    else { return }
    var left = blocks[block - 1]
    let right = blocks[block]
    let length = left.text.count
    left.text += right.text
    left.lines += right.lines.filter { !left.lines.contains($0) }
    left.marks += right.marks.map {
      TextMark(
        ($0.range.lowerBound + length)..<($0.range.upperBound + length), $0.kind,
        reading: $0.reading)
    }
    left.notes += right.notes.map {
      ReportNote(offset: $0.offset + length, text: $0.text, isEndnote: $0.isEndnote)
    }
    left.isConfirmed = true
    left.range.end = max(left.range.end, right.range.end)
    blocks[block - 1] = left
    blocks.remove(at: block)
    for index in indicators.indices where indicators[index].block >= block {
      indicators[index].block -= 1
    }
    for index in flags.indices where flags[index].block >= block { flags[index].block -= 1 }
  }

  /// Sets a fact of the front matter; an empty value takes it away.
  public mutating func setFact(_ key: String, to value: String) {
    metadata.removeAll { $0.key == key }
    guard !value.isEmpty else { return }
    metadata.append(
      ReportMetadata(key: key, value: value, range: SourceRange(file: source, line: 1)))
  }

  /// The figure of a caption, made where it has none; nil for a block that is no caption.
  public mutating func figure(ofCaption block: Int) -> Int? {
    guard blocks.indices.contains(block), blocks[block].role == .caption else { return nil }
    if let figure = blocks[block].figure { return figure }
    figures.append(
      ReportFigure(
        kind: .picture, path: nil, caption: blocks[block].text, range: blocks[block].range))
    blocks[block].figure = figures.count - 1
    return figures.count - 1
  }
}

/// The one stretch in which two texts differ, in characters.
struct TextChange {
  private let old: Range<Int>
  private let growth: Int

  init(from before: String, to after: String) {
    let (one, other) = (Array(before), Array(after))
    let least = min(one.count, other.count)
    var head = 0
    while head < least, one[head] == other[head] { head += 1 }
    var tail = 0
    while tail < least - head, one[one.count - 1 - tail] == other[other.count - 1 - tail] {
      tail += 1
    }
    old = head..<(one.count - tail)
    growth = other.count - one.count
  }

  /// Whether a place between two characters is still there.
  func keeps(_ place: Int) -> Bool { place <= old.lowerBound || place >= old.upperBound }

  /// The place in the new text; one inside the changed stretch goes to its start.
  func moved(_ place: Int) -> Int {
    if place >= old.upperBound, !(old.isEmpty && place == old.lowerBound) { return place + growth }
    return min(place, old.lowerBound)
  }

  /// The stretch in the new text; nil where its words have changed.
  func moved(_ range: Range<Int>) -> Range<Int>? {
    if range.upperBound <= old.lowerBound { return range }
    guard range.lowerBound >= old.upperBound else { return nil }
    return (range.lowerBound + growth)..<(range.upperBound + growth)
  }
}
