import CodeEncoding
import Diagnostics
import Glibc
import ReportModel

/// The messages of opening and writing files.
enum FileProblems {
  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "file.missing", Wording("there is no file \"\(path)\"", "没有文件“\(path)”"),
      hints: [Wording("check the spelling of the path", "请检查路径是否写对")])
  }

  static func noOlderTable(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "table.no-older",
      Wording(
        "\"\(path)\" has no table with the columns of the key", "“\(path)”中没有含主键各列的表格"),
      at: range,
      hints: [Wording("name the columns with key", "请用 主键 指明两期都有的列")])
  }

  static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, "file.unreadable",
      Wording("cannot read \"\(path)\": \(reason(code))", "无法读取“\(path)”：\(reason(code))"))
  }

  static func notAFile(_ path: String, isFolder: Bool) -> Diagnostic {
    Diagnostic(
      .error, "file.not-a-file",
      isFolder
        ? Wording("\"\(path)\" is a folder, not a file", "“\(path)”是文件夹，不是文件")
        : Wording("\"\(path)\" is not a regular file", "“\(path)”不是普通文件"))
  }

  static func tooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "file.too-large",
      Wording(
        "\"\(path)\" has \(size) bytes; at most \(limit) are read",
        "“\(path)”有 \(size) 字节，上限为 \(limit) 字节"))
  }

  static func unwritable(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, code == ENOSPC || code == EDQUOT ? "output.disk-full" : "output.unwritable",
      Wording("cannot write \"\(path)\": \(reason(code))", "无法写入“\(path)”：\(reason(code))"),
      hints: [
        Wording(
          "nothing was written; free some space or choose another place with -o",
          "没有写出任何文件；请腾出空间，或用 -o 另选位置")
      ])
  }

  static func isInput(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output.is-input",
      Wording(
        "\"\(path)\" was read for this result and would be written over by it",
        "“\(path)”是本次读取的文件，结果会把它覆盖"),
      hints: [
        Wording("nothing was written; name another file with -o", "没有写出任何文件；请用 -o 另起名字")
      ])
  }

  static func isCorrected(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output.corrected",
      Wording(
        "\"\(path)\" has been changed by hand since it was written and would be lost",
        "“\(path)”写出后又经人改过，重写会丢失修改"),
      hints: [
        Wording(
          "render it as it is, move it away, or name another file with -o",
          "可直接用它排版；要重新生成请先移走它，或用 -o 另起名字")
      ])
  }

  static func noHome(_ tried: String) -> Diagnostic {
    Diagnostic(
      .error, "home.missing",
      Wording("no folder with layouts/ was found (\(tried))", "找不到含 layouts/ 的文件夹（\(tried)）"),
      hints: [
        Wording(
          "name it with --home or the variable BANXIN_HOME", "用 --home 或环境变量 BANXIN_HOME 指明")
      ])
  }

  static func unknownLayout(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown", Wording("there is no layout \"\(name)\"", "没有版式“\(name)”"),
      hints: [
        Wording(
          "layouts are \(known.joined(separator: ", "))", "已有版式：\(known.joined(separator: "、"))")
      ])
  }

  static func noLayout(known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "layout.not-given",
      Wording(
        "say which layout: -l NAME, or -l FOLDER for one of your own",
        "请指明版式：-l 版式名，或 -l 自己的版式文件夹"),
      hints: [
        Wording(
          "layouts are \(known.joined(separator: ", "))", "已有版式：\(known.joined(separator: "、"))")
      ])
  }

  static func otherHeadline(_ lines: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "plan.other-headline",
      Wording(
        "\"\(lines)\" are not the words of the report's headline; its own breaks are left to the page",
        "“\(lines)”与报告的标题文字不同，未按它断行"), at: range,
      hints: [
        Wording(
          "`headline` only breaks the report's own words: write the same, with / between lines",
          "headline 只给原题断行，请照写原题，行间用 /")
      ])
  }

  static func exists(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "file.exists",
      Wording("\(file) is there already and stays as it is", "\(file) 已存在，未改动"),
      hints: [Wording("name another folder", "请换一个文件夹名")])
  }

  static func badName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "layout.bad-name",
      Wording("\"\(name)\" is not a layout's name", "“\(name)”不是版式名"))
  }

  static func badVariant(_ value: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "report.bad-variant",
      Wording(
        "`variant` is the number of an arrangement, 1 to 9, not \"\(value)\"",
        "variant 应是方案的号数 1 到 9，而不是“\(value)”"), at: range)
  }

  static func noVariant(_ number: Int, of count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "page.no-variant",
      Wording(
        "the page has no arrangement \(number), only \(count); the first is set",
        "版面没有第 \(number) 个方案，共 \(count) 个，已排第一个"),
      hints: [Wording("choose again: --variants shows all", "请重新选择，--variants 可列出各方案")])
  }

  static func outside(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "picture.outside",
      Wording(
        "the picture \"\(path)\" lies outside the report's folder", "图片“\(path)”不在报告所在的文件夹内"),
      at: range,
      hints: [Wording("put it beside the report and name it relatively", "请把图片放到报告旁边，用相对路径")])
  }

  static func missingPicture(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "picture.missing",
      Wording("there is no picture \"\(path)\"", "没有图片“\(path)”"), at: range,
      hints: [Wording("paths are relative to the report's folder", "路径相对于报告所在的文件夹")])
  }

  static func linkOutside(_ name: String, in path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.link-outside",
      Wording(
        "the SVG file \"\(path)\" links to \"\(name)\", which is no file in its folder",
        "SVG 文件“\(path)”引用的“\(name)”不在它所在的文件夹内"),
      hints: [Wording("embed the picture in the drawing program", "请在绘图软件中把图片嵌入文件")])
  }

  static func linkMissing(_ name: String, in path: String) -> Diagnostic {
    Diagnostic(
      .error, "art.link-missing",
      Wording(
        "the SVG file \"\(path)\" links to \"\(name)\", which is not there",
        "SVG 文件“\(path)”引用的图片“\(name)”不存在"),
      hints: [Wording("put the picture beside it, or embed it", "请把图片放在同一文件夹，或嵌入文件")])
  }

  static func besidePictures(_ name: String, severity: Severity) -> Diagnostic {
    Diagnostic(
      severity, "picture.other-file",
      Wording(
        "\"\(name)\" in the folder of pictures is no picture that can be read",
        "图片文件夹中的“\(name)”不是可读取的图片，没有使用"),
      hints: [
        Wording("save it as JPEG or PNG if it is one", "如是图片，请另存为 JPEG 或 PNG")
      ])
  }

  static func pairedByOrder(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note, "picture.by-order",
      Wording(
        "\(count) pictures of the folder are given to captions in the order of their names",
        "文件夹中有 \(count) 幅图片按文件名顺序配给图片说明"),
      hints: [
        Wording(
          "number files and captions alike, or name files by words of their captions",
          "可给文件与图片说明编上相同的号，或以说明中的词命名文件")
      ])
  }

  static func captionWithoutFile(_ caption: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "picture.no-file",
      Wording(
        "the caption \"\(caption)\" has no picture in the folder and is left out",
        "图片文件夹中没有与图片说明“\(caption)”对应的图片，已略去"), at: range)
  }

  static func unknownSetting(_ key: String, facts: [String]) -> Diagnostic {
    Diagnostic(
      .error, "set.unknown-key",
      Wording("--set does not know \"\(key)\"", "--set 不认识“\(key)”"),
      hints: [
        Wording(
          "keys are \(facts.joined(separator: ", ")), or a layout's key such as grid.lines",
          "可用：\(facts.joined(separator: "、"))，或版式中的键，如 grid.lines")
      ])
  }

  static func unknownCodeKind(_ name: String) -> Diagnostic {
    let kinds = CodeKind.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "set.unknown-code-kind",
      Wording("there is no code \"\(name)\"", "没有“\(name)”这种码"),
      hints: [
        Wording(
          "code-kind is one of \(kinds.joined(separator: ", "))",
          "code-kind 可用：\(kinds.joined(separator: "、"))")
      ])
  }

  static func misspeltFact(_ entry: ReportMetadata, near: String) -> Diagnostic {
    Diagnostic(
      .warning, "reading.unknown-key",
      Wording(
        "the front matter's key \"\(entry.key)\" is not known and has no effect",
        "文前设置中的“\(entry.key)”不是已知的键，不起作用"),
      at: entry.range, hints: [Wording("did you mean \"\(near)\"?", "是否想写“\(near)”？")])
  }

  static func unknownEnding(_ path: String, ending: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "output.format",
      Wording(
        "\(path): files of the kind .\(ending) cannot be written", "\(path)：不能写 .\(ending) 文件"),
      hints: [
        Wording(
          "endings are \(known.map { ".\($0)" }.joined(separator: ", "))",
          "可写 \(known.map { ".\($0)" }.joined(separator: "、"))")
      ])
  }

  static func manyInOneFile(_ path: String, _ count: Int) -> Diagnostic {
    let (english, chinese) = path == PipedFiles.name ? ("standard output", "标准输出") : (path, path)
    return Diagnostic(
      .error, "output.one-file",
      Wording(
        "\(english) takes one file, and \(count) would be written",
        "\(chinese) 只能写一个文件，这次会有 \(count) 个"),
      hints: [Wording("ask for one format, or name a folder", "请只要一种格式，或用 -o 指明文件夹")])
  }

  static func stalePages(_ paths: [String]) -> Diagnostic {
    let shown = paths.prefix(4).joined(separator: ", ") + (paths.count > 4 ? " …" : "")
    return Diagnostic(
      .warning, "output.stale-pages",
      Wording(
        "\(paths.count) files beside the new pages are not of them, most likely of an earlier text: "
          + shown,
        "新页旁边有 \(paths.count) 个文件不属于这次结果，多半是旧稿的页：\(shown)"),
      hints: [
        Wording("they stay as they are; remove them before you send the pages on", "未改动它们；发送前请先删去")
      ])
  }

  static func nameTaken(_ folder: String, by other: String, now place: String) -> Diagnostic {
    Diagnostic(
      .note, "output.name-taken",
      Wording(
        "\(folder) has the pages of \(other); these go to \(place)",
        "\(folder) 中是“\(other)”的版面，这次写到 \(place)"))
  }

  static func unknownTable(_ file: String, known: [String]) -> Diagnostic {
    let names = known.map { "\($0).tsv" }.joined(separator: ", ")
    return Diagnostic(
      .error, "vocabulary.unknown-table",
      Wording("no table of words has this name", "没有这个名字的词表文件"),
      at: SourceRange(file: file, line: 1),
      hints: [Wording("the tables are \(names)", "词表文件有：\(names)")])
  }

  static func notUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "spec.not-utf8", Wording("the file is not UTF-8", "文件不是 UTF-8 编码"),
      at: SourceRange(file: path, line: 1))
  }

  static func oddSheets(pages: Int) -> Diagnostic {
    Diagnostic(
      .note, "issue.sheets",
      Wording(
        "\(pages) pages do not fold from whole sheets of four",
        "\(pages) 个版不是整张（每张四版）"))
  }
}
