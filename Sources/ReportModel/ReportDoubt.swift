public import Diagnostics

/// Something in a report that a person should settle before it is printed.
public struct ReportDoubt: Hashable, Sendable {
  /// What is not sure.
  public enum Question: Hashable, Sendable {
    /// The role of a block: those it may have, the one it was given first.
    case role([ReportRole])
    /// Whether two lines are one paragraph.
    case join(ReportJoin)
  }

  /// What is not sure.
  public var question: Question
  /// The place in `Report.blocks`.
  public var block: Int
  /// The words in question.
  public var text: String
  /// Where they stand in the source.
  public var range: SourceRange
}

extension Report {
  /// The doubts that stand, in reading order; what a person confirmed is none.
  public var doubts: [ReportDoubt] {
    var found: [ReportDoubt] = []
    for (place, block) in blocks.enumerated() where !block.isConfirmed && block.table == nil {
      if block.needsCheck {
        found.append(
          ReportDoubt(
            question: .role(Self.choices(of: block)), block: place, text: block.text,
            range: block.range))
      }
      for join in block.joins where join.needsCheck {
        found.append(
          ReportDoubt(
            question: .join(join), block: place, text: block.seam(join),
            range: SourceRange(file: block.range.file, line: join.toLine)))
      }
    }
    return found
  }

  /// The role a block has, the other reader's, and those that lines of its place often have.
  private static func choices(of block: ReportBlock) -> [ReportRole] {
    let usual: [ReportRole] =
      block.role.isTitleLine
      ? [.headline, .kicker, .deck, .byline] : [.body, .subhead, .caption, .furniture]
    var choices = [block.role] + (block.alternative.map { [$0] } ?? [])
    for role in usual where !choices.contains(role) { choices.append(role) }
    return Array(choices.prefix(5))
  }

  /// Takes a person's word for the role of a block.
  public mutating func confirm(_ block: Int, as role: ReportRole) {
    guard blocks.indices.contains(block) else { return }
    if blocks[block].role != role { blocks[block].runInLead = 0 }
    blocks[block].role = role
    blocks[block].confidence = 1
    blocks[block].alternative = nil
    blocks[block].isConfirmed = true
  }

  /// Parts two lines that were joined wrongly; what stood behind the seam is a paragraph of its own.
  /// Nothing happens where the seam's place is not known.
  public mutating func undo(_ join: ReportJoin, in block: Int) {
    guard blocks.indices.contains(block), (1..<blocks[block].text.count).contains(join.offset)
    else { return }
    var (left, right) = (blocks[block], blocks[block])
    let cut = join.offset
    left.text = String(left.text.prefix(cut - join.glue.count))
    right.text = String(right.text.dropFirst(cut))
    left.lines = left.lines.filter { $0 < join.toLine }
    right.lines = right.lines.filter { $0 >= join.toLine }
    left.joins = left.joins.filter { $0.toLine < join.toLine }
    right.joins = right.joins.filter { $0.toLine > join.toLine }.map { $0.moved(by: -cut) }
    left.marks = left.marks.filter { $0.range.upperBound <= cut }
    right.marks = right.marks.filter { $0.range.lowerBound >= cut }.map {
      TextMark(
        ($0.range.lowerBound - cut)..<($0.range.upperBound - cut), $0.kind, reading: $0.reading)
    }
    left.notes = left.notes.filter { $0.offset <= cut }
    right.notes = right.notes.filter { $0.offset > cut }.map {
      ReportNote(offset: $0.offset - cut, text: $0.text, isEndnote: $0.isEndnote)
    }
    if right.role == .lead || right.role == .closing { right.role = .body }
    right.runInLead = 0
    left.isConfirmed = true
    right.isConfirmed = true
    left.range.end = SourcePosition(line: join.fromLine, column: left.range.start.column)
    right.range.start = SourcePosition(line: join.toLine, column: 1)
    blocks.replaceSubrange(block...block, with: [left, right])
    for index in indicators.indices {
      let isBehind = indicators[index].range.start.line >= join.toLine
      if indicators[index].block > block || indicators[index].block == block && isBehind {
        indicators[index].block += 1
      }
    }
    for index in flags.indices {
      let isBehind = flags[index].range.start.line >= join.toLine
      if flags[index].block > block || flags[index].block == block && isBehind {
        flags[index].block += 1
      }
    }
  }

  /// Takes a person's word that a join is right.
  public mutating func confirm(_ join: ReportJoin, in block: Int) {
    guard blocks.indices.contains(block),
      let index = blocks[block].joins.firstIndex(of: join)
    else { return }
    blocks[block].joins[index].rule = "J0"
  }
}

extension ReportJoin {
  fileprivate func moved(by count: Int) -> ReportJoin {
    var join = self
    join.offset += count
    return join
  }
}

extension ReportBlock {
  /// The words on both sides of a seam: `…较自主出租｜高出35%…`.
  fileprivate func seam(_ join: ReportJoin) -> String {
    guard (1..<max(1, text.count)).contains(join.offset) else { return String(text.prefix(24)) }
    let left = text.prefix(join.offset).suffix(12)
    return "…\(left)｜\(text.dropFirst(join.offset).prefix(12))…"
  }
}
