internal import Diagnostics

/// The heads and feet that a Word file prints on its pages. A layout has its own, with its own page
/// numbers; words that stand in the file's are named, as they are not printed.
struct WordEdges {
  /// Parts that sections refer to, as the relations write them, each once.
  let parts: [(target: String, isFoot: Bool)]
  private var heads: [String] = []
  private var feet: [String] = []

  init(_ document: WordElement, _ relations: WordElement?) {
    var used: Set<String> = []
    var waiting = [document]
    while let next = waiting.popLast() {
      if next.name == "headerReference" || next.name == "footerReference" {
        used.formUnion([next.attributes["r:id"], next.attributes["id"]].compactMap(\.self))
      }
      // Sections stand in the body and in the properties of paragraphs.
      waiting += next.children.filter { !["r", "tbl", "rPr"].contains($0.name) }
    }
    var known: Set<String> = []
    parts = (relations?.children ?? []).compactMap { relation in
      guard let id = relation.attributes["Id"], used.contains(id),
        let target = relation.attributes["Target"], let type = relation.attributes["Type"],
        type.hasSuffix("/header") || type.hasSuffix("/footer"), known.insert(target).inserted
      else { return nil }
      return (target, type.hasSuffix("/footer"))
    }
  }

  /// Takes the words of a head or foot.
  mutating func add(_ root: WordElement, isFoot: Bool, styles: WordStyles) {
    var body = WordBody(
      WordElement(name: "part", children: []), styles: styles,
      numbering: WordNumbering(nil, styles: styles))
    body.walk(root)
    for block in body.blocks {
      for words in Self.texts(of: block) where Self.saysSomething(words) {
        if isFoot, !feet.contains(words) { feet.append(words) }
        if !isFoot, !heads.contains(words) { heads.append(words) }
      }
    }
  }

  private static func texts(of block: WordBlock) -> [String] {
    switch block {
    case .paragraph(let paragraph): [paragraph.text.trimmingSpaces]
    case .table(let table): table.rows.flatMap { $0.map(\.trimmingSpaces) }
    case .picture, .loss: []
    }
  }

  /// Whether words say more than the number of a page: 第 3 页 共 12 页, - 3 -, Page 3 of 12.
  private static func saysSomething(_ words: String) -> Bool {
    let letters = words.lowercased().filter { $0.isLetter }
    let pageWords = ["第页共页", "第页", "共页", "页", "pageof", "page", "of", "p", "pages"]
    return !letters.isEmpty && !pageWords.contains(letters)
  }

  /// Tells the words once.
  func report(file: String, into problems: inout Problems) {
    let heads = Self.list(heads)
    let feet = Self.list(feet)
    guard !heads.isEmpty || !feet.isEmpty else { return }
    let english = [("head", heads), ("foot", feet)].filter { !$0.1.isEmpty }
      .map { "page \($0.0) (\($0.1))" }
    let chinese = [("页眉", heads), ("页脚", feet)].filter { !$0.1.isEmpty }
      .map { "\($0.0)（\($0.1)）" }
    problems.report(
      WordProblems.edges(
        file, Wording(english.joined(separator: " and "), chinese.joined(separator: "、"))))
  }

  /// Most texts, and most characters of each, that are repeated in a finding.
  private static let shown = (texts: 4, characters: 40)

  private static func list(_ texts: [String]) -> String {
    let first = texts.prefix(shown.texts).map {
      $0.count > shown.characters ? $0.prefix(shown.characters) + "…" : $0
    }
    return first.joined(separator: " / ") + (texts.count > first.count ? " …" : "")
  }
}
