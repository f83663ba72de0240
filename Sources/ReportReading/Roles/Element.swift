internal import ReportModel

/// One thing of the reading order before it has a role: a paragraph, a table or a figure.
struct Element {
  /// Text, or a place in the draft's tables or figures.
  enum Kind: Hashable {
    case text
    case table(Int)
    case figure(Int)
  }

  /// What it is.
  var kind: Kind
  /// The text; for a table its head line.
  var paragraph: Paragraph
  /// Whether it stands over a table and names it.
  var titlesTable = false

  /// The text.
  var text: Scalars { paragraph.text }
  /// What the text looks like.
  var shape: LineShape { paragraph.shape }
  /// What the format says.
  var mark: TextLine.Mark { paragraph.first.mark }

  /// Whether it could be running text: a sentence, or too long for anything else.
  var isRunning: Bool {
    guard kind == .text, !isHeading else { return false }
    if shape.stops > 0 {
      return shape.count >= 12 || shape.count >= 8 && shape.commas > 0 && shape.endsWithStop
    }
    return shape.commas >= 2 || shape.count >= 50
  }

  /// Whether Markdown calls it a heading.
  var isHeading: Bool {
    if case .heading = mark { return true }
    return false
  }
}

/// Groups lines into elements.
enum Elements {
  /// The elements of a draft: broken paragraphs joined, table rows gathered, ornaments left out.
  static func elements(of lines: [TextLine], _ joins: [ReportJoin?]) -> [Element] {
    var result: [Element] = []
    var place = 0
    while place < lines.count {
      var end = place + 1
      var kind = Element.Kind.text
      switch lines[place].mark {
      case .tableHeader(let table), .tableRow(let table), .tableRule(let table):
        kind = .table(table)
        while end < lines.count, lines[end].mark.table == table { end += 1 }
        result.append(Element(kind: kind, paragraph: Paragraph([lines[place]], [nil])))
      case .figure(let figure):
        result.append(Element(kind: .figure(figure), paragraph: Paragraph([lines[place]], [nil])))
      case .ornament:
        break
      default:
        while end < lines.count, joins[end] != nil { end += 1 }
        let range = place..<end
        result.append(
          Element(kind: kind, paragraph: Paragraph(Array(lines[range]), Array(joins[range]))))
      }
      place = end
    }
    markTableTitles(&result)
    return result
  }

  private static func markTableTitles(_ elements: inout [Element]) {
    for place in elements.indices.dropFirst() {
      guard case .table = elements[place].kind, elements[place].paragraph.first.blanksBefore <= 2
      else { continue }
      var above = place - 1
      if above > 0, DocumentWords.notes.match(in: elements[above].text, at: 0) != nil { above -= 1 }
      let candidate = elements[above]
      // The first line over all is the report's own title.
      let isReportTitle = above == 0 && elements[(place + 1)...].contains(where: \.isRunning)
      if !isReportTitle, candidate.kind == .text,
        TableTitles.isTitle(candidate.paragraph.first, candidate.shape)
      {
        elements[above].titlesTable = true
      }
    }
  }
}

extension TextLine.Mark {
  /// The table the line belongs to.
  var table: Int? {
    switch self {
    case .tableHeader(let table), .tableRule(let table), .tableRow(let table): table
    default: nil
    }
  }
}
