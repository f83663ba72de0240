/// What changed between two texts, line by line, short enough to be read in a failure.
public struct LineDifference {
  /// The changed lines with their numbers, the heading above each, and how many more there are.
  public let text: String

  /// Compares two texts; `most` lines are shown.
  public init(from old: String, to new: String, most: Int = 16) {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).sorted { Self.place($0) < Self.place($1) }
    var lines: [String] = []
    var shownHead: Substring?
    for change in changes.prefix(most) {
      let (sign, offset, line, source) =
        switch change {
        case .remove(let offset, let line, _): ("-", offset, line, old)
        case .insert(let offset, let line, _): ("+", offset, line, new)
        }
      let head = source[...offset].last { $0.first?.isWhitespace == false }
      if let head, head != shownHead, head != line {
        lines.append("  \(head)")
        shownHead = head
      }
      lines.append("\(sign)\(offset + 1): \(line.count > 200 ? line.prefix(200) + "…" : line)")
    }
    if changes.count > most { lines.append("… and \(changes.count - most) lines more") }
    text = lines.joined(separator: "\n")
  }

  /// Removed lines first, in the order of the text.
  private static func place(_ change: CollectionDifference<Substring>.Change) -> (Int, Int) {
    switch change {
    case .remove(let offset, _, _): (offset, 0)
    case .insert(let offset, _, _): (offset, 1)
    }
  }
}
