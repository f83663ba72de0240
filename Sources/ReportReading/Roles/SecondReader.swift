internal import ReportModel

/// Two readings of the roles of a document: the grammar's and the trained model's. Where they agree,
/// the role is as sure as the model says; where they differ, a person is asked.
struct SecondReader {
  private let features: LineFeatures
  private let grammar: [RolePath.Choice]
  private let settled: [ReportRole?]

  /// Most trust in a role that the two readers give differently: below the bar of a doubt.
  private static let mostWhereTheyDiffer = 0.74

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
    let field = RoleField(model, names, settled: settled).best()
    return grammar.indices.map { place in
      let (first, second) = (grammar[place], field[place])
      if settled[place] != nil { return RolePath.Choice(role: first.role, confidence: 1) }
      var choice = second
      if first.role == second.role {
        choice.confidence = min(0.99, second.confidence)
      } else {
        choice.confidence = min(Self.mostWhereTheyDiffer, second.confidence)
        choice.alternative = first.role
      }
      choice.confidence = (choice.confidence * 100).rounded() / 100
      return choice
    }
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
