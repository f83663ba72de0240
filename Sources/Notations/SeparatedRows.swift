/// Cuts a text in columns into its cells, as RFC 4180 has them: quotations hold separators and line
/// ends, a doubled mark stands for itself. The one reader of CSV and TSV.
public struct SeparatedRows: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// Its cells, as written, without their quotation marks.
    public var cells: [String]
    /// The line that it begins on, counted from 1.
    public var line: Int
  }

  /// What makes a text unreadable, with its line.
  public enum Problem: Error, Hashable, Sendable {
    /// A quotation that opens there and never closes.
    case openQuote(line: Int)
    /// Words behind a closing mark.
    case textAfterQuote(line: Int)
  }

  private let scalars: [Unicode.Scalar]
  /// What parts the cells.
  public let separator: Unicode.Scalar

  /// How many lines in front say what the separator is, and are no row.
  private let settings: Int

  /// Takes a text; where no separator is given it is the one that a first line `sep=;` names, as
  /// spreadsheet programs write it, or it is found.
  public init(_ scalars: [Unicode.Scalar], separator: Unicode.Scalar? = nil) {
    let isMarked = scalars.first == "\u{FEFF}"
    let text = isMarked ? Array(scalars.dropFirst()) : scalars
    let stated = Self.statedSeparator(of: text)
    settings = stated == nil ? 0 : 1
    self.scalars = stated.map { Array(text[$0.end...]) } ?? text
    self.separator = separator ?? stated?.mark ?? Self.separator(of: self.scalars)
  }

  private static func statedSeparator(
    of scalars: [Unicode.Scalar]
  ) -> (mark: Unicode.Scalar, end: Int)? {
    let line = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let words = line.filter { $0 != "\"" }
    guard words.count == 5, string(words[..<4]).lowercased() == "sep=" else { return nil }
    var end = line.count
    while end < scalars.count, end < line.count + 2, scalars[end] == "\n" || scalars[end] == "\r" {
      end += 1
    }
    return (words[4], end)
  }

  /// All rows; an empty line is a row of one empty cell.
  public func rows() throws(Problem) -> [Row] {
    var result: [Row] = []
    var place = 0
    var line = 1 + settings
    while place < scalars.count {
      let start = line
      let cells = try row(&place, &line)
      result.append(Row(cells: cells, line: start))
    }
    return result
  }

  // MARK: Separators

  private static let marks: [Unicode.Scalar] = [",", "\t", ";", "|"]
  /// Typed by hand for a comma: it parts cells only where no other mark does, and all rows alike.
  private static let wideComma: Unicode.Scalar = "，"
  /// Rows that are looked at.
  private static let sample = 40

  /// The mark that parts most rows alike; of equals the one that parts them finer, then the first.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let counts = counts(in: scalars)
    var best = (mark: marks[0], rows: 0, cells: 0)
    for (number, mark) in marks.enumerated() {
      var rows: [Int: Int] = [:]
      for count in counts where count[number] > 0 { rows[count[number], default: 0] += 1 }
      let usual = rows.max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let usual, (usual.value, usual.key) > (best.rows, best.cells) else { continue }
      best = (mark, usual.value, usual.key)
    }
    return best.rows == 0 && hasWideCommas(scalars) ? wideComma : best.mark
  }

  private static func hasWideCommas(_ scalars: [Unicode.Scalar]) -> Bool {
    let lines = scalars.split { $0 == "\n" || $0 == "\r" }.prefix(sample)
    let counts = lines.map { line in line.count { $0 == wideComma } }
    return counts.count > 1 && counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }
  }

  /// How often each mark stands in the first rows, outside of quotations.
  private static func counts(in scalars: [Unicode.Scalar]) -> [[Int]] {
    var counts = [marks.map { _ in 0 }]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if scalar == "\n" || scalar == "\r" {
        if counts.count == sample { break }
        counts.append(marks.map { _ in 0 })
      } else if let number = marks.firstIndex(of: scalar) {
        counts[counts.count - 1][number] += 1
      }
    }
    return counts
  }

  // MARK: Cells

  private func row(_ place: inout Int, _ line: inout Int) throws(Problem) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell(&place, &line))
      guard place < scalars.count else { return cells }
      let end = scalars[place]
      place += 1
      if end == separator { continue }
      if end == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
      line += 1
      return cells
    }
  }

  /// A cell up to its separator or line end, which is left standing.
  private func cell(_ place: inout Int, _ line: inout Int) throws(Problem) -> String {
    guard place < scalars.count, scalars[place] == "\"" else {
      return bare(&place)
    }
    let opening = line
    var text: [Unicode.Scalar] = []
    place += 1
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == "\"" {
        guard place < scalars.count, scalars[place] == "\"" else {
          guard place == scalars.count || isEnd(scalars[place]) else {
            throw .textAfterQuote(line: line)
          }
          return Self.string(text[...])
        }
        place += 1
      } else if scalar == "\n" {
        line += 1
      }
      text.append(scalar)
    }
    throw .openQuote(line: opening)
  }

  /// A cell without marks around it; in `="a,b"` the separator belongs to the quotation.
  private func bare(_ place: inout Int) -> String {
    let start = place
    if place + 1 < scalars.count, scalars[place] == "=", scalars[place + 1] == "\"" {
      var end = place + 2
      while end < scalars.count, scalars[end] != "\"", scalars[end] != "\n" { end += 1 }
      if end < scalars.count, scalars[end] == "\"" { place = end + 1 }
    }
    while place < scalars.count, !isEnd(scalars[place]) { place += 1 }
    return Self.string(scalars[start..<place])
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
