internal import ReportModel

/// Two readings of the roles of a document: the grammar's and the trained model's. Where they agree,
/// the role is as sure as the model says; where they differ, a person is asked.
struct SecondReader {
  private let features: LineFeatures
  private let grammar: [RolePath.Choice]
  private let settled: [ReportRole?]
  private let possible: [Set<ReportRole>]
  private let isSentence: [Bool]
  /// Whether a line is a statement with its full stop, which no head has.
  private let isStatement: [Bool]

  /// Whether the grammar finds a head of a section.
  private let hasHeads: Bool
  /// Title lines that may be a kicker and a headline, or a headline in two lines.
  private let isEitherTitle: [Bool]

  /// Most trust in a role that the two readers give differently: below the bar of a doubt.
  private static let mostWhereTheyDiffer = 0.74

  /// A reader that holds its own word for less likely than this does not overrule the other.
  private static let leastToOverrule = 0.6

  /// Reads the elements of a document.
  init(_ elements: [Element]) {
    let parts = PaperPart.parts(of: elements)
    let views = parts.map {
      DocumentView(Array(elements[$0.range]), isAttached: $0.isAttached)
    }
    let grammars = views.map { RoleGrammar($0) }
    let scores = zip(parts, grammars).flatMap { part, grammar in
      (0..<part.range.count).map { grammar.scores(of: $0) }
    }
    grammar = RolePath.best(scores)
    hasHeads = grammar.contains { $0.role.headLevel != nil }
    isEitherTitle = zip(parts, views).flatMap { part, view in
      (0..<part.range.count).map { view.titles.eitherWay == $0 }
    }
    possible = scores.map { Set($0.all.map(\.role)) }
    isSentence = elements.map {
      $0.kind == .text && !$0.isHeading
        && ($0.shape.endsWithStop || RoleCues.isIntroduction($0.text))
    }
    isStatement = elements.map {
      $0.kind == .text && !$0.isHeading && $0.shape.count >= 12 && $0.text.hasSuffix("。")
    }
    features = LineFeatures(elements, parts, views, grammar: grammar.map(\.role))
    let sure = zip(parts, grammars).flatMap { part, grammar in
      (0..<part.range.count).map { grammar.isSettled($0) }
    }
    settled = zip(grammar, sure).map { $1 ? $0.role : nil }
  }

  /// The roles of all elements.
  func choices() -> [RolePath.Choice] {
    guard let model = RoleModel.standard else { return grammar }
    let names = grammar.indices.map { settled[$0] == nil ? features.features(of: $0) : [] }
    var field = RoleField(model, names, allows: allows).best()
    keepHeadline(&field)
    return grammar.indices.map { place in
      let (first, second) = (grammar[place], field[place])
      if settled[place] != nil { return RolePath.Choice(role: first.role, confidence: 1) }
      // A label such as 抄送： says what its line is, whatever stands about it.
      if Self.labelled.contains(first.role), first.role != second.role {
        return RolePath.Choice(role: first.role, confidence: 0.98)
      }
      var choice = second
      if isStatement[place], Self.running.contains(first.role), isHead(second) {
        choice = RolePath.Choice(role: first.role, confidence: max(0.9, second.confidence))
      } else if second.alternative != nil {
        choice = second
      } else if first.role == second.role {
        choice.confidence = min(0.99, second.confidence)
      } else if second.confidence < Self.leastToOverrule || isNumberedHead(place, first.role) {
        choice = RolePath.Choice(
          role: first.role, confidence: min(Self.mostWhereTheyDiffer, first.confidence),
          alternative: second.role)
      } else {
        let isMinor = Self.running.contains(first.role) && Self.running.contains(second.role)
        choice.confidence = min(isMinor ? 0.94 : Self.mostWhereTheyDiffer, second.confidence)
        if !isMinor { choice.alternative = first.role }
      }
      if isEitherTitle[place], choice.role == .headline, choice.alternative == nil {
        choice.confidence = min(Self.mostWhereTheyDiffer, choice.confidence)
        choice.alternative = .kicker
      }
      choice.confidence = (choice.confidence * 100).rounded() / 100
      return choice
    }
  }

  /// Roles that words or signs make a line be, not its place: no model gives them to another. Nor does
  /// it call a line furniture, which is not printed, where the grammar sees no sign of it.
  private static let stated: Set<ReportRole> = [
    .masthead, .byline, .docnum, .issue, .issuerDate, .addressee, .date, .editorNote, .h1, .h2,
    .psaTitle, .psaLine, .distribution, .printCount, .attachmentRef, .attachmentTitle, .tableTitle,
    .tableHeader, .list, .furniture,
  ]

  /// Roles that a label at the start of the line gives.
  private static let labelled: Set<ReportRole> = [
    .distribution, .printCount, .attachmentRef, .note, .docnum, .issue, .editorNote, .date,
    .issuerDate,
  ]
  /// The lines of an advertisement, which begins with a line that says so.
  private static let advertised: Set<ReportRole> = [.psaTitle, .psaLine]
  /// The lines of a title block that tell the story.
  private static let titles: Set<ReportRole> = [.kicker, .headline, .deck]
  /// Paragraphs of running text: which of them one is hardly changes the page, so it is no doubt.
  private static let running: Set<ReportRole> = [.body, .lead, .closing]

  private func allows(_ place: Int, _ role: ReportRole) -> Bool {
    if let settled = settled[place] { return role == settled }
    // 公益广告 stands in the line; what the grammar reads under it is the advertisement's.
    if Self.advertised.contains(grammar[place].role) { return role == grammar[place].role }
    // A text without a section has no head between its title and its first paragraph.
    if role.headLevel != nil, !hasHeads, Self.titles.contains(grammar[place].role) { return false }
    // Whether sections follow is no guess: the paragraph over them is the lead.
    if role == .body, grammar[place].role == .lead { return false }
    if possible[place].contains(role) { return true }
    // A sentence, or one that a colon ends, is text unless the grammar sees what else it could be.
    return isSentence[place] ? role == .body : !Self.stated.contains(role)
  }

  /// Whether the trained reader takes a line for a head, or doubts no more than whether it is one.
  private func isHead(_ choice: RolePath.Choice) -> Bool {
    if choice.role.headLevel != nil { return true }
    return Self.running.contains(choice.role)
      && (choice.alternative == nil || choice.alternative?.headLevel != nil)
  }

  /// A short line with the number of a section is a head, whatever the trained reader makes of it.
  private func isNumberedHead(_ place: Int, _ role: ReportRole) -> Bool {
    (role == .h1 || role == .h2) && isSentence[place] && grammar[place].confidence >= 0.9
  }

  /// A text whose title the grammar found is not left without one.
  private func keepHeadline(_ field: inout [RolePath.Choice]) {
    guard !field.contains(where: { $0.role == .headline || $0.role == .masthead }),
      let title = grammar.indices.first(where: { grammar[$0].role == .headline })
    else { return }
    field[title] = RolePath.Choice(
      role: .headline, confidence: Self.mostWhereTheyDiffer, alternative: field[title].role)
  }

  /// For the trainer: the first line of each element, the grammar's role, and the features, parted by
  /// tabs.
  func rows(lines: (Int) -> Int) -> [String] {
    grammar.indices.map { place in
      ([String(lines(place)), grammar[place].role.rawValue] + features.features(of: place))
        .joined(separator: "\t")
    }
  }
}
