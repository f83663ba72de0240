internal import ReportModel

/// How well each role suits each element (step P3), from what the element looks like and where it
/// stands. The best path over the allowed order is found by `RolePath`.
struct RoleGrammar {
  let view: DocumentView
  var elements: [Element] { view.elements }

  /// Prepares the grammar for a document.
  init(_ view: DocumentView) { self.view = view }

  /// The scores of one element's possible roles.
  func scores(of place: Int) -> RoleScores {
    var scores = RoleScores()
    let element = elements[place]
    switch element.kind {
    case .table: scores.give(.tableHeader, 12)
    case .figure: scores.give(.caption, 12)
    case .text:
      if case .role(let role) = element.mark {
        scores.give(role, 20)
        break
      }
      giveMarkdown(element, place, &scores)
      if giveRow(place, &scores) { break }
      giveLabels(element, place, &scores)
      if place < min(view.firstText, view.firstHead) { giveFront(element, place, &scores) }
      giveHeads(element, place, &scores)
      giveText(element, place, &scores)
      giveFoot(element, place, &scores)
      if scores.all.isEmpty { scores.give(.body, 1) }
    }
    return scores
  }

  /// Whether the role of an element is no guess: the format or the writer states it, or its whole row
  /// or series shares it.
  func isSettled(_ place: Int) -> Bool {
    let element = elements[place]
    guard element.kind == .text, !element.titlesTable else { return true }
    switch element.mark {
    case .heading, .item, .quotation, .role: return true
    default: break
    }
    if element.shape.ordinal == .chapter, element.shape.stops == 0 { return true }
    return view.rows.kinds[place] != nil || view.titles.settled.contains(place)
      || view.titles.opening == place || view.rows.answers.contains(place)
      || view.rows.answers.contains(place + 1)
      || place > 0 && place + 1 == view.firstText && Bylines.isNameWithWork(element.text)
      || view.series.sentences.contains(place) || view.series.heads.contains(place)
      || RoleCues.isAttachmentTitle(element.text) || RoleCues.isCaption(element)
      || isOverCredit(place) || place > 0 && RoleCues.isCreditAlone(element.text)
      || element.text.first == "|" && element.text.last == "|"
      || isQuotationWithSource(place) || place > 0 && isSourceOfQuotation(place)
      || isSignedByDate(place)
  }

  /// Rows of short lines, furniture, and lines of a table that are none.
  private func giveRow(_ place: Int, _ scores: inout RoleScores) -> Bool {
    let element = elements[place]
    if RoleCues.isFurniture(element.text) || isContents(place) || view.rows.kinds[place] == .menu {
      scores.give(.furniture, 12)
      return true
    }
    switch view.rows.kinds[place] {
    case .verse: scores.give(place < view.firstText ? .quote : .body, 10)
    case .captions: scores.give(.caption, 10)
    case .entries, .menu: scores.give(.body, 10)
    case nil:
      if view.rows.answers.contains(place) || element.text.first == "|" && element.text.last == "|"
      {
        scores.give(.body, 10)
      } else if view.series.sentences.contains(place) {
        scores.give(.body, 12)
      } else if view.series.heads.contains(place), !element.isHeading {
        scores.give(element.shape.ordinal == .hanBracket ? .h2 : .h1, 12)
      } else {
        return false
      }
    }
    return true
  }

  /// 目录 and the lines with page numbers under it: the page is paginated anew.
  private func isContents(_ place: Int) -> Bool {
    if RoleCues.isContentsTitle(elements[place].text) {
      return place + 1 < elements.count && RoleCues.isContentsEntry(elements[place + 1].text)
    }
    guard RoleCues.isContentsEntry(elements[place].text) else { return false }
    var above = place
    while above > 0, RoleCues.isContentsEntry(elements[above].text) { above -= 1 }
    return RoleCues.isContentsTitle(elements[above].text)
  }

  private func giveMarkdown(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    switch element.mark {
    case .heading(1): scores.give(view.isAttached ? .attachmentTitle : .headline, 14)
    case .heading(2):
      scores.give(view.slogans.contains(place) ? .slogan : .h1, 11)
      if element.text.hasPrefix("——") { scores.give(.deck, 13) }
    case .heading: scores.give(.h2, 11)
    case .item: scores.give(.list, 11)
    case .quotation: scores.give(.quote, 11)
    default: break
    }
  }

