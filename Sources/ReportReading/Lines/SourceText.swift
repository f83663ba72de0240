internal import Diagnostics

/// A decoded text with its lines; turns places into ranges an editor can show.
struct SourceText {
  /// The file as the user named it.
  let file: String
  /// All characters.
  let scalars: Scalars
  /// The characters of each line, line ends left out.
  let lines: [Range<Int>]
  /// Whether a column is a count of scalars, line by line.
  private let simple: [Bool]

  /// Cuts a text at LF, CR LF and CR. Throws beyond ``ReadingLimits/lines``.
  init(file: String, scalars: Scalars) throws(Rejection) {
    self.file = file
    self.scalars = scalars
    var lines: [Range<Int>] = []
    var simple: [Bool] = []
    var start = 0
    var place = 0
    var isSimple = true
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\n" || scalar == "\r" {
        lines.append(start..<place)
        simple.append(isSimple)
        if scalar == "\r", place + 1 < scalars.count, scalars[place + 1] == "\n" { place += 1 }
        start = place + 1
        isSimple = true
      } else if isSimple, !scalar.standsAlone {
        isSimple = false
      }
      place += 1
    }
    if start < scalars.count {
      lines.append(start..<scalars.count)
      simple.append(isSimple)
    }
    if lines.count > ReadingLimits.lines {
      throw Rejection(
        ReadingProblems.tooManyLines(file, lines: lines.count, limit: ReadingLimits.lines))
    }
    self.lines = lines
    self.simple = simple
  }

  /// The characters of a line, counted from 1.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> { scalars[lines[number - 1]] }

  /// The place of a column counted in scalars from 0.
  func position(line: Int, scalarColumn: Int) -> SourcePosition {
    guard line >= 1, line <= lines.count else { return SourcePosition(line: line, column: 1) }
    if simple[line - 1] { return SourcePosition(line: line, column: scalarColumn + 1) }
    let range = lines[line - 1]
    let end = min(range.upperBound, range.lowerBound + scalarColumn)
    return SourcePosition(line: line, column: scalars[range.lowerBound..<end].string.count + 1)
  }

  /// The range of a whole line, spaces at its ends included.
  func range(ofLine number: Int) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: number, column: 1),
      end: position(line: number, scalarColumn: lines[number - 1].count))
  }
}
