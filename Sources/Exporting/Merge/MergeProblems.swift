import Diagnostics

/// What can be wrong with a merge.
enum MergeProblems {
  /// A finding of a row's document, at the row.
  static func inRow(
    _ diagnostic: Diagnostic, _ row: SourceRange, template: String
  ) -> Diagnostic {
    var placed = diagnostic
    if var range = diagnostic.range, range.file != row.file {
      range.file = template
      placed.related.append(Note(Wording("in the template", "在模板中"), at: range))
    }
    placed.range = row
    return placed
  }

  static func noTemplate(
    _ value: String, column: String, folder: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "merge.no-template",
      Wording(
        "there is no template for \"\(value)\" (\(column)) in \(folder)",
        "“\(folder)”中没有“\(value)”（\(column)）的模板"), at: range,
      hints: [Wording("put \(value).md there", "请放入 \(value).md")])
  }

  static func noRow(_ number: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      .error, "merge.no-row",
      Wording(
        "there is no row \(number): \(count) rows are set", "没有第 \(number) 行：共排 \(count) 行"),
      hints: [Wording("choose a row from 1 to \(count)", "请选 1 到 \(count) 之间的行")])
  }

  static func notJoined(_ count: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "merge.not-joined",
      Wording(
        "\(count) rows that were not set are missing in \"\(file)\"",
        "合订文件“\(file)”缺 \(count) 行没有排出的"))
  }

  static func reservedName(_ output: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.reserved-name",
      Wording("the sheets of all rows are written as \"\(output)\"", "“\(output)”是各行拼版后的文件名"),
      at: range,
      hints: [Wording("give the row another name", "请给这一行另取一个名字")])
  }

  static func unknownField(_ name: String, fields: [String], file: String) -> Diagnostic {
    Diagnostic(
      .error, "merge.unknown-field",
      Wording("no column is named \"\(name)\"", "表中没有“\(name)”这一列"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "columns are \(fields.joined(separator: ", "))", "列名有：\(fields.joined(separator: " "))")
      ])
  }

  static func missing(_ names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.missing-value",
      Wording(
        "the row has nothing for \(names.joined(separator: ", ")); it was not set",
        "该行缺“\(names.joined(separator: "”“"))”，没有排出"), at: range)
  }

  static func badName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.bad-name",
      Wording("\"\(name)\" cannot be the name of a file", "“\(name)”不能作文件名"), at: range)
  }

  static func notOfRows(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.not-of-rows",
      Wording("a merge takes no \"\(key)\" for its table", "套排的数据表不用“\(key)”"), at: range,
      hints: [
        Wording(
          "it takes where, sort, since and key; the rest belongs in the front matter of the template",
          "可用 筛选、排序、上期、主键；其余写在模板的头部")
      ])
  }

  static func noTemplate(_ layout: String) -> Diagnostic {
    Diagnostic(
      .error, "merge.no-template",
      Wording("the layout \"\(layout)\" has no template.md", "版式“\(layout)”没有 template.md"),
      hints: [Wording("name one with --template, or in the map", "用 --template 或在映射文件中指明模板")])
  }

  static func rare(
    _ scalar: Unicode.Scalar, lacking: [String], having: [String], bare role: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
    let found = having.joined(separator: ", ")
    if let role {
      let others = found.isEmpty ? ("", "") : ("; \(found) has it", "；\(found) 有")
      return Diagnostic(
        .warning, "merge.no-face",
        Wording(
          "no face of the role \"\(role)\" has \(scalar) (\(code))\(others.0)",
          "字体角色“\(role)”中没有“\(scalar)”（\(code)）\(others.1)"), at: range)
    }
    let none = lacking.joined(separator: ", ")
    return Diagnostic(
      .note, "merge.rare-character",
      Wording(
        "\(scalar) (\(code)) is not in \(none); \(found) has it",
        "“\(scalar)”（\(code)）\(none) 没有，用 \(found)"), at: range)
  }
}
