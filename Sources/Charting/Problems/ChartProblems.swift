import Diagnostics
import Notations
import Typesetting

/// The messages of charting.
enum ChartProblems {
  /// A finding that does not know its place yet.
  struct Finding: Hashable, Sendable {
    var severity = Severity.error
    var code: Code
    var message: Wording
    var hints: [Wording] = []

    /// The finding with its JSON path in the words and its place in the file.
    func diagnostic(path: String, file: String, place: SourcePosition?) -> Diagnostic {
      Diagnostic(
        severity, code,
        Wording("\(path): \(message.english)", "\(path)：\(message.chinese)"),
        at: SourceRange(
          file: file, start: place ?? SourcePosition(line: 1, column: 1),
          end: place ?? SourcePosition(line: 1, column: 1)), hints: hints)
    }
  }

  private static func guess(_ word: String, _ known: [String]) -> [Wording] {
    guard let near = NearestWord.to(word, among: known) else { return [] }
    return [Wording("did you mean \"\(near)\"?", "是否想写“\(near)”？")]
  }

  static func unknownKey(_ key: String, known: [String], elsewhere: String?) -> Finding {
    var hints = guess(key, known)
    if hints.isEmpty, let elsewhere { hints = [Wording(elsewhere, elsewhere)] }
    return Finding(
      code: "chart.unknown-key",
      message: Wording("unknown key \"\(key)\"", "未知的键“\(key)”"), hints: hints)
  }

  static func unsupported(_ key: String, _ reason: Wording? = nil) -> Finding {
    let reason = reason ?? Refusals.keys[key]
    let (why, because) = (
      reason.map { ": \($0.english)" } ?? "", reason.map { "：\($0.chinese)" } ?? ""
    )
    return Finding(
      code: "chart.unsupported",
      message: Wording(
        "\"\(key)\" is part of Vega-Lite, but not of the printed subset\(why)",
        "“\(key)”是 Vega-Lite 的功能，但不在印刷子集之内\(because)"))
  }

  static func notAmong(_ word: String, choices: [String]) -> Finding {
    let list = choices.prefix(24).joined(separator: ", ")
    return Finding(
      code: "chart.unknown-choice",
      message: Wording("\"\(word)\" is not known here", "此处不能用“\(word)”"),
      hints: guess(word, choices) + [Wording("choices are \(list)", "可选：\(list)")])
  }

  static func wrongType(_ value: SpecValue, wanted: (String, String)) -> Finding {
    Finding(
      code: "chart.wrong-type",
      message: Wording(
        "must be \(wanted.0), not \(value.kindName.english)",
        "应为\(wanted.1)，而不是\(value.kindName.chinese)"))
  }

  static func missingKey(_ key: String) -> Finding {
    Finding(
      code: "chart.missing-key", message: Wording("lacks the key \"\(key)\"", "缺少键“\(key)”"))
  }

  static func absentColumn(_ field: String, known: [String]) -> Finding {
    let list = known.filter { !$0.hasPrefix("__") }.prefix(24).joined(separator: ", ")
    return Finding(
      code: "chart.absent-column",
      message: Wording("the data have no column \"\(field)\"", "数据中没有“\(field)”这一列"),
      hints: guess(field, known) + [Wording("columns are \(list)", "现有的列：\(list)")])
  }

  static func badExpression(_ text: String, _ mistake: ExpressionParser.Mistake) -> Finding {
    let text = text.count > 80 ? text.prefix(80) + "…" : text
    return Finding(
      code: "chart.bad-expression",
      message: Wording(
        "the expression \"\(text)\" cannot be read: \(mistake.english)",
        "表达式“\(text)”无法解析：\(mistake.chinese)"))
  }

  static func unknownFunction(_ name: String, known: [String]) -> Finding {
    Finding(
      code: "chart.unknown-function",
      message: Wording("there is no function \"\(name)\"", "没有函数“\(name)”"),
      hints: guess(name, known))
  }

  static func unknownName(_ name: String, known: [String]) -> Finding {
    Finding(
      code: "chart.unknown-name",
      message: Wording("the name \"\(name)\" is not known", "名称“\(name)”未定义"),
      hints: guess(name, known) + [
        Wording("fields are written datum.\(name)", "字段写作 datum.\(name)")
      ])
  }

  static func noData(_ name: String, known: [String]) -> Finding {
    Finding(
      code: "chart.no-data", message: Wording("there are no data \"\(name)\"", "找不到数据“\(name)”"),
      hints: guess(name, known))
  }

  static func badData(_ english: String, _ chinese: String) -> Finding {
    Finding(code: "chart.bad-data", message: Wording(english, chinese))
  }

  static func empty() -> Finding {
    Finding(
      severity: .warning, code: "chart.empty",
      message: Wording("no row of the data is left to draw", "没有可绘制的数据行"))
  }

  static func notNumbers(_ column: String, example: String, count: Int, of all: Int) -> Finding {
    Finding(
      severity: .warning, code: "chart.not-numbers",
      message: Wording(
        "\(count) of \(all) values of \"\(column)\" are words, such as \"\(example)\", and are not drawn",
        "“\(column)”列 \(all) 个值中有 \(count) 个是文字（如“\(example)”），未画出"))
  }

  static func resampled() -> Finding {
    Finding(
      severity: .note, code: "chart.resampled",
      message: Wording(
        "the confidence intervals are drawn from 1,000 samples of a fixed series; other programs differ a little at each drawing",
        "置信区间由固定的 1000 次重抽样得出；其他程序每次都略有不同"))
  }