  /// Lines that say what they are.
  private func giveLabels(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let text = element.text
    if element.titlesTable { scores.give(.tableTitle, 12) }
    if TableTitles.labelLength(text) != nil, element.shape.stops == 0, text.count <= 45 {
      scores.give(.tableTitle, 9)
    }
    if RoleCues.isEditorNote(text) { scores.give(.editorNote, 13) }
    if DocumentWords.distribution.match(in: text, at: 0) != nil { scores.give(.distribution, 11) }
    if text.count <= 24, text.contains("印"), text.contains("份"),
      text.contains("共印") || text.contains("印数") || text.contains("（印")
    {
      scores.give(.printCount, 12)
    }
    if RoleCues.isAttachmentTitle(text) { scores.give(.attachmentTitle, 11) }
    if view.isAttached, place == 0, LineStarts.isAttachment(text) {
      scores.give(.attachmentTitle, 12)
    }
    if RoleCues.isAttachmentReference(text) { scores.give(.attachmentRef, 11) }
    if RoleCues.isDocumentNumber(text) { scores.give(.docnum, 11) }
    if RoleCues.isIssue(element) { scores.give(.issue, 11) }
    if DocumentWords.notes.match(in: text, at: 0) != nil || isFurtherNote(place)
      || text.hasPrefix("（联系") || text.hasPrefix("（此件") || text.hasPrefix("（作者")
    {
      scores.give(.note, 11)
    }
    if text.contains("公益广告"), text.count <= 30, element.shape.stops == 0 {
      scores.give(.psaTitle, 11)
    }
    if element.shape.stops == 0, text.count <= 60, hasSigner(text) { scores.give(.signature, 11) }
    if isEditors(text, element.shape) {
      scores.give(place < view.firstText ? .furniture : .imprint, 10)
    }
    giveDates(element, place, &scores)
  }

  /// 本版编辑 时某 美编 闻某: two kinds of work on a page and who did them.
  private func isEditors(_ text: Scalars, _ shape: LineShape) -> Bool {
    guard shape.stops + shape.commas == 0, shape.count <= 40, shape.digits == 0,
      let first = DocumentWords.imprints.first(in: text, 0..<min(6, text.count)),
      first.place == 0 || text.hasPrefix("本版") || text.hasPrefix("本期") || text.hasPrefix("责任")
    else { return false }
    let rest = (first.place + first.length)..<text.count
    guard let second = DocumentWords.imprints.first(in: text, rest) else { return false }
    return (2...8).contains(second.place - rest.lowerBound)
      && second.place + second.length < text.count
  }

  /// 2．…, 3．… under 注：1．….
  private func isFurtherNote(_ place: Int) -> Bool {
    var above = place
    while above > 0, Self.items.contains(elements[above].shape.ordinal) { above -= 1 }
    guard above < place, let length = DocumentWords.notes.match(in: elements[above].text, at: 0)
    else { return false }
    let rest = Scalars(elements[above].text[length...])
    return rest.isEmpty || Self.items.contains(LineShape.ordinal(of: rest)?.0)
  }

  private static let items: Set<LineShape.Ordinal?> = [.digit, .digitBracket]

  private func hasSigner(_ text: Scalars) -> Bool {
    ["签发：", "审核：", "签发人", "审签", "核稿", "签发:"].contains { text.contains($0) }
      && !text.contains("编辑")
  }

  private func giveDates(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let isFront = place < min(view.firstText, view.firstHead)
    if RoleCues.isDate(element.text) { scores.give(.date, 10) }
    if RoleCues.isUnitAndDate(element.text) {
      scores.give(.issuerDate, isFront ? 10 : 7)
      scores.give(.signature, isFront ? 0 : 8)
    }
  }

  /// The title block.
  private func giveFront(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let (text, shape) = (element.text, element.shape)
    if text.hasPrefix("——") || text.hasPrefix("—") { scores.give(.deck, 10) }
    if Bylines.isByline(text, shape) || isNamesOnly(element, place) { scores.give(.byline, 10) }
    if RoleCues.isAddressee(element) { scores.give(.addressee, 10) }
    if isAddresseeByPlace(place) { scores.give(.addressee, 9) }
    if view.isAttached { return giveAttachedTitle(element, place, &scores) }
    if RoleCues.isLongTitle(elements, place) { scores.give(.headline, 9) }
    if view.titles.opening == place { scores.give(.headline, 12) }
    guard shape.stops == 0, shape.count <= 60 else { return }
    if text.hasSuffix("文件") { scores.give(.issuer, 9) }
    let isUnit = RoleCues.isUnitName(text) && !element.isHeading
    if isUnit, shape.parts.count == 1 { scores.give(.issuer, isAfterTitle(place) ? 7.5 : 4) }
    if place <= 1,
      DocumentWords.mastheads.match(in: text, endingAt: shape.count) != nil, view.hasLaterHeadline
    {
      scores.give(.masthead, 9)
    } else if place == 0, view.hasLaterHeadline {
      scores.give(.masthead, 7.5)
    }
    scores.give(.headline, 6)
    if let role = view.titles.roles[place], role != .headline {
      scores.give(role, 8)
    } else if DocumentWords.kickers.occurs(in: text), shape.count <= 14, place + 1 < elements.count,
      RoleCues.isTitleLike(elements[place + 1])
    {
      scores.give(.kicker, place == 0 ? 7 : 5)
    }
  }

