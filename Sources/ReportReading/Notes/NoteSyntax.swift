internal import Diagnostics

/// Notes of text files as Markdown writers know them: `[^1]` marks a place, a line `[^1]: words` says what
/// the note says and goes on in lines that are indented.
struct NoteSyntax {
  /// The notes in the order of their marks.
  private(set) var marks = NoteMarks()
  /// The lines that hold notes and are no text.
  private(set) var noteLines: Set<Int> = []

  private let source: SourceText
  private var words: [String: String] = [:]
  private var marked: [Int: (text: Scalars, columns: [Int])] = [:]

  /// Finds notes from a line on; in Markdown a note also goes on in the lines right under it. A mark
  /// without a note stays as it was typed, and is reported as a note without a mark is.
  init(_ source: SourceText, from first: Int, isMarkdown: Bool, into problems: inout Problems) {
    self.source = source
    let lines = stride(from: first, through: source.lines.count, by: 1)
    let places = findNotes(lines, isMarkdown: isMarkdown)
    // A note is set in one look: its marks of weight say nothing.
    if isMarkdown { words = words.mapValues { $0.replacing("**", with: "") } }
    if words.isEmpty, !lines.contains(where: { Self.hasMark(source.line($0)) }) { return }
    var used: Set<String> = []
    for number in lines where !noteLines.contains(number) {
      mark(number, &used, into: &problems)
    }
    for (name, line) in places where !used.contains(name) {
      problems.report(NoteProblems.unused(name, at: source.range(ofLine: line)))
    }
  }

  /// A line with its marks, and the column of each of its characters; nil where it has none.
  func line(_ number: Int) -> (text: Scalars, columns: [Int])? { marked[number] }

  // MARK: - Notes

  private mutating func findNotes(
    _ lines: StrideThrough<Int>, isMarkdown: Bool
  ) -> [(String, Int)] {
    var places: [(String, Int)] = []
    var open: String?
    var wasBlank = false
    var fence: Unicode.Scalar?
    for number in lines {
      let line = source.line(number)
      let text = line.trimmed
      if isMarkdown, let mark = Self.fence(text), fence == nil || fence == mark {
        fence = fence == nil ? mark : nil
        open = nil
        continue
      }
      if fence != nil { continue }
      if let (name, rest) = Self.note(text) {
        open = name
        wasBlank = false
        noteLines.insert(number)
        if words[name] == nil { places.append((name, number)) }
        words[name] = (words[name] ?? "") + rest.trimmed.string
        continue
      }
      if text.isEmpty {
        wasBlank = true
        continue
      }
      let isIndented = line.prefix(4).allSatisfy { $0 == " " } || line.first == "\t"
      guard let name = open, isIndented || (isMarkdown && !wasBlank) else {
        open = nil
        continue
      }
      wasBlank = false
      noteLines.insert(number)
      words[name] = Self.joined(words[name] ?? "", text.string)
    }
    return places
  }

  /// Words that go on in another line: a space parts Western ones only.
  private static func joined(_ left: String, _ right: String) -> String {
    let isWestern =
      left.unicodeScalars.last.map { $0.isASCII } == true
      && right.unicodeScalars.first.map { $0.isASCII } == true
    return left + (isWestern && !left.isEmpty ? " " : "") + right
  }

  private static func fence(_ text: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let mark = text.first, mark == "`" || mark == "~", text.prefix(3).count == 3,
      text.prefix(3).allSatisfy({ $0 == mark })
    else { return nil }
    return mark
  }

  /// The name and the words of a line `[^name]: words`.
  private static func note(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (String, ArraySlice<Unicode.Scalar>)? {
    guard let end = nameEnd(text, at: text.startIndex) else { return nil }
    let after = end + 1
    guard after < text.endIndex, text[after] == ":" || text[after] == "：" else { return nil }
    return (text[(text.startIndex + 2)..<end].string, text[(after + 1)...])
  }

  // MARK: - Marks

  private static func hasMark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.indices.contains { line[$0] == "[" && nameEnd(line, at: $0) != nil }
  }

  /// The place of the bracket that closes a mark `[^name]`; names are short and have no spaces.
  private static func nameEnd(_ text: ArraySlice<Unicode.Scalar>, at place: Int) -> Int? {
    guard place + 3 < text.endIndex, text[place] == "[", text[place + 1] == "^" else { return nil }
    var end = place + 2
    while end < text.endIndex, end - place < 40, text[end] != "]" {
      if text[end].isSpace || text[end] == "[" { return nil }
      end += 1
    }
    return end < text.endIndex && text[end] == "]" && end > place + 2 ? end : nil
  }

  private mutating func mark(
    _ number: Int, _ used: inout Set<String>, into problems: inout Problems
  ) {
    let line = source.line(number)
    guard Self.hasMark(line) else { return }
    var text = Scalars()
    var columns: [Int] = []
    var place = line.startIndex
    while place < line.endIndex {
      columns.append(place - line.startIndex)
      guard let end = Self.nameEnd(line, at: place) else {
        text.append(line[place])
        place += 1
        continue
      }
      let name = line[(place + 2)..<end].string
      guard let said = words[name], marks.notes.count < NoteMarks.limit else {
        problems.report(NoteProblems.unknown(name, at: source.range(ofLine: number)))
        text.append(line[place])
        place += 1
        continue
      }
      place = end + 1
      // One note is said once, however often the text calls it.
      guard used.insert(name).inserted else {
        columns.removeLast()
        problems.report(NoteProblems.again(name, at: source.range(ofLine: number)))
        continue
      }
      text.append(NoteMarks.scalar(marks.notes.count))
      marks.notes.append(NoteMarks.Note(text: said))
    }
    marked[number] = (text, columns)
  }
}

/// What can be wrong with notes.
enum NoteProblems {
  static func unknown(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.note-unknown",
      Wording("no note is named [^\(name)]", "没有名为 [^\(name)] 的脚注"), at: range,
      hints: [
        Wording("add a line [^\(name)]: with its words", "请补一行 [^\(name)]: 写出脚注内容")
      ])
  }

  static func again(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.note-again",
      Wording(
        "the note [^\(name)] is called again here; its mark is set at the first place only",
        "脚注 [^\(name)] 在此再次引用，标号只排在第一处"), at: range)
  }

  static func unused(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.note-unused",
      Wording(
        "the note [^\(name)] has no mark in the text and is left out",
        "正文中没有脚注 [^\(name)] 的标号，未排出"), at: range,
      hints: [Wording("put [^\(name)] where it belongs", "请在正文相应处加上 [^\(name)]")])
  }
}
