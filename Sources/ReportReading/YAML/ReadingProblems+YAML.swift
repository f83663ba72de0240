internal import Diagnostics
internal import Notations

/// Messages about report files.
extension ReadingProblems {
  static func yamlSyntax(_ problem: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.syntax",
      Wording("the report file is not YAML: \(problem)", "报告文件不是有效的 YAML：\(problem)"),
      at: range)
  }

  static func yamlUnknown(
    _ english: String, _ chinese: String, _ name: String, _ nearest: String?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "report-file.unknown",
      Wording("unknown \(english) \"\(name)\"", "未知的 \(chinese)“\(name)”"), at: range,
      hints: nearest.map { [Wording("did you mean \"\($0)\"?", "是否为“\($0)”？")] } ?? [])
  }

  static func yamlMissing(_ key: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.missing", Wording("the key \"\(key)\" is missing", "缺少键“\(key)”"),
      at: range)
  }

  static func yamlType(_ english: String, _ chinese: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.type", Wording("expected \(english)", "此处应为\(chinese)"), at: range)
  }

  static func yamlFormat(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.format",
      Wording("only format 1 of report files is known", "只支持报告文件格式 1"), at: range)
  }

  static func yamlReference(
    _ key: String, _ value: Int, _ count: Int, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "report-file.reference",
      Wording(
        "\(key) \(value) does not exist; there are \(count), counted from 0",
        "\(key) \(value) 不存在；共 \(count) 个，从 0 数起"),
      at: range)
  }

  static func yamlLead(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.lead",
      Wording("the run-in lead does not open the block's text", "段首句与段落开头不一致"), at: range,
      hints: [
        Wording("repeat the first words of \"text\" exactly", "请照抄 text 开头的文字")
      ])
  }

  static func yamlMark(_ range: SourceRange, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "report-file.mark",
      Wording(
        "a mark lies outside of the block's \(length) characters", "标记超出该段的 \(length) 个字"),
      at: range,
      hints: [
        Wording(
          "count \"from\" and \"to\" from 1; both are included", "from 与 to 从 1 数起，首尾都算")
      ])
  }

  static func yamlCells(_ range: SourceRange, cells: Int, columns: Int) -> Diagnostic {
    Diagnostic(
      .error, "report-file.cells",
      Wording(
        "a row has \(cells) cells, the table \(columns) columns",
        "一行有 \(cells) 格，表有 \(columns) 列"),
      at: range)
  }

  /// A cell over others that the table does not have, or that another one covers.
  static func yamlSpan(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.span",
      Wording(
        "a span leaves the table, meets another one, or is not two numbers for rows and columns",
        "合并单元格超出表格、与另一处重叠，或行列没有各写起止两个数"),
      at: range,
      hints: [
        Wording(
          "write the first and the last, from 1: {rows: [2, 3], columns: [1, 1]}",
          "写起止序号，从 1 数起：{rows: [2, 3], columns: [1, 1]}")
      ])
  }

  static func yamlAlias(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.alias",
      Wording("anchors and aliases are not used in report files", "报告文件不使用锚点和别名"),
      at: range,
      hints: [Wording("put text in double quotes", "请将文字放入双引号")])
  }

  static func yamlDepth(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report-file.depth",
      Wording(
        "brackets are nested deeper than \(YAMLBounds.depth)", "括号嵌套超过 \(YAMLBounds.depth) 层"),
      at: range)
  }

  static func yamlTooMany(_ file: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "report-file.too-large",
      Wording(
        "the report file has more than \(YAMLBounds.nodes) entries",
        "报告文件超过 \(YAMLBounds.nodes) 项"),
      at: SourceRange(file: file, line: line))
  }
}
