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
  /// The first attachment title, or the end.
  let firstAttachment: Int

  /// Looks at all elements once.
  init(_ elements: [Element]) {
    self.elements = elements
    let attachment =
      elements.firstIndex { $0.kind == .text && RoleCues.isAttachmentTitle($0.text) }
      ?? elements.count
    firstAttachment = attachment
    firstText =
      elements.indices.first {
        elements[$0].isRunning && !RoleCues.isEditorNote(elements[$0].text)
          && !RoleCues.isAddressee(elements[$0]) && !RoleCues.isCaption(elements[$0])
          && !RoleCues.isLongTitle(elements, $0)
      } ?? elements.count
    let foot: (Element) -> Bool = { RoleCues.isFoot($0) }
    lastText = elements[..<attachment].lastIndex { $0.isRunning && !foot($0) } ?? -1
    let last = lastText
    let first = firstText
    slogans = Set(
      elements.indices.filter { $0 < last && $0 > 0 && RoleCues.isSloganLike(elements[$0]) })
    let sloganPlaces = slogans
    firstHead =
      elements.indices.first {
        RoleCues.isNumberedHead(elements[$0]) || RoleCues.isLowerHeading(elements[$0])
          || (sloganPlaces.count > 1 && sloganPlaces.contains($0) && $0 > first)
          || RoleCues.isBracketLabel(elements[$0])
      } ?? elements.count
    let body = min(firstText, firstHead)
    isNewspaper = elements[..<body].contains {
      $0.text.hasPrefix("——") || DocumentWords.bylines.match(in: $0.text, at: 0) != nil
    }
    isOfficial = elements[..<body].contains {
      RoleCues.isDocumentNumber($0.text) || RoleCues.isAddressee($0)
    }
    let head = elements[..<body]
    let dated = head.firstIndex {
      RoleCues.isIssue($0) || RoleCues.isDate($0.text) || RoleCues.isUnitAndDate($0.text)
    }
    hasLaterHeadline =
      dated.map { place in
        elements[(place + 1)..<max(place + 1, body)].contains { RoleCues.isTitleLike($0) }
      } ?? false
  }

  /// Whether a section head stands somewhere after a place, before the last text.
  func hasHead(after place: Int) -> Bool { firstHead > place && firstHead < elements.count }
}
