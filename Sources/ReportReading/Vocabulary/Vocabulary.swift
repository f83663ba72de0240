internal import CVocabulary
public import Diagnostics
internal import Synchronization

/// The words that the readers know: tables that are bytes of the program
/// (`layouts/_shared/vocabulary`), and what a county adds to them in files of the same names.
///
/// Words are added before the first text is read and hold for the whole process, so that every text of
/// it is read alike.
public enum Vocabulary {
  /// The tables; each is a file `<name>.tsv`.
  public static let tables = ["units", "documents", "indicators"]

  private struct Own {
    var lists: [String: [String]] = [:]
    /// The texts that were added, by which a second time is known.
    var texts: [String] = []
    var isInUse = false
  }

  private static let own = Mutex(Own())

  /// The words of the program, by `table.list`.
  private static let program: [String: [String]] = {
    var lists: [String: [String]] = [:]
    for table in tables {
      let read = try? VocabularyTable(text(of: table), file: table)
      for (list, words) in read?.lists ?? [:] { lists["\(table).\(list)"] = words }
    }
    return lists
  }()

  private static func text(of table: String) -> String {
    var count = 0
    guard let bytes = banxin_vocabulary(table, &count) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The lists of a table, sorted.
  static func lists(of table: String) -> [String] {
    program.keys.filter { $0.hasPrefix("\(table).") }.map { String($0.dropFirst(table.count + 1)) }
      .sorted()
  }

  /// Adds the words of a county's table. A table with a mistake is rejected with every mistake at its
  /// line; one that comes after the first text was read is rejected too, unless it is there already.
  public static func add(_ text: String, to table: String, file: String) throws(Rejection) {
    if text == Self.text(of: table) || own.withLock({ $0.texts.contains(text) }) { return }
    let read = try VocabularyTable(text, file: file, known: lists(of: table))
    let isLate = own.withLock { own in
      if own.isInUse { return true }
      own.texts.append(text)
      for (list, words) in read.lists { own.lists["\(table).\(list)", default: []] += words }
      return false
    }
    if isLate { throw Rejection(ReadingProblems.vocabularyLate(file)) }
  }

  /// What was added, for those who compare readings of other days; empty where nothing was.
  public static var addedTexts: [String] { own.withLock { $0.texts } }

  /// The words of a list, `units.all`, those that were added among them.
  static func words(_ list: String) -> [String] {
    let added = own.withLock { own in
      own.isInUse = true
      return own.lists[list] ?? []
    }
    return (program[list] ?? []) + added
  }

  /// A list for looking up words in a text.
  static func lexicon(_ list: String) -> Lexicon { Lexicon(words(list)) }

  /// A list of single characters.
  static func characters(_ list: String) -> ScalarSet { ScalarSet(words(list).joined()) }
}
