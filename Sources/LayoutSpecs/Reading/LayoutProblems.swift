import Diagnostics

/// The messages of checking layouts.
enum LayoutProblems {
  static func unknownStyle(_ name: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown-style",
      Wording("there is no style \"\(name)\" before this one", "此前没有样式“\(name)”"), at: node.place)
  }

  static func unusedKey(
    _ key: String, _ makeup: MakeupKind, for others: [String], at node: SpecNode
  ) -> Diagnostic {
    Diagnostic(
      .warning, "layout.unused-key",
      Wording(
        "\"\(key)\" has no effect with makeup \(makeup.rawValue)",
        "makeup 为 \(makeup.rawValue) 的版式用不上“\(key)”"), at: node.place,
      hints: [
        Wording(
          "it is for \(others.joined(separator: ", "))", "只用于 \(others.joined(separator: "、"))")
      ])
  }

  static func unusedFrames(_ count: Int, _ makeup: MakeupKind, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.unused-frames",
      Wording(
        "a page with makeup \(makeup.rawValue) has one frame; \(count) are given",
        "makeup 为 \(makeup.rawValue) 的版面只有一个文框，这里写了 \(count) 个"), at: node.place,
      hints: [
        Wording(
          "give one frame all columns and lines, or take makeup board",
          "请只留一个文框，或改用 makeup: board")
      ])
  }

  static func otherMeasure(_ first: Int, _ next: Int, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.other-measure",
      Wording(
        "the frame of the first page is \(first) columns wide, that of the others \(next): "
          + "one text has one measure",
        "首页文框宽 \(first) 栏，其他页宽 \(next) 栏；连续文档各页应一样宽"), at: node.place)
  }

  static func unknownInk(_ name: String, at node: SpecNode, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown-ink",
      Wording("the palette has no ink \"\(name)\"", "色板中没有油墨“\(name)”"), at: node.place,
      hints: [
        Wording("inks are \(known.joined(separator: ", "))", "已有油墨：\(known.joined(separator: "、"))")
      ])
  }

  static func unknownPart(_ name: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown-part",
      Wording("\"\(name)\" is no part of a report", "“\(name)”不是报告的组成部分"), at: node.place,
      hints: [
        Wording(
          "parts are roles, picture-1, table-1, section-1, code, text",
          "可用：角色名、picture-1、table-1、section-1、code、text")
      ])
  }

  static func badInk(_ node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.bad-ink",
      Wording(
        "an ink is four percentages [cyan, magenta, yellow, black]", "油墨写作四个百分数 [青, 品, 黄, 黑]"),
      at: node.place)
  }

  static func processPlate(_ name: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.bad-spot",
      Wording(
        "\"\(name)\" is no name of an ink with a plate of its own", "“\(name)”不能作专色的名称"),
      at: node.place,
      hints: [
        Wording(
          "name it as the plant knows it, such as PANTONE 186 C; cyan, magenta, yellow and black are "
            + "written [cyan, magenta, yellow, black]",
          "请写印厂用的专色名，如 PANTONE 186 C；青、品、黄、黑写作 [青, 品, 黄, 黑]")
      ])
  }

  static func unknownFont(_ name: String, style: String, file: String, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, "layout.unknown-font",
      Wording(
        "style \"\(style)\" asks for the font role \"\(name)\", which fonts/roles.yaml lacks",
        "样式“\(style)”要用字体角色“\(name)”，fonts/roles.yaml 中没有"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "roles are \(known.joined(separator: ", "))", "已有角色：\(known.joined(separator: "、"))")
      ])
  }

  static func overlap(
    _ name: String, _ other: String, at place: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "layout.frames-overlap",
      Wording("frame \"\(name)\" overlaps frame \"\(other)\"", "文框“\(name)”与文框“\(other)”重叠"),
      at: place,
      hints: [Wording("give them different columns or lines", "请错开栏或行")],
      related: [Note(Wording("\"\(other)\" is here", "“\(other)”在此"), at: first)])
  }

  static func tooWide(_ node: SpecNode, width: String, trim: String) -> Diagnostic {
    Diagnostic(
      .error, "layout.type-area-too-large",
      Wording(
        "the type area (\(width)) does not fit the trim (\(trim))", "版心（\(width)）放不进成品尺寸（\(trim)）"),
      at: node.place,
      hints: [
        Wording("fewer columns, characters or lines, or a smaller top margin", "减少栏数、字数、行数，或减小天头")
      ])
  }

  static func missingMaster(_ name: String, in node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.missing-master",
      Wording("\"masters\" lacks \"\(name)\"", "“masters”缺少“\(name)”"), at: node.place)
  }

  static func noFrame(_ node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.no-frame",
      Wording("\"\(node.path)\" has no frame for the story", "“\(node.path)”没有放文章的文框"),
      at: node.place)
  }

  static func badSlot(_ node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.bad-slot",
      Wording(
        "a slot is columns and head or foot, such as \"3-4 head\"",
        "位置写作栏号加 head 或 foot，如 “3-4 head”"),
      at: node.place)
  }

  static func earOutside(_ node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.ear-outside",
      Wording(
        "the 报眼 must lie within the masthead's columns, right of the name plate",
        "报眼须在报头各栏之内，并在报名之右"), at: node.place)
  }

  static func tintTooStrong(_ name: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .warning, "layout.tint-too-strong",
      Wording(
        "black text on the tint \"\(name)\" is hard to read: more than 25 % of an ink",
        "底色“\(name)”超过 25%，其上的黑字难以辨认"),
      at: node.place,
      hints: [Wording("lower every share to 25 or less", "把各色成数降到 25 以下")])
  }

  static func idealOutside(_ node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.ideal-outside",
      Wording(
        "\"\(node.path).ideal\" lies outside the allowed rows", "“\(node.path).ideal”不在允许的行数之内"),
      at: node.place)
  }

  static func outside(_ path: String, at node: SpecNode) -> Diagnostic {
    Diagnostic(
      .error, "layout.outside",
      Wording(
        "\"\(path)\" does not lie in the layout's folder", "“\(path)”不在版式文件夹内"), at: node.place)
  }

  static func unknownBase(_ name: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown-base",
      Wording(
        "there is no layout \"\(name)\" to begin from", "没有可供沿用的版式“\(name)”"), at: place,
      hints: [
        Wording(
          "`banxin layouts` lists them; `like` takes a name, not a path",
          "版式名见 banxin layouts；like 写版式名，不写路径")
      ])
  }

  static func unknownOverride(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, "layout.unknown-setting",
      Wording("--set cannot change \"\(key)\"", "--set 不能设置“\(key)”"))
  }
}