  /// The titles of an attachment, which are not the report's.
  private func giveAttachedTitle(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let isTitle = RoleCues.isTitleLike(element) || RoleCues.isUnitName(element.text)
    if isTitle, !RoleCues.isLabelled(element.text) { scores.give(.attachmentTitle, 8) }
  }

  /// The line that ends with ： right over the first paragraph and under the title: whom it addresses.
  private func isAddresseeByPlace(_ place: Int) -> Bool {
    let element = elements[place]
    return place > 0 && place + 1 == view.firstText && view.firstText < elements.count
      && RoleCues.isIntroduction(element.text)
      && element.shape.stops == 0 && element.shape.count <= 40 && element.shape.ordinal == nil
      && element.shape.digits == 0 && !element.text.contains("如下") && !element.text.contains("为：")
  }

  private func isAfterTitle(_ place: Int) -> Bool { place > 0 }

  /// Names alone are the byline under a deck or byline, and under a title right over the text.
  private func isNamesOnly(_ element: Element, _ place: Int) -> Bool {
    guard place > 0 else { return false }
    let above = elements[place - 1]
    if above.text.hasPrefix("——") || isOverText(place),
      Bylines.isOfficeAndName(element.text, element.shape)
    {
      return true
    }
    if place + 1 == view.firstText, RoleCues.isTitleLike(above),
      above.shape.count >= 5 && Bylines.isPenName(element.text)
        || Bylines.isNameWithWork(element.text)
    {
      return true
    }
    guard Bylines.areNames(element.text, element.shape) else { return false }
    return above.text.hasPrefix("——") || TitleLines.isOccasion(above) || isOverText(place)
      || Bylines.isByline(above.text, above.shape)
  }

  /// The next element is the first paragraph or whom it addresses.
  private func isOverText(_ place: Int) -> Bool {
    place + 1 == view.firstText
      || place + 1 < elements.count && RoleCues.isAddressee(elements[place + 1])
  }

  /// Section heads.
  private func giveHeads(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let (text, shape) = (element.text, element.shape)
    if RoleCues.isNumberedHead(element) {
      scores.give(shape.ordinal == .hanBracket ? .h2 : .h1, 11)
    } else if shape.ordinal == .han || shape.ordinal == .hanBracket {
      scores.give(shape.ordinal == .hanBracket ? .h2 : .h1, 2)
    }
    if RoleCues.isBracketLabel(element) { scores.give(.subhead, 11) }
    if view.rows.answers.contains(place + 1) { scores.give(.subhead, 10) }
    guard place < view.lastText, place > 0 else { return }
    if isHeadWithStop(place) { scores.give(.subhead, shape.ordinal == nil ? 7 : 8) }
    guard shape.stops == 0, shape.count <= 36 else { return }
    guard !element.isHeading, shape.ordinal == nil, !RoleCues.isIntroduction(text) else { return }
    if isSourceOfQuotation(place) { return scores.give(.quote, 9) }
    if view.slogans.contains(place) { scores.give(.slogan, view.slogans.count > 1 ? 8 : 6) }
    if shape.commas <= 1, shape.count <= 26, place > view.firstText || place >= view.firstHead {
      scores.give(.subhead, element.paragraph.first.boldPrefix == text.count ? 9 : 5)
    }
  }

  /// 加快枢纽建设。 or 1．建强景区。 alone over its paragraph, as copies of official papers have it; one
  /// alone is prose.
  private func isHeadWithStop(_ place: Int) -> Bool {
    func isShort(_ element: Element) -> Bool {
      let shape = element.shape
      return element.kind == .text && shape.stops == 1 && shape.endsWithStop && shape.commas == 0
        && (4...18).contains(shape.count) && element.text.last == "。"
    }
    func fits(_ place: Int) -> Bool {
      let shape = elements[place].shape
      guard isShort(elements[place]), shape.ordinal == nil || shape.ordinal == .digit,
        place + 1 < elements.count, elements[place + 1].shape.ordinal == nil,
        view.rows.kinds[place] == nil, !RoleCues.isCaption(elements[place])
      else { return false }
      let next = elements[place + 1]
      return shape.ordinal == .digit && isShort(next)
        || next.isRunning && next.shape.count >= shape.count * 3 / 2
    }
    return fits(place) && elements.indices.count { $0 > 0 && fits($0) } > 1
  }

