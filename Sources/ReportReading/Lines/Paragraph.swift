internal import Diagnostics
internal import ReportModel

/// Lines joined to one paragraph, with the way back to the source.
struct Paragraph {
  /// Where a line's characters start in the joined text.
  struct Piece {
    var offset: Int
    var line: TextLine
  }

  /// The joined text.
  var text: Scalars
  /// Its lines.
  var pieces: [Piece]
  /// Its seams.
  var joins: [ReportJoin]
  /// What it looks like.
  var shape: LineShape

  /// Joins lines; `joins[i]` is the seam before `lines[i]`, nil for the first.
  init(_ lines: [TextLine], _ joins: [ReportJoin?]) {
    var text = Scalars()
    var pieces: [Piece] = []
    var seams: [ReportJoin] = []
    for (line, join) in zip(lines, joins) {
      if let join, !pieces.isEmpty {
        text += Scalars(join.glue)
        var seam = join
        seam.offset = text.string.count
        seams.append(seam)
      }
      pieces.append(Piece(offset: text.count, line: line))
      text += line.text
    }
    self.text = text
    self.pieces = pieces
    self.joins = seams
    shape = LineShape(text)
  }

  /// The first line.
  var first: TextLine { pieces[0].line }

  /// What is marked in the text behind its first `lead` scalars, counted in characters.
  func marks(behind lead: Int) -> [TextMark] {
    var marks: [TextMark] = []
    for piece in pieces {
      for mark in piece.line.marks {
        let start = max(lead, piece.offset + mark.range.lowerBound)
        let end = min(text.count, piece.offset + mark.range.upperBound)
        guard start < end else { continue }
        let first = text[..<start].string.count
        marks.append(
          TextMark(
            first..<(first + text[start..<end].string.count), mark.kind, reading: mark.reading))
      }
    }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The source range of a stretch of the text. A note or a title of the front matter may stand behind
  /// what it is joined to: then the range goes from the first place of the source to the last.
  func range(_ stretch: Range<Int>, in source: SourceText) -> SourceRange {
    let start = position(of: stretch.lowerBound, after: false, in: source)
    let end = position(of: stretch.upperBound, after: true, in: source)
    return SourceRange(file: source.file, start: min(start, end), end: max(start, end))
  }

  /// The source range of the whole paragraph.
  func range(in source: SourceText) -> SourceRange { range(0..<text.count, in: source) }

  /// The piece that holds a place, by bisection.
  private func piece(of place: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].offset <= place { low = middle } else { high = middle }
    }
    return low
  }

  private func position(of place: Int, after: Bool, in source: SourceText) -> SourcePosition {
    let wanted = after ? max(0, place - 1) : place
    let piece = pieces[piece(of: wanted)]
    let column = piece.line.column(of: wanted - piece.offset) + (after ? 1 : 0)
    return source.position(line: piece.line.number, scalarColumn: column)
  }
}
