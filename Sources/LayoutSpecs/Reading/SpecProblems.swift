import Diagnostics
import Notations
internal import Yams

/// The messages of reading specification files.
enum SpecProblems {
  static func tooLarge(file: String, bytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "spec.too-large",
      Wording("the file has \(bytes) bytes, more than 1 MiB", "文件有 \(bytes) 字节，超过 1 MiB"),
      at: SourceRange(file: file, line: 1))
  }

  static func tooDeep(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "spec.too-deep",
      Wording(
        "the file nests deeper than 64 levels or has more than 64 aliases", "文件嵌套超过 64 层，或别名超过 64 个"
      ),
      at: place)
  }

  static func empty(file: String) -> Diagnostic {
    Diagnostic(
      .error, "spec.empty", Wording("the file is empty", "文件是空的"),
      at: SourceRange(file: file, line: 1))
  }

  static func unreadable(file: String, error: any Error) -> Diagnostic {
    var place = SourceRange(file: file, line: 1)
    var words = "\(error)"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place = SourceRange(file: file, line: mark.line, column: mark.column)
      words = problem
    case .duplicatedKeysInMapping(let keys, let context):
      place = SourceRange(file: file, line: context.mark.line, column: context.mark.column)
      words = "key given twice: \(keys.sorted().joined(separator: ", "))"
    case .reader(let problem, _, _, _): words = problem
    default: break
    }
    return Diagnostic(
      .error, "spec.not-yaml", Wording("not valid YAML: \(words)", "不是有效的 YAML：\(words)"), at: place
    )
  }

  static func reportOrFile(at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "spec.report-or-file",
      Wording(
        "a document of a book is either a report or a PDF file",
        "书中的一份文件应写 report（稿件）或 file（现成的 PDF），二者取一"),
      at: node.place,
      hints: [
        Wording(
          "write { report: text.md } or { file: ready.pdf }",
          "写作 { report: 稿件.md } 或 { file: 现成.pdf }")
      ])
  }

  static func notInVertical(_ key: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "spec.not-in-vertical",
      Wording(
        "a story in vertical lines has no place for \"\(key)\"", "竖排的稿件用不上“\(key)”"),
      at: node.place)
  }

  static func readyFileHas(_ key: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "spec.ready-file-has",
      Wording(
        "a PDF file is bound as it is; \"\(key)\" is for reports",
        "现成的 PDF 照原样装订，“\(key)”只用于稿件"),
      at: node.place)
  }

  static func unknownKey(
    _ key: String, at place: SourceRange, path: String, known: [String]
  ) -> Diagnostic {
    let where_ = path.isEmpty ? "" : " in \"\(path)\""
    var hints = [
      Wording(
        "known keys are \(known.joined(separator: ", "))", "可用的键：\(known.joined(separator: "、"))")
    ]
    if let near = NearestWord.to(key, among: known) {
      hints.insert(Wording("did you mean \"\(near)\"?", "是否想写“\(near)”？"), at: 0)
    }
    return Diagnostic(
      .error, "spec.unknown-key",
      Wording(
        "unknown key \"\(key)\"\(where_)", "未知的键“\(key)”\(path.isEmpty ? "" : "（位于 \(path)）")"),
      at: place, hints: hints)
  }

  static func missingKey(_ key: String, in node: SpecNode) -> Diagnostic {
    let name = node.path.isEmpty ? "the file" : "\"\(node.path)\""
    return Diagnostic(
      .error, "spec.missing-key",
      Wording(
        "\(name) lacks the key \"\(key)\"",
        "\(node.path.isEmpty ? "文件" : "“\(node.path)”")缺少键“\(key)”"),
      at: node.place)
  }

  static func wrongType(_ node: SpecNode, wanted: (String, String)) -> Diagnostic {
    Diagnostic(
      .error, "spec.wrong-type",
      Wording("\"\(node.path)\" must be \(wanted.0)", "“\(node.path)”应为\(wanted.1)"), at: node.place
    )
  }

  static func outOfRange(_ node: SpecNode, range: String) -> Diagnostic {
    Diagnostic(
      .error, "spec.out-of-range",
      Wording("\"\(node.path)\" must lie in \(range)", "“\(node.path)”应在 \(range) 之间"),
      at: node.place)
  }

  static func notAmong(_ node: SpecNode, _ text: String, choices: [String]) -> Diagnostic {
    var hints = [
      Wording(
        "choices are \(choices.joined(separator: ", "))", "可选：\(choices.joined(separator: "、"))")
    ]
    if let near = NearestWord.to(text, among: choices) {
      hints.insert(Wording("did you mean \"\(near)\"?", "是否想写“\(near)”？"), at: 0)
    }
    return Diagnostic(
      .error, "spec.unknown-choice",
      Wording("\"\(node.path)\" cannot be \"\(text)\"", "“\(node.path)”不能是“\(text)”"),
      at: node.place,
      hints: hints)
  }

  static func badLength(_ node: SpecNode, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "spec.bad-unit",
      Wording(
        "\"\(text)\" is not a length", "“\(text)”不是长度"),
      at: node.place,
      hints: [
        Wording(
          "write a number with pt, mm, cm, em or lh, or a type size such as xiaowu",
          "写数字加单位 pt、mm、cm、em、lh，或字号如 xiaowu（小五）")
      ])
  }

  static func badEms(_ node: SpecNode, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "spec.bad-unit",
      Wording("\"\(text)\" is not a number of characters", "“\(text)”不是字数"), at: node.place,
      hints: [Wording("write it in ems, such as 2em", "以字宽为单位，如 2em")])
  }

  static func jumpNowhere(
    from page: Int, to jump: Int, pages: Int, at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "issue.jump",
      Wording(
        "an article of page \(page) cannot go on on page \(jump)",
        "第 \(page) 版的稿件不能转到第 \(jump) 版"), at: place,
      hints: [
        Wording(
          "name a later page of the issue's \(pages)", "请写后面的版次，全期共 \(pages) 版")
      ])
  }
}
