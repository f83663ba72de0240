/// The subjects named so far in a paragraph: a bare change or a verb alone goes back to them.
struct SubjectMemory {
  /// The last thing that was counted or measured; a bare change is about it.
  private(set) var last = ""
  /// The subjects of plain numbers, in their order, for 分别.
  private(set) var plain: [String] = []
  private var nouns: [String: String] = [:]
  private var firstHead = ""

  /// Forgets the order for 分别, and the first head, at a new sentence; keeps the nouns.
  mutating func beginSentence() {
    plain = []
    firstHead = ""
  }

  /// Takes a subject with its unit; `isNoun` when it ends with what is counted.
  mutating func take(_ subject: String, unit: String, isNoun: Bool) {
    guard !subject.isEmpty else { return }
    last = subject
    plain.append(subject)
    if isNoun, unit != "%", !unit.isEmpty {
      nouns[unit] = subject
      if firstHead.isEmpty { firstHead = Self.head(subject) }
    }
  }

  /// The noun last counted with a unit; empty when there is none.
  func noun(unit: String) -> String { nouns[unit] ?? "" }

  /// The last two characters of what the sentence counted first: 诉求 for 受理群众诉求.
  var head: String { firstHead }

  /// The last two characters of a noun.
  static func head(_ noun: String) -> String {
    let scalars = Scalars(noun).filter { $0 != "“" && $0 != "”" }
    return scalars.suffix(2).string
  }
}
