import Diagnostics
import DisplayList
import ReportModel

/// The messages of page make-up.
enum MakeupProblems {
  static func missingCharacter(_ missing: PlacedMissing) -> Diagnostic {
    let code = code(of: missing.scalar)
    return Diagnostic(
      .error, "font.missing-character",
      Wording(
        "no font of the role \"\(missing.role)\" has the character \(code) \"\(missing.scalar)\"",
        "字体角色“\(missing.role)”中没有字符 \(code)“\(missing.scalar)”"),
      at: missing.range,
      hints: [
        Wording(
          "add a face that has it as a fallback of the role in fonts/roles.yaml, or change the text",
          "在 fonts/roles.yaml 为该角色添加含此字的后备字体，或改字")
      ])
  }

  /// Date, section and page go into the file's own data all the same; the others are lost.
  static func unprintedFacts(_ keys: [FactKey]) -> Diagnostic {
    let names = keys.map(\.rawValue)
    let isKept = Set(keys).isSubset(of: [.date, .section, .page])
    return Diagnostic(
      isKept ? .note : .warning, "page.unprinted-facts",
      Wording(
        "the layout, or this text, has no place for \(names.joined(separator: ", "))",
        "版式中没有地方印 \(names.joined(separator: "、"))，或稿件里已另写明，没有印出"),
      hints: [
        Wording(
          "take them out of the front matter or --set, or choose a layout with a place for them",
          "请从文前信息或 --set 中去掉，或换用有这一项的版式")
      ])
  }

