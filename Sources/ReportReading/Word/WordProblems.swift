internal import Diagnostics

/// What can be wrong with a Word file.
enum WordProblems {
  private static func error(_ code: Code, _ file: String, _ words: Wording) -> Diagnostic {
    let ending = ending(of: file)
    let program =
      ending == "xlsx" ? ("a spreadsheet program", "表格软件") : ("a word processor", "文字处理软件")
    return Diagnostic(
      .error, code, words, at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "open it in \(program.0) and save it as .\(ending) again",
          "请用\(program.1)打开，另存为 .\(ending)")
      ])
  }

  /// The kind of container that a file says it is.
  private static func ending(of file: String) -> String {
    let name = file.lowercased()
    return name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") ? "xlsx" : "docx"
  }

  static func damaged(_ file: String) -> Diagnostic {
    let ending = ending(of: file)
    return error(
      "word.damaged", file, Wording("the file is no whole .\(ending)", "文件不是完整的 .\(ending)"))
  }

  static func encrypted(_ file: String) -> Diagnostic {
    error(
      "word.encrypted", file,
      Wording(
        "the file is protected by a password, or an old .doc or .xls with a new name",
        "文件带密码，或是改了扩展名的旧式 .doc、.xls"))
  }

  static func tooManyParts(_ file: String, count: Int, limit: Int) -> Diagnostic {
    error(
      "word.too-many-parts", file,
      Wording(
        "the file has \(count) parts, more than the limit of \(limit)",
        "文件含 \(count) 个部件，超过上限 \(limit) 个"))
  }

  static func unsafeName(_ file: String, name: String) -> Diagnostic {
    error(
      "word.unsafe-name", file,
      Wording(
        "a part of the file is named \"\(name)\", which leads out of it",
        "文件中的部件名“\(name)”指向文件之外"))
  }

  static func bomb(_ file: String, part: String, limit: Int) -> Diagnostic {
    error(
      "word.too-large", file,
      Wording(
        "the part \"\(part)\" unpacks to more than \(limit >> 20) MiB or \(ZipArchive.ratioLimit) "
          + "times its size",
        "部件“\(part)”解压后超过 \(limit >> 20) MiB 或原大小的 \(ZipArchive.ratioLimit) 倍"))
  }

  static func entities(_ file: String, part: String) -> Diagnostic {
    error(
      "word.entities", file,
      Wording(
        "the part \"\(part)\" declares a document type, which no word processor writes",
        "部件“\(part)”含文档类型声明，不是文字处理软件写出的"))
  }

  static func badXML(_ file: String, part: String, line: Int) -> Diagnostic {
    error(
      "word.bad-xml", file,
      Wording(
        "the part \"\(part)\" is not well-formed XML (line \(line))",
        "部件“\(part)”不是合法的 XML（第 \(line) 行）"))
  }

  /// What was left out, or taken over in another form, at which paragraphs.
  static func left(_ loss: WordLoss, _ file: String, lines: [Int]) -> Diagnostic {
    let what = loss.words
    let distinct = lines.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    let list = distinct.prefix(8).map(String.init)
    let more = distinct.count > list.count ? "…" : ""
    let english = "paragraph \(list.joined(separator: ", "))\(more)"
    let chinese = "第 \(list.joined(separator: "、")) 段\(more)"
    let range = SourceRange(file: file, line: lines.first ?? 1)
    if loss == .formulaLine {
      return Diagnostic(
        .warning, "word.formula-as-text",
        Wording(
          "\(lines.count) × \(what.english) in the Word file: written as one line of text (\(english))",
          "Word 文件中的\(what.chinese)（\(lines.count) 处）写成一行文字（\(chinese)）"),
        at: range, hints: [Wording("check it against the file", "请对照原文件核对")])
    }
    if loss.isBeside {
      return Diagnostic(
        .note, "word.passed-over",
        Wording(
          "\(lines.count) × \(what.english) in the Word file: passed over (\(english))",
          "Word 文件中的\(what.chinese)（\(lines.count) 处）未读入（\(chinese)）"),
        at: range)
    }
    return Diagnostic(
      .warning, "word.left-out",
      Wording(
        "\(lines.count) × \(what.english) in the Word file: not taken over (\(english))",
        "Word 文件中的\(what.chinese)（\(lines.count) 处）没有读入（\(chinese)）"),
      at: range, hints: [saveAsPicture])
  }

  /// Words of page heads and feet, which the layout does not print.
  static func edges(_ file: String, _ what: Wording) -> Diagnostic {
    Diagnostic(
      .warning, "word.page-edges",
      Wording(
        "\(what.english) of the Word file: not taken over, as the layout has its own",
        "Word 文件的\(what.chinese)没有读入：版面有自己的页眉、页码"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording("put what has to be printed into the text", "需要印出的，请写进正文")
      ])
  }

  private static let saveAsPicture = Wording(
    "save it as a picture (PNG) and put that in its place", "请另存为图片（PNG）后插在原处")
}
