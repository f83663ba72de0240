internal import Diagnostics

extension ReadingProblems {
  /// What ``CharacterCare`` changed, once a kind.
  static func changed(
    _ change: CharacterCare.Change, count: Int, words: String, leavesEmojiOut: Bool,
    at place: SourceRange?
  ) -> Diagnostic {
    switch change {
    case .control: control(count, words, place)
    case .privateUse: privateUse(count, words, place)
    case .radical: radical(count, words, place)
    case .accents: accents(count, words, place)
    case .joined: joined(count, place)
    case .emoji: leavesEmojiOut ? emojiLeftOut(count, words, place) : emoji(count, words, place)
    }
  }

  static func big5(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "reading.big5",
      Wording(
        "the text is in Big5 and read as such; its characters are left as they are",
        "文件是 Big5 编码（港台繁体），按 Big5 读入，字形照原样"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording("if that is wrong, save it as UTF-8", "如不对，请用原来的程序另存为 UTF-8")
      ])
  }

  private static func control(_ count: Int, _ words: String, _ place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, "reading.control",
      Wording(
        "\(count) characters without a shape are left out (\(words))",
        "\(count) 个没有字形的控制字符已去掉（\(words)）"),
      at: place,
      hints: [Wording("check the words around them", "请核对前后文字")])
  }

  private static func privateUse(
    _ count: Int, _ words: String, _ place: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reading.private-use",
      Wording(
        "\(count) private code points of GBK are read as the characters of GB 18030 (\(words))",
        "\(count) 个 GBK 自定义码位按 GB 18030 对照为标准字（\(words)）"),
      at: place,
      hints: [Wording("check the names that hold them", "请核对含有这些字的人名、地名")])
  }

  private static func radical(_ count: Int, _ words: String, _ place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, "reading.radical",
      Wording(
        "\(count) signs of radicals are read as characters (\(words))",
        "\(count) 个部首符号按对照表读作汉字（\(words)）"),
      at: place)
  }

  private static func accents(_ count: Int, _ words: String, _ place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, "reading.accents",
      Wording(
        "\(count) accents more than a letter can carry are left out (\(words))",
        "一个字母上叠加过多的附加符号，已去掉 \(count) 个（\(words)）"),
      at: place)
  }

  private static func joined(_ count: Int, _ place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .note, "reading.joined-emoji",
      Wording(
        "joined emoji are set one by one (\(count) joints)", "组合表情符号拆开排（\(count) 处）"),
      at: place)
  }

  private static func emoji(_ count: Int, _ words: String, _ place: SourceRange?) -> Diagnostic {
    Diagnostic(
      .note, "reading.emoji",
      Wording(
        "\(count) emoji are printed in one colour (\(words))", "\(count) 个表情符号以单色印出（\(words)）"),
      at: place,
      hints: [
        Wording("--emoji leave-out leaves them out", "用 --emoji leave-out 可不印")
      ])
  }

  private static func emojiLeftOut(
    _ count: Int, _ words: String, _ place: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reading.emoji-left-out",
      Wording(
        "\(count) emoji are left out, as asked (\(words))", "按要求不印 \(count) 个表情符号（\(words)）"),
      at: place)
  }

  // MARK: - Parts of Markdown

  static func remotePictures(_ count: Int, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.remote-picture",
      Wording(
        "\(count) pictures on other machines or inside the text are left out",
        "\(count) 幅网络图片或内嵌图片没有读入"),
      at: place,
      hints: [
        Wording("save them beside the report and name the files", "请把图片存到稿件旁，改写为文件名")
      ])
  }

  static func formulasAsText(_ count: Int, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.formula-as-text",
      Wording(
        "\(count) formulas are written as one line of text", "\(count) 处公式写成一行文字"),
      at: place, hints: [Wording("check them", "请核对")])
  }
}