  static func notVertical(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "page.not-vertical",
      Wording(
        "\"\(name)\" has a table or a picture, which cannot stand in vertical lines",
        "“\(name)”有表格或图片，不能竖排"), at: range,
      hints: [Wording("set it across, or take that out", "请改为横排，或去掉表格和图片")])
  }

  static func noVerticalPlace(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "page.no-vertical-place",
      Wording(
        "\"\(name)\" fits the page at no width in vertical lines", "“\(name)”竖排在版面上排不下，或太短"),
      hints: [Wording("set it across, or shorten it", "请改为横排，或改变篇幅")])
  }

  static func missingSign(_ missing: PlacedMissing, places: Int) -> Diagnostic {
    Diagnostic(
      .warning, "font.missing-sign",
      Wording(
        "no font has the sign \(code(of: missing.scalar)) \"\(missing.scalar)\": left out "
          + "(\(places) places)",
        "字体中没有符号 \(code(of: missing.scalar))“\(missing.scalar)”，未印出（\(places) 处）"),
      at: missing.range,
      hints: [
        Wording(
          "write another sign, or add a face that has it as a fallback in fonts/roles.yaml",
          "请改用别的符号，或在 fonts/roles.yaml 添加含此符号的后备字体")
      ])
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let point = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - point.count)) + point
  }

  static func placeholder(_ picture: MakeupPicture, number: Int) -> Diagnostic {
    let words = picture.caption.isEmpty ? picture.label : picture.caption
    return Diagnostic(
      .warning, "picture.placeholder",
      Wording(
        "picture \(number) (\(words)) has no file; a labelled box stands in its place",
        "第 \(number) 幅图片（\(words)）没有文件，版面上以占位框代替"),
      at: picture.range,
      hints: [Wording("give a folder of pictures with --photos", "用 --photos 指定图片文件夹")])
  }

  static func cropped(_ picture: MakeupPicture, percent: Int) -> Diagnostic {
    Diagnostic(
      .note, "picture.cropped",
      Wording(
        "\(percent) % of the picture \"\(picture.caption)\" is cropped",
        "图片“\(picture.caption)”裁去 \(percent)%"), at: picture.range)
  }

  static func wordsAlone(_ picture: MakeupPicture) -> Diagnostic {
    Diagnostic(
      .warning, "picture.words-alone",
      Wording(
        "no picture is given for the caption \"\(picture.caption)\"; its words are set alone",
        "图片说明“\(picture.caption)”没有图片，只排文字"), at: picture.range,
      hints: [Wording("give a folder of pictures with --photos", "用 --photos 指定图片文件夹")])
  }

  /// A page that stays blank, and the characters that its blank would take: at its foot by so many
  /// rows of each column, or here and there at the feet of its stories. More than a third of a page is
  /// no page (AD-6), unless it is the last of a story that goes on.
  static func notFilled(share: Double, rows: Int? = nil, characters: Int, isOnly: Bool = true)
    -> Diagnostic
  {
    let percent = Int((share * 100).rounded())
    let filled = 100 - percent
    let english = rows.map { ", \($0) grid lines of each column" } ?? ""
    let chinese = rows.map { "每栏空 \($0) 行，" } ?? ""
    // Two lines at a foot are an editor's choice; a hole is not.
    return Diagnostic(
      share > emptiest && isOnly ? .error : rows ?? .max > 2 ? .warning : .note,
      "page.not-filled",
      Wording(
        "\(percent) % of the page stays blank\(english): about \(characters) characters are missing",
        "版面空 \(percent)%，\(chinese)还差约 \(characters) 字"),
      hints: [
        Wording(
          "the copy takes about \(filled) % of the page: set it together with other stories "
            + "(`banxin page`), or add text or a picture of that room",
          "这篇稿件约占版面 \(filled)%，请用 page 与他稿合版，或补充文字、图片")
      ])
  }

  /// Share of a page from which on its blank is said, wherever it is.
  static let seenBlank = 0.1
  /// Share of a page that may stay blank on a page that is printed.
  static let emptiest = 0.35

  static func filler(_ title: String) -> Diagnostic {
    Diagnostic(
      .warning, "page.filler",
      Wording(
        "too little text for the page: the box \"\(title)\" fills the hole", "稿件不足，加排“\(title)”补白"),
      hints: [
        Wording(
          "add text or a picture, or name boxes of your own as `fillers`",
          "请增加文字或图片，或在 fillers 中列出自己的补白")
      ])
  }

  static func serviceLineLeftOut(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .note, "page.service-line",
      Wording(
        "the public-service line \"\(text)\" is left out on a page of several articles",
        "多篇稿件的版面不排公益广告语“\(text)”"), at: range)
  }

  static func lowResolution(_ picture: MakeupPicture, ppi: Int) -> Diagnostic {
    Diagnostic(
      .warning, "picture.low-resolution",
      Wording(
        "the picture \"\(picture.caption)\" has \(ppi) ppi at its size, less than 200",
        "图片“\(picture.caption)”在版面尺寸下只有 \(ppi) ppi，低于 200"), at: picture.range)
  }

  static func tooCoarse(_ picture: MakeupPicture, ppi: Int) -> Diagnostic {
    Diagnostic(
      .warning, "picture.too-coarse",
      Wording(
        "the picture \"\(picture.caption)\" has only \(ppi) ppi at its size: too coarse to print",
        "图片“\(picture.caption)”在版面尺寸下只有 \(ppi) ppi，不能付印"), at: picture.range,
      hints: [
        Wording("use a larger file, or give it fewer columns", "请换更大的图片，或少占几栏")
      ])
  }

  static func scaled(_ picture: PlannedPicture, percent: Int) -> Diagnostic {
    Diagnostic(
      .warning, "art.scaled",
      Wording(
        "\"\(picture.image.path)\" is drawn at \(percent) % of its size to fit its place",
        "“\(picture.image.path)”按 \(percent)% 缩放才合版位"),
      hints: [Wording("ask for it in the size of its place", "请按版位尺寸重新制作")])
  }

  static func smallChart(_ name: String, type: Double) -> Diagnostic {
    let size = "\((type * 10).rounded() / 10)"
    let words = name.prefix(24)
    return Diagnostic(
      .warning, "chart.small-type",
      Wording(
        "the chart \"\(words)\" is made smaller for its place: its words come down to \(size) pt",
        "图表“\(words)”为合版位缩小，文字降至 \(size) 磅"),
      hints: [
        Wording(
          "show fewer plots beside each other, or give it more columns", "请减少并排的图，或加宽所占的栏数")
      ])
  }

  static func lowContrast(_ text: String, ink: String) -> Diagnostic {
    Diagnostic(
      .warning, "picture.low-contrast",
      Wording(
        "the headline \"\(text)\" is hard to read on the plate \"\(ink)\"",
        "压图标题“\(text)”与底色“\(ink)”反差不足"),
      hints: [Wording("take a darker plate", "请用更深的底色")])
  }

  static func contentsUnsettled(passes: Int) -> Diagnostic {
    Diagnostic(
      .warning, "contents.unsettled",
      Wording(
        "the page numbers of the contents still changed after \(passes) settings",
        "目录页码在 \(passes) 次排版后仍有变化"))
  }

  /// A table that its page is too narrow for, even in smaller type.
  static func crowdedTable(_ title: String, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "table.crowded",
      Wording(
        "the \(columns) columns of \(title.isEmpty ? "a table" : "\"\(title)\"") are too narrow for their words",
        "\(title.isEmpty ? "表格" : "“\(title)”")共 \(columns) 列，列宽放不下其中的文字"),
      at: range,
      hints: [
        Wording(
          "hide columns (table: hide), or take a larger sheet such as the ledger on A3",
          "请隐藏部分列（table: 的 hide），或改用更大的纸张，如台账用 A3")
      ])
  }

  static func noRoomForText(_ lines: Int) -> Diagnostic {
    Diagnostic(
      .error, "page.no-room",
      Wording(
        "\(lines) grid lines hold neither the title nor text", "\(lines) 行的版心放不下标题和正文"),
      hints: [
        Wording("give the layout or the article more lines", "请给版式或稿件更多的行（grid.lines）")
      ])
  }

  static func tooManyPages(_ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "page.too-many",
      Wording("the report needs more than \(limit) pages", "报告超过 \(limit) 页"),
      hints: [Wording("split the report", "请把报告分成几份")])
  }

  static func overset(
    _ name: String, characters: Int, offers: [FitOffer] = []
  ) -> Diagnostic {
    Diagnostic(
      .error, "page.overset",
      Wording(
        "\"\(name)\" is about \(characters) characters too long for its place",
        "“\(name)”比版位多约 \(characters) 字"),
      hints: offers.map(\.words))
  }

  static func noPicture(_ caption: ReportBlock) -> Diagnostic {
    Diagnostic(
      .warning, "picture.left-out",
      Wording(
        "the caption \"\(caption.text)\" has no picture and is left out",
        "图片说明“\(caption.text)”没有图片，未排"), at: caption.range)
  }

  static func longerCloth(_ metres: String, own: String) -> Diagnostic {
    Diagnostic(
      .note, "banner.longer",
      Wording(
        "the slogan takes a cloth of \(metres) m instead of \(own) m",
        "标语需要 \(metres) 米长的布（版式为 \(own) 米）"))
  }

  static func noFrame(_ block: ReportBlock) -> Diagnostic {
    let words = block.text.isEmpty ? block.role.rawValue : String(block.text.prefix(16))
    return Diagnostic(
      .error, "board.no-frame",
      Wording(
        "no frame of the layout takes \"\(words)\" (\(block.role.rawValue))",
        "版式中没有文框接收“\(words)”（\(block.role.rawValue)）"), at: block.range,
      hints: [Wording("let a frame take \"text\"", "可让一个文框接收 text")])
  }

  static func goesOn(characters: Int, offers: [FitOffer]) -> Diagnostic {
    Diagnostic(
      .note, "page.goes-on",
      Wording(
        "the text is about \(characters) characters too long for one page and goes on",
        "文字比一个版多约 \(characters) 字，转入下一版"),
      hints: offers.filter { $0.kind != .furtherPage }.map(\.words))
  }

  /// Columns of a story that end higher than their neighbours.
  static func blankFeet(_ name: String, rows: Int, characters: Int) -> Diagnostic {
    Diagnostic(
      .warning, "page.blank-feet",
      Wording(
        "\"\(name)\" is about \(characters) characters short of its place: \(rows) lines stay "
          + "blank at its feet",
        "“\(name)”比版位还差约 \(characters) 字，栏底共空 \(rows) 行"),
      hints: [
        Wording(
          "add text or a picture to it, or give it fewer columns", "请给它补充文字、图片，或少占一栏")
      ])
  }

  /// A lead that stands in one column, since no other arrangement holds.
  static func narrowLead(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "page.narrow-lead",
      Wording(
        "no arrangement gives the lead \"\(name)\" more than one column",
        "没有排法能给头条“\(name)”一栏以上的版位"),
      hints: [
        Wording(
          "take out a story, or let another one lead", "请撤下一篇稿件，或改以另一篇为头条")
      ])
  }

  static let searchEnded = Diagnostic(
    .note, "page.search-ended",
    Wording(
      "the page has more arrangements than are tried: the best of those found is taken",
      "排法太多，未逐一试排，取已试的最佳方案"),
    hints: [Wording("pin a story, or take fewer on the page", "可固定一两篇的位置，或减少稿件")])
}