  static func gaps(_ column: String, count: Int, of all: Int) -> Finding {
    Finding(
      severity: .note, code: "chart.gaps",
      message: Wording(
        "\(count) of \(all) values of \"\(column)\" are empty and leave gaps",
        "“\(column)”列 \(all) 个值中有 \(count) 个为空，图中留空"))
  }

  static func notPositive(_ example: Double, count: Int) -> Finding {
    let words = NumberText.plain(example)
    return Finding(
      severity: .warning, code: "chart.not-positive",
      message: Wording(
        "\(count) value\(count == 1 ? "" : "s") of zero or less, such as \(words), "
          + "cannot stand on a logarithmic axis and are not drawn",
        "对数轴上不能有零或负数：有 \(count) 个值（如 \(words)）未画出"),
      hints: [Wording("use \"symlog\" or a linear scale", "可改用 symlog 或线性刻度")])
  }

  static func hiddenBars(_ name: String, count: Int, arePiled: Bool) -> Finding {
    Finding(
      severity: .warning, code: "chart.hidden-bars",
      message: arePiled
        ? Wording(
          "\(count) rows stand at the same place \"\(name)\" and are piled up as one bar",
          "“\(name)”处有 \(count) 行数据，叠成一柱而无从分辨")
        : Wording(
          "\(count) rows stand at the same place \"\(name)\" and hide one another",
          "“\(name)”处有 \(count) 行数据叠在同一位置，互相遮盖"),
      hints: [
        Wording(
          "aggregate them (\"aggregate\": \"sum\"), or tell them apart by colour or xOffset",
          "请合计（\"aggregate\": \"sum\"），或用颜色、xOffset 区分")
      ])
  }

  static func shortened(_ words: String, to short: String, count: Int) -> Finding {
    Finding(
      severity: .warning, code: "chart.label-shortened",
      message: Wording(
        "\(count) label\(count == 1 ? " is" : "s are") too long and cut, such as "
          + "\"\(words)\" to \"\(short)\"",
        "有 \(count) 个标签过长而被缩略，如“\(words)”缩为“\(short)”"),
      hints: [
        Wording("make the chart larger or lay the bars down", "请加大图幅，或改用横条")
      ])
  }

  static func remotePicture(_ name: String) -> Finding {
    Finding(
      code: "chart.remote-picture",
      message: Wording(
        "the picture \"\(name)\" is on the network; only local files are drawn",
        "图片“\(name)”在网络上；只能使用本地文件"),
      hints: [
        Wording(
          "save it beside the specification and name the file", "请把图片存到规格文件旁，改写为文件名")
      ])
  }

  static func noPicture(_ name: String) -> Finding {
    Finding(
      code: "chart.no-picture",
      message: name.isEmpty
        ? Wording("a row names no picture", "有数据行没有图片名")
        : Wording("there is no picture \"\(name)\"", "找不到图片“\(name)”"),
      hints: name.isEmpty
        ? [Wording("leave such rows out with a filter", "请用 filter 去掉这样的行")] : [])
  }

  static func tooWide(_ width: Double, wanted: Double) -> Finding {
    Finding(
      severity: .warning, code: "chart.too-wide",
      message: Wording(
        "the figure needs \(Int(width.rounded())) pt, more than the \(Int(wanted)) pt asked for",
        "图幅至少要 \(Int(width.rounded())) 磅，超过所要的 \(Int(wanted)) 磅"),
      hints: [
        Wording(
          "ask for a larger size, or show fewer plots beside each other", "请加大图幅，或减少并排的图")
      ])
  }

  static func smallPlot(_ width: Double, needed: Double) -> Finding {
    Finding(
      severity: .warning, code: "chart.small-plot",
      message: Wording(
        "words leave the plot only \(Int(width.rounded())) pt; \(Int(needed.rounded(.up))) pt would be wide enough for the figure",
        "文字过长，绘图区只剩 \(Int(width.rounded())) 磅；图幅宜不小于 \(Int(needed.rounded(.up))) 磅"),
      hints: [Wording("ask for a larger size, or shorten the names", "请加大图幅，或缩短名称")])
  }

  static func undrawn(_ count: Int, of all: Int) -> Finding {
    Finding(
      severity: .warning, code: "chart.undrawn-rows",
      message: Wording(
        "\(count) of \(all) rows have no place in the plot and are not drawn",
        "\(all) 行数据中有 \(count) 行在图中没有位置，未画出"))
  }

  static func notOnMap(_ names: [String], of all: Int, known: [String]) -> Finding {
    func list(_ names: [String], _ comma: String, _ more: String) -> String {
      names.prefix(5).joined(separator: comma) + (names.count > 5 ? more : "")
    }
    let (english, chinese) = (list(names, ", ", ", …"), list(names, "、", "等"))
    return Finding(
      severity: .warning, code: "chart.not-on-map",
      message: Wording(
        "\(names.count) of \(all) names are no area of the map and are not drawn: \(english)",
        "\(all) 个名称中有 \(names.count) 个在地图上找不到，未画出：\(chinese)"),
      hints: [
        Wording(
          "write names as the map has them: \(list(known, ", ", ", …"))",
          "名称须与地图里的写法相同，如：\(list(known, "、", "等"))")
      ])
  }

  static func missingGlyph(_ scalar: Unicode.Scalar) -> Finding {
    Finding(
      severity: MissingCharacter.isSign(scalar) ? .warning : .error,
      code: MissingCharacter.isSign(scalar) ? "chart.missing-sign" : "chart.missing-glyph",
      message: Wording(
        "no face has the character \(scalar) (U+\(String(scalar.value, radix: 16, uppercase: true)))",
        "字体中没有“\(scalar)”（U+\(String(scalar.value, radix: 16, uppercase: true))）"))
  }
}
