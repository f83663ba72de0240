internal import Diagnostics

/// Every message of this target.
enum ReadingProblems {
  static func tooLarge(_ file: String, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "reading.too-large",
      Wording(
        "the report has \(bytes) bytes, more than the limit of \(limit)",
        "报告有 \(bytes) 字节，超过上限 \(limit) 字节"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("split it into several reports", "请拆成几份报告")])
  }

  static func tooManyCells(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "reading.too-many-cells",
      Wording("a sheet has more than \(limit) cells", "工作表超过 \(limit) 个单元格"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording("remove what stands far outside of the table", "请删去表格以外很远处的内容")
      ])
  }

  static func tooManyLines(_ file: String, lines: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "reading.too-many-lines",
      Wording(
        "the report has \(lines) lines, more than the limit of \(limit)",
        "报告有 \(lines) 行，超过上限 \(limit) 行"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("split it into several reports", "请拆成几份报告")])
  }

  static func empty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "reading.empty", Wording("the report holds no text", "报告中没有文字"),
      at: SourceRange(file: file, line: 1))
  }

  static func nul(_ file: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "reading.nul",
      Wording("the text holds a NUL character", "文字中有 NUL 字符"),
      at: SourceRange(file: file, line: line), hints: [saveAsText])
  }

  static func binary(_ file: String, offset: Int) -> Diagnostic {
    Diagnostic(
      .error, "reading.binary",
      Wording(
        "the file is not text: a NUL byte at offset \(offset)",
        "文件不是文本：第 \(offset) 字节处为 NUL"),
      at: SourceRange(file: file, line: 1), hints: [saveAsText])
  }

  static func encoding(at byte: (offset: Int, range: SourceRange)) -> Diagnostic {
    Diagnostic(
      .error, "reading.encoding",
      Wording(
        "the text is neither UTF-8 nor GB 18030: byte offset \(byte.offset)",
        "文字既不是 UTF-8 也不是 GB 18030：第 \(byte.offset) 字节"),
      at: byte.range,
      hints: [Wording("save the file as UTF-8", "请将文件另存为 UTF-8 编码")])
  }

  static func notSupported(_ file: String, ending: String) -> Diagnostic {
    Diagnostic(
      .error, "reading.format",
      Wording(
        "files that end in .\(ending) are not supported", "不支持以 .\(ending) 结尾的文件"),
      at: SourceRange(file: file, line: 1),
      hints: wordEndings.contains(ending.lowercased()) ? [saveAsWord] : [saveAsText])
  }

  /// Endings of office programs that can save as `.docx`.
  private static let wordEndings: Set<String> = ["doc", "dot", "docm", "wps", "wpt", "rtf", "odt"]

  private static let saveAsWord = Wording(
    "open it in Word or WPS and save it as .docx", "请在 Word 或 WPS 中打开，另存为 .docx")

  static func frontMatterLine(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.front-matter",
      Wording(
        "a line of the front matter is not \"key: value\" and is ignored",
        "文前设置中有一行不是“键: 值”，已忽略"),
      at: range)
  }

  static func paragraphTooLong(_ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .warning, "reading.long-paragraph",
      Wording(
        "a paragraph of more than \(limit) characters is not searched for indicators",
        "段落超过 \(limit) 字，不提取指标"),
      at: range)
  }

  static func noHeadline(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "reading.no-headline",
      Wording("the report has no headline", "报告没有标题"),
      at: range,
      hints: [
        Wording(
          "put the title alone on the first line without a full stop, in Markdown behind \"# \", or give"
            + " a block the role headline in the report file",
          "请把标题单独放在第一行，句末不加句号；Markdown 在行首加“# ”；报告文件中把该段的 role 改为 headline")
      ])
  }

  private static let saveAsText = Wording(
    "save the report as plain text (.txt) or Markdown (.md)",
    "请将报告另存为纯文本（.txt）或 Markdown（.md）")

  static func panelValue(_ value: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "report.panel-value",
      Wording(
        "panel is true, false or places such as [3, 1, 7], not \"\(value)\"",
        "panel 写作 true、false 或序号如 [3, 1, 7]，不能是“\(value)”"), at: range)
  }

  static func panelPlace(_ place: Int, of count: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "report.panel-place",
      Wording(
        "the panel asks for indicator \(place), but the report has \(count)",
        "数说栏要第 \(place) 个指标，全文只有 \(count) 个"), at: range,
      hints: [
        Wording("banxin read lists the indicators in their order", "banxin read 按顺序列出各指标")
      ])
  }
}