  private func isSourceOfQuotation(_ place: Int) -> Bool {
    Quotations.isSource(elements[place].text) && Quotations.isBare(elements[place - 1].text)
  }

  /// Running text.
  private func giveText(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    guard !element.isHeading else { return }
    let (text, shape) = (element.text, element.shape)
    if case .item = element.mark { return }
    if element.isRunning {
      scores.give(.body, 6)
      if Quotations.isAttributed(text) || isQuotationWithSource(place) { scores.give(.quote, 8) }
      if isLead(place) { scores.give(.lead, 9) }
      if isClosing(place) { scores.give(.closing, 9) }
    } else if shape.ordinal == .digit || shape.ordinal == .digitBracket {
      scores.give(.body, 7)
    } else if place > 0, RoleCues.isIntroduction(text) || RoleCues.isLabelled(text) {
      scores.give(.body, standsAlone(place) ? 4 : 6)
    } else if shape.stops > 0 || shape.commas > 0 {
      scores.give(.body, 4.5)
    } else {
      scores.give(.body, 1.5)
    }
  }

  /// 种植大户：年轻人占七成: a statement without a stop, parted by blank lines from paragraphs that have
  /// theirs, is rather a head than an entry of a list.
  private func standsAlone(_ place: Int) -> Bool {
    let element = elements[place]
    guard !RoleCues.isIntroduction(element.text), element.shape.count >= 10, place > view.firstText,
      place + 1 < elements.count, element.paragraph.first.blanksBefore > 0
    else { return false }
    return elements[place + 1].paragraph.first.blanksBefore > 0
      && !RoleCues.isLabelled(elements[place + 1].text) && elements[place - 1].shape.endsWithStop
  }

  /// An utterance over a line that names the speaker.
  private func isQuotationWithSource(_ place: Int) -> Bool {
    place + 1 < elements.count && Quotations.isBare(elements[place].text)
      && Quotations.isSource(elements[place + 1].text)
  }

  /// The first paragraph, when sections follow, and no section stands before it.
  private func isLead(_ place: Int) -> Bool {
    place == view.firstText && view.firstHead > place && hasFurtherText
      && view.firstHead < elements.count
  }

  private var hasFurtherText: Bool { view.lastText > view.firstText }

  private func hasRunIn(_ place: Int) -> Bool {
    RunInLeads.candidate(elements[place]) != nil
  }

  /// The last paragraph of a report that has a lead; not a numbered one, nor one with a run-in
  /// lead like the paragraph before it.
  private func isClosing(_ place: Int) -> Bool {
    guard place == view.lastText, place > view.firstText, isLead(view.firstText) else {
      return false
    }
    let element = elements[place]
    // A section that follows has its own text, however short.
    let opensSection = elements[(place + 1)...].contains {
      RoleCues.isNumberedHead($0) || RoleCues.isLowerHeading($0)
    }
    if element.shape.ordinal != nil || opensSection { return false }
    if DocumentWords.closings.occurs(in: element.text) { return true }
    return leavesSeries(place) || echoesTitle(element.text) || isAppeal(element.text)
  }

  /// It stands behind numbered paragraphs or such with run-in leads, and is none.
  private func leavesSeries(_ place: Int) -> Bool {
    guard !hasRunIn(place), place > 0 else { return false }
    let above = elements[place - 1]
    if case .item = above.mark { return elements[place].mark != above.mark }
    return above.shape.ordinal == .digit || above.shape.ordinal == .digitBracket
      || hasRunIn(place - 1) && place > 1 && hasRunIn(place - 2)
  }

  /// It calls on those the paper addresses: 各位代表！…, or more than once with ！.
  private func isAppeal(_ text: Scalars) -> Bool {
    if text.count(where: { $0 == "！" }) >= 2 { return true }
    return elements[..<view.firstText].contains { element in
      RoleCues.isIntroduction(element.text) && element.text.count >= 4
        && text.has(Scalars(element.text.dropLast()), at: 0)
    }
  }

  /// Four characters of the headline come back in it.
  private func echoesTitle(_ text: Scalars) -> Bool {
    for (title, role) in view.titles.roles where role == .headline {
      let words = elements[title].text
      guard words.count >= 8 else { continue }
      for start in 0...(words.count - 4)
      where words[start..<(start + 4)].allSatisfy(\.isHan)
        && Scalars(words[start..<(start + 4)]).isFound(in: text, opening: 12)
      {
        return true
      }
    }
    return false
  }
}
