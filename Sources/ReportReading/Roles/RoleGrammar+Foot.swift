internal import ReportModel

/// What stands behind the last paragraph, and captions.
extension RoleGrammar {
  /// What stands behind the last paragraph.
  func giveFoot(_ element: Element, _ place: Int, _ scores: inout RoleScores) {
    let (text, shape) = (element.text, element.shape)
    if RoleCues.isCaption(element) { scores.give(.caption, 9) }
    if place > 0, RoleCues.isCreditAlone(text) { scores.give(.caption, 12) }
    if isOverCredit(place) { scores.give(.caption, 10) }
    if place > view.lastText, Bylines.isByline(text, shape) { scores.give(.byline, 9.7) }
    guard shape.stops == 0, shape.count <= 60, shape.ordinal == nil || shape.ordinal == .digit
    else { return }
    let isLast = place > view.lastText && place >= view.firstText
    if shape.ordinal == .digit {
      scores.give(.attachmentRef, 4)
      return
    }
    if isSignedByDate(place) { scores.give(.signature, 9) }
    guard isLast else {
      if place > view.firstText, isIsolated(place) { scores.give(.caption, 6.5) }
      return
    }
    if !view.isAttached { scores.give(.caption, view.isNewspaper || !view.isOfficial ? 5 : 3) }
    if elements[..<place].contains(where: { $0.text.contains("公益广告") }) {
      scores.give(.psaLine, 4.5)
    }
    let (imprint, isNamed) = imprintScore(text, place)
    if isNamed { scores.give(.imprint, imprint) }
    if isContact(text) { scores.give(.imprint, 7) }
    if RoleCues.isUnitName(text), isSigned(place) { scores.give(.signature, 8) }
    if element.paragraph.first.indent >= 6 { scores.give(.signature, 7) }
  }

  /// A short line over a photographer's credit that has a line of its own.
  func isOverCredit(_ place: Int) -> Bool {
    place > 0 && place + 1 < elements.count && elements[place].shape.count <= 40
      && elements[place].shape.stops <= 1 && RoleCues.isCreditAlone(elements[place + 1].text)
  }

  private func imprintScore(_ text: Scalars, _ place: Int) -> (Double, Bool) {
    if DocumentWords.imprints.match(in: text, endingAt: text.count) != nil { return (9.5, true) }
    guard DocumentWords.imprints.occurs(in: text) else { return (0, false) }
    let isLabelled = text.contains("：") || text.contains(":")
    return (isLabelled || place == elements.count - 1 ? 9 : 6, true)
  }

  /// Whom to call, at the very end: a name with its telephone.
  private func isContact(_ text: Scalars) -> Bool {
    !text.hasPrefix("（") && (text.contains("电话") || text.contains("热线"))
      && text.contains { $0.properties.numericType != nil }
  }

  /// Two blank lines or more on either side, in the middle of text: a picture stood there.
  private func isIsolated(_ place: Int) -> Bool {
    guard place + 1 < elements.count else { return false }
    return elements[place].paragraph.first.blanksBefore >= 2
      && elements[place + 1].paragraph.first.blanksBefore >= 2
  }

  /// A unit's name that a date follows, or that ends an official letter.
  private func isSigned(_ place: Int) -> Bool {
    isFollowedByDate(place) || view.isOfficial && !view.isNewspaper
  }

  /// Whether a date follows, other units and a seal between.
  private func isFollowedByDate(_ place: Int) -> Bool {
    var next = place + 1
    while next < elements.count, isSeal(next) || RoleCues.isUnitName(elements[next].text) {
      next += 1
    }
    return next < elements.count && RoleCues.isDate(elements[next].text)
  }

  /// A picture without words.
  private func isSeal(_ place: Int) -> Bool {
    guard case .figure = elements[place].kind else { return false }
    return elements[place].text.isEmpty
  }

  /// A unit's name and the date under it, alone on their lines behind the text: they sign it, though
  /// more text follows.
  func isSignedByDate(_ place: Int) -> Bool {
    place > view.firstText && RoleCues.isUnitName(elements[place].text) && isFollowedByDate(place)
  }
}
