internal import ReportModel

/// The kinds of words and shapes that an element shows, by name.
enum LineCues {
  /// The cues of an element of a part.
  static func cues(of place: Int, in view: DocumentView) -> [String] {
    let element = view.elements[place]
    guard element.kind == .text else { return [] }
    var found: [String] = []
    for (name, shows) in shapes where shows(element) { found.append(name) }
    for (name, words, side) in lists {
      let text = element.text
      let shows =
        switch side {
        case .start: words.match(in: text, at: 0) != nil
        case .end: words.match(in: text, endingAt: text.count) != nil
        case .anywhere: text.count <= 60 && words.occurs(in: text)
        }
      if shows { found.append(name) }
    }
    if let kind = view.rows.kinds[place] { found.append("row-\(kind.rawValue)") }
    if view.rows.answers.contains(place) { found.append("answer") }
    if view.series.sentences.contains(place) { found.append("series-text") }
    if view.series.heads.contains(place) { found.append("series-head") }
    if let role = view.titles.roles[place] { found.append("title-\(role.rawValue)") }
    if view.slogans.contains(place) { found.append("slogan") }
    if element.titlesTable { found.append("over-table") }
    if RunInLeads.candidate(element) != nil { found.append("run-in") }
    return found
  }

  private enum Side: Sendable { case start, end, anywhere }

  private static let lists: [(String, Lexicon, Side)] = [
    ("unit", DocumentWords.units, .end), ("kicker", DocumentWords.kickers, .anywhere),
    ("bulletin", DocumentWords.bulletins, .end), ("masthead", DocumentWords.mastheads, .end),
    ("paper", DocumentWords.papers, .end), ("imprint", DocumentWords.imprints, .anywhere),
    ("send", DocumentWords.distribution, .start), ("note", DocumentWords.notes, .start),
    ("close", DocumentWords.closings, .anywhere), ("lead", DocumentWords.leads, .start),
    ("event", DocumentWords.events, .end), ("work", DocumentWords.bylineWork, .anywhere),
    ("said", Quotations.speakingVerbs, .start),
  ]

  private static let shapes: [(String, @Sendable (Element) -> Bool)] = [
    ("byline", { Bylines.isByline($0.text, $0.shape) }),
    ("names", { Bylines.areNames($0.text, $0.shape) }),
    ("office", { Bylines.isOfficeAndName($0.text, $0.shape) }),
    ("credit", { Credits.endsWithCredit($0.text) }),
    ("caption", { DocumentWords.captions.match(in: $0.text, at: 0) != nil }),
    ("date", { RoleCues.isDate($0.text) }), ("unit-date", { RoleCues.isUnitAndDate($0.text) }),
    ("docnum", { RoleCues.isDocumentNumber($0.text) }), ("issue", { RoleCues.isIssue($0) }),
    ("editor", { RoleCues.isEditorNote($0.text) }),
    ("attach", { RoleCues.isAttachmentTitle($0.text) }),
    ("attached", { RoleCues.isAttachmentReference($0.text) }),
    ("web", { RoleCues.isFurniture($0.text) }), ("time", { RoleCues.isTimestamp($0.text) }),
    ("contents", { RoleCues.isContentsEntry($0.text) }),
    ("bracket-label", { RoleCues.isBracketLabel($0) }),
    ("to", { RoleCues.isAddressee($0) }), ("psa", { $0.text.contains("公益广告") }),
    ("signer", { element in ["签发", "审核", "核稿"].contains { element.text.contains($0) } }),
    ("printed", { $0.text.contains("印") && $0.text.contains("份") && $0.text.count <= 24 }),
    ("said-by", { Quotations.isAttributed($0.text) }), ("quote", { $0.text.first == "“" }),
    ("source", { Quotations.isSource($0.text) }), ("dash", { $0.text.hasPrefix("——") }),
    ("bracket", { $0.text.first == "（" && $0.text.last == "）" }),
    ("speaker", { speaker($0.text) }), ("table", { TableTitles.labelLength($0.text) != nil }),
    ("latin", { $0.text.count { $0.isLatin } >= 4 }), ("bar", { $0.text.contains("|") }),
    ("labelled", { RoleCues.isLabelled($0.text) }), ("about", { $0.text.hasPrefix("关于") }),
    ("news", { $0.text.hasPrefix("本报讯") || $0.text.hasPrefix("本网讯") }),
    ("cry", { $0.text.contains("！") }), ("phone", { $0.shape.digits >= 7 && $0.shape.count <= 40 }),
    ("title", { RoleCues.isTitleLike($0) }), ("slogan-like", { RoleCues.isSloganLike($0) }),
  ]

  /// 记者：…, 张某（镇长）：…: who speaks in an interview.
  private static func speaker(_ text: Scalars) -> Bool {
    guard let colon = text.prefix(20).firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 1,
      text.count > colon + 4
    else { return false }
    let name = text[..<colon].prefix { $0 != "（" }
    return (1...4).contains(name.count) && name.allSatisfy(\.isHan)
  }
}
