/// Lines of plain text, ready for joining and roles.
enum PlainLines {
  /// The lines that are not blank, from a line number on.
  static func lines(
    of source: SourceText, from first: Int, notes: NoteSyntax? = nil
  ) -> [TextLine] {
    var result: [TextLine] = []
    var blanks = 0
    for number in stride(from: first, through: source.lines.count, by: 1) {
      if let notes, notes.noteLines.contains(number) { continue }
      let whole = source.line(number)
      let text = whole.trimmed
      if text.isEmpty {
        blanks += 1
        continue
      }
      result.append(
        TextLine(
          number: number, text: Scalars(text), columns: [],
          start: text.startIndex - whole.startIndex, width: whole.count,
          indent: indent(of: whole[..<text.startIndex]), blanksBefore: blanks, mark: .none,
          boldPrefix: 0))
      if let marked = notes?.line(number) { result[result.count - 1].take(marked) }
      blanks = 0
    }
    return result
  }

  /// Ideographic spaces, a tab for two, two blanks for one.
  static func indent(of space: ArraySlice<Unicode.Scalar>) -> Int {
    var halves = 0
    for scalar in space {
      halves += scalar == "\u{3000}" ? 2 : scalar == "\t" ? 4 : 1
    }
    return halves / 2
  }
}

extension TextLine {
  /// Takes the text of a whole line that has marks of notes instead of `[^1]`.
  mutating func take(_ marked: (text: Scalars, columns: [Int])) {
    let trimmed = marked.text[...].trimmed
    text = Scalars(trimmed)
    columns = Array(marked.columns[trimmed.indices])
  }
}
