internal import ReportModel

/// What the roles of one element need to know about the others.
struct DocumentView {
  /// The elements.
  let elements: [Element]
  /// The first and the last element of running text.
  let firstText: Int
  let lastText: Int
  /// The first numbered, Markdown or slogan head.
  let firstHead: Int
  /// Whether a line under the issue or date line can be the headline, so that the first line is a
  /// bulletin's name.
  let hasLaterHeadline: Bool
  /// Elements that could be slogan heads: two to four parts, no stop, before the last text.
  let slogans: Set<Int>
  /// Whether it is a newspaper page: it has a deck or a byline.
  let isNewspaper: Bool
  /// Whether it is an official letter: it has a number or an addressee.
  let isOfficial: Bool
  /// Whether it is an attachment or a forwarded paper: its titles are not the report's.
  let isAttached: Bool
  /// Rows of short lines.
  let rows: LineRows
  /// Numbered items that are read alike.
  let series: NumberedSeries
  /// The title lines of the front.
  let titles: TitleLines
  /// Unnumbered lines that stand alone between paragraphs, at least two of them.
  let loneHeads: Set<Int>

  /// Looks at all elements once.
  init(_ elements: [Element], isAttached: Bool = false) {
    self.elements = elements
    self.isAttached = isAttached
    let rows = LineRows(elements)
    self.rows = rows
    series = NumberedSeries(elements)
    firstText = Self.firstText(elements, rows) ?? elements.count
    lastText =
      elements.lastIndex { $0.isRunning && !RoleCues.isFoot($0) } ?? Self.shortText(elements) ?? -1
    let last = lastText
    let first = firstText
    slogans = Set(
      elements.indices.filter { $0 < last && $0 > 0 && RoleCues.isSloganLike(elements[$0]) })
    let sloganPlaces = slogans
    loneHeads = Self.loneHeads(elements, first..<max(first, last))
    let lone = loneHeads
    firstHead =
      elements.indices.first {
        RoleCues.isNumberedHead(elements[$0]) || RoleCues.isLowerHeading(elements[$0])
          || (sloganPlaces.count > 1 && sloganPlaces.contains($0) && $0 > first)
          || lone.contains($0)
          || RoleCues.isBracketLabel(elements[$0])
      } ?? elements.count
    let body = min(firstText, firstHead)
    isNewspaper = elements[..<body].contains {
      $0.text.hasPrefix("——") || Bylines.isByline($0.text, $0.shape)
    }
    isOfficial = elements[..<body].indices.contains { place in
      RoleCues.isDocumentNumber(elements[place].text)
        || RoleCues.isAddressee(elements[place]) && !TitleLines.isOpening(place, in: elements)
    }
    let head = elements[..<body]
    let dated = head.firstIndex {
      RoleCues.isIssue($0) || RoleCues.isDate($0.text) || RoleCues.isUnitAndDate($0.text)
    }
    hasLaterHeadline =
      dated.map { place in
        elements[(place + 1)..<max(place + 1, body)].contains { RoleCues.isTitleLike($0) }
      } ?? false
    titles = TitleLines(
      (0..<body).filter { place in
        rows.kinds[place] == nil
          && (RoleCues.isTitleLike(elements[place]) || elements[place].isHeading)
          && !(dated != nil && place < dated ?? 0)
      }, in: elements)
  }

  /// The first paragraph that is running text and nothing else.
  private static func firstText(_ elements: [Element], _ rows: LineRows) -> Int? {
    elements.indices.first {
      elements[$0].isRunning && !RoleCues.isEditorNote(elements[$0].text)
        && !RoleCues.isAddressee(elements[$0]) && !RoleCues.isCaption(elements[$0])
        && !RoleCues.isLongTitle(elements, $0) && rows.kinds[$0] == nil
        && !RoleCues.isFurniture(elements[$0].text)
    } ?? shortText(elements)
  }

  /// 请准时参加。: in a paper without a longer sentence, the first short one is its text.
  private static func shortText(_ elements: [Element]) -> Int? {
    elements.indices.dropFirst().first {
      elements[$0].kind == .text && elements[$0].shape.endsWithStop && elements[$0].shape.count >= 6
        && !elements[$0].isHeading && elements[$0].shape.ordinal == nil
    }
  }

  /// Short lines without a mark at their end over a paragraph, between two paragraphs.
  private static func loneHeads(_ elements: [Element], _ range: Range<Int>) -> Set<Int> {
    let found = range.dropFirst().filter { place in
      guard place + 1 < elements.count, RoleCues.isTitleLike(elements[place]) else { return false }
      let element = elements[place]
      return element.shape.count <= 30 && element.shape.commas <= 1 && elements[place + 1].isRunning
        && !RoleCues.isCaption(element) && !RoleCues.isFoot(element)
    }
    return found.count > 1 ? Set(found) : []
  }
}
