import Diagnostics
import ReportModel

/// The texts of two versions of pages, paired as the blocks of reports are.
struct TextPairs {
  let changes: [PaperChange]
  /// The first place, in the new version's order, where text was changed, put in or taken out.
  let firstChange: PagePlace?

  init(_ old: [PaperText], _ new: [PaperText]) {
    var alignment = BlockAlignment(Self.report(of: old), Self.report(of: new))
    alignment.align()
    var found: [PaperChange] = []
    for change in alignment.changes {
      if let told = Self.change(change, old, new) { found.append(told) }
    }
    let flow: Set<PaperChange.Kind> = [.changed, .added, .removed, .moved]
    // What was moved leaves a gap where it was and makes room where it went.
    let first = found.filter { flow.contains($0.kind) }
      .flatMap { change in
        change.kind == .moved ? [change.new, change.old] : [change.new ?? change.old]
      }
      .compactMap { $0 }.min { ($0.page, $0.top) < ($1.page, $1.top) }
    firstChange = first
    let start = Self.start(of: alignment) ?? new.count
    let moved = Set(found.filter { $0.kind == .moved }.compactMap(\.new))
    for (one, other) in alignment.pairs where old[one].isHead && new[other].isHead {
      guard let before = old[one].place, let after = new[other].place, !moved.contains(after),
        old[one].text == new[other].text, let move = Move(before, after),
        start > other || !move.isFlow(after: first)
      else { continue }
      found.append(
        PaperChange(
          kind: .place, old: before, new: after, oldText: old[one].text, newText: new[other].text,
          marks: [after], name: move.words))
    }
    changes = found
  }

  /// The first text of the new version from which on others may have moved along.
  private static func start(of alignment: BlockAlignment) -> Int? {
    let pairs = alignment.pairs
    return alignment.changes.compactMap { change -> Int? in
      guard [.changed, .added, .removed, .moved].contains(change.kind) else { return nil }
      if let block = change.newBlock, change.kind != .moved { return block }
      let gone = (change.old?.start.line ?? 1) - 1
      let behind = pairs.first { $0.old > gone }?.new
      return [change.newBlock, behind].compactMap { $0 }.min()
    }.min()
  }

  /// The texts as a report; a block's line is its number, by which it is found again.
  private static func report(of texts: [PaperText]) -> Report {
    Report(
      source: "",
      blocks: texts.enumerated().map { index, text in
        ReportBlock(
          role: text.isHead ? .headline : .body, text: text.text,
          range: SourceRange(file: "", line: index + 1))
      })
  }

  private static func change(
    _ change: ReportChange, _ old: [PaperText], _ new: [PaperText]
  ) -> PaperChange? {
    func text(_ range: SourceRange?, _ texts: [PaperText]) -> PaperText? {
      range.flatMap { texts.indices.contains($0.start.line - 1) ? texts[$0.start.line - 1] : nil }
    }
    let kind: PaperChange.Kind
    switch change.kind {
    case .changed: kind = .changed
    case .added: kind = .added
    case .removed: kind = .removed
    case .moved: kind = .moved
    case .role: kind = .role
    // Where a paragraph ends is not to be known from a printed page for certain.
    default: return nil
    }
    let (before, after) = (text(change.old, old), text(change.new, new))
    var told = PaperChange(
      kind: kind, old: before?.place, new: after?.place, oldText: change.oldText,
      newText: change.newText, edits: change.edits)
    if let after {
      let ranges =
        kind == .changed
        ? change.edits.map { $0.new.isEmpty ? Self.beside($0.new) : $0.new }
        : [0..<after.characters.count]
      told.marks = ranges.flatMap { after.lines(of: $0) }
    }
    return told
  }

  /// The character behind a place where words were taken out.
  private static func beside(_ range: Range<Int>) -> Range<Int> {
    max(0, range.lowerBound - 1)..<range.lowerBound + 1
  }
}
