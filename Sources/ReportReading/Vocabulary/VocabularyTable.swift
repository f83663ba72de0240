internal import Diagnostics
internal import Notations

/// A table of words: `list<TAB>words parted by blanks` in each row, rows with `#` are remarks. A list
/// may have several rows.
struct VocabularyTable {
  /// The words of each list, in the order of the file.
  private(set) var lists: [String: [String]] = [:]

  /// Longest word, in characters: what is longer is a sentence.
  private static let longest = 24

  /// Reads the text of a table, or says every mistake with its place.
  ///
  /// - Parameter known: the lists that there may be; nil takes all.
  init(_ text: String, file: String, known: [String]? = nil) throws(Rejection) {
    var problems: [Diagnostic] = []
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let plain = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    let rows = plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, row) in rows.enumerated() {
      let range = SourceRange(file: file, line: place + 1)
      let isRemark = row.first == "#" || row.allSatisfy(\.isWhitespace)
      if isRemark { continue }
      let parts = row.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let list = String(parts[0])
      let words = parts.count > 1 ? parts[1].split(whereSeparator: \.isWhitespace) : []
      if words.isEmpty {
        problems.append(ReadingProblems.vocabularyRow(String(row.prefix(24)), at: range))
      } else if let known, !known.contains(list) {
        problems.append(ReadingProblems.vocabularyList(list, known: known, at: range))
      } else if let long = words.first(where: { $0.count > Self.longest }) {
        problems.append(ReadingProblems.vocabularyWord(String(long), most: Self.longest, at: range))
      } else {
        lists[list, default: []] += words.map(String.init)
      }
    }
    if !problems.isEmpty { throw Rejection(problems) }
  }
}

extension ReadingProblems {
  static func vocabularyRow(_ row: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "vocabulary.row",
      Wording("\"\(row)\" is no list with words", "“\(row)”不是词表名加词"), at: range,
      hints: [
        Wording(
          "write the list, a tab, and words parted by blanks", "请写词表名、制表符，再写用空格隔开的词")
      ])
  }

  static func vocabularyList(_ list: String, known: [String], at range: SourceRange) -> Diagnostic {
    let near = NearestWord.to(list, among: known)
    let hint = near ?? known.joined(separator: ", ")
    return Diagnostic(
      .error, "vocabulary.unknown-list",
      Wording("no list of this table is called \"\(list)\"", "这张表没有词表“\(list)”"), at: range,
      hints: [
        near == nil
          ? Wording("the lists are \(hint)", "词表有：\(hint)")
          : Wording("did you mean \"\(hint)\"?", "是否指“\(hint)”？")
      ])
  }

  static func vocabularyWord(_ word: String, most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "vocabulary.long-word",
      Wording("\"\(word)\" is longer than \(most) characters", "“\(word)”超过 \(most) 字"),
      at: range)
  }

  static func vocabularyLate(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "vocabulary.too-late",
      Wording(
        "the words come after the first text was read with others", "加词太晚：本进程已用别的词表读过稿件"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "open the folder of layouts before the first text is read", "请在读第一篇稿件之前指明版式文件夹")
      ])
  }
}
