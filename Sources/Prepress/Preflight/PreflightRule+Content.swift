import Diagnostics

private let inksHint = Wording(
  "give the colour as an ink of the palette", "请用色板中的油墨")
private let stateHint = Wording(
  "take it out of the graphics state", "请去掉图形状态中的这一项")
private let packingHint = Wording(
  "write the file anew with plain pictures", "请重新输出，图片改用 JPEG 或不带此项")
private let archiveHint = Wording(
  "write the file anew as tagged PDF/A", "请重新输出带标签的 PDF/A")
private let blackHint = Wording(
  "set text in 0 0 0 1 k with overprint", "文字用单黑 0 0 0 1 k 并叠印")

extension PreflightRule {
  /// Colour, transparency, coverage.
  static let colourRules: [PreflightRule] = [
    .init(
      "colour-device-rgb", .error, [.x1a, .x4, .print],
      Wording("something is painted in RGB", "有对象用 RGB"), inksHint),
    .init(
      "colour-device-cmyk", .error, [.x4],
      Wording("something is painted in CMYK and the output intent is not", "用了 CMYK，而输出意图不是"),
      inksHint),
    .init(
      "colour-icc", .error, [.x1a],
      Wording("something is painted in a profile's colours", "有对象用 ICC 颜色"), inksHint),
    .init(
      "colour-cie", .error, [.x1a],
      Wording("something is painted in Lab or calibrated colours", "有对象用 Lab 或校准颜色"), inksHint),
    .init(
      "colour-unreadable", .warning, [.x1a, .x4, .print],
      Wording("a colour space cannot be read", "颜色空间无法读取"), inksHint),
    .init(
      "device-colour-no-intent", .error, [.a2u],
      Wording("device colours without an output intent", "设备颜色没有输出意图"), inksHint),
    .init(
      "blend-space-rgb", .error, [.x4, .print],
      Wording("transparency is blended in RGB", "透明混合空间是 RGB"),
      Wording("blend in DeviceCMYK", "混合空间应为 DeviceCMYK")),
    .init(
      "blend-space-not-cmyk", .warning, [.print],
      Wording("transparency is not blended in CMYK", "透明混合空间不是 CMYK"),
      Wording("blend in DeviceCMYK", "混合空间应为 DeviceCMYK")),
    .init(
      "transparency", .error, [.x1a], Wording("something is transparent", "有透明对象"),
      Wording("flatten it, or write PDF/X-4", "请拼合透明，或用 PDF/X-4")),
    .init(
      "spot-inks", .warning, [.print],
      Wording("there are more spot inks than the press has", "专色超过印刷机可用数"),
      Wording("change them to process inks", "请改为四色")),
    .init(
      "tac-over-limit", .error, [.print],
      Wording("there is more ink than the paper takes", "总墨量超限"),
      Wording("lighten the place or its picture", "请减淡该处颜色或图片")),
    .init(
      "transfer-function", .error, [.x1a, .x4],
      Wording("a graphics state changes tones", "图形状态含传递函数"), stateHint),
    .init(
      "halftone", .error, [.x1a, .x4],
      Wording("a graphics state brings its own screen", "图形状态自带网屏"), stateHint),
    .init(
      "optional-content", .error, [.x1a], Wording("the file has layers", "文件含图层"),
      Wording("flatten the layers", "请合并图层")),
    .init(
      "registration-colour", .warning, [.print],
      Wording("something inside the trim is painted on all plates", "成品内有对象用套版色"),
      Wording("keep the registration colour to marks outside the trim", "套版色只用于成品外的标记")),
    .init(
      "white-overprint", .error, [.print],
      Wording("white is set to overprint and vanishes", "白色设为叠印，会消失"),
      Wording("let white knock out", "白色不得叠印")),
  ]

  /// Type.
  static let textRules: [PreflightRule] = [
    .init(
      "font-not-embedded", .error, [.x1a, .x4, .print, .a2u, .ua1],
      Wording("a font is not embedded", "字体未嵌入"), Wording("embed all fonts", "请嵌入全部字体")),
    .init(
      "font-not-embedded-unused", .warning, [.x1a, .x4, .a2u],
      Wording("a font that is listed but not used is not embedded", "列出而未用的字体未嵌入"),
      Wording("embed all fonts", "请嵌入全部字体")),
    .init(
      "font-not-subset", .note, [.print],
      Wording("a font is embedded whole", "字体整套嵌入"), Wording("embed subsets", "请只嵌入所用字形")),
    .init(
      "font-missing-resource", .error, [.x1a, .x4, .print],
      Wording("a page names a font that is not there", "版面引用的字体不存在"), blackHint),
    .init(
      "font-courier", .warning, [.print],
      Wording("Courier often stands in for a missing font", "Courier 常是缺字体的替身"),
      Wording("check the font", "请核对字体")),
    .init(
      "notdef-glyph", .error, [.print, .a2u, .x4],
      Wording("a character has no glyph", "有缺字（.notdef）"),
      Wording("use a font that has it", "请换有该字的字体")),
    .init(
      "text-not-k-only", .error, [.print],
      Wording("text is painted in RGB", "文字用 RGB"), blackHint),
    .init(
      "rich-black-text", .error, [.print],
      Wording("black text carries too much of the other inks", "黑字含其他油墨过多"), blackHint),
    .init(
      "small-text-many-inks", .warning, [.print],
      Wording("small type in more than two inks does not register", "小字用了两种以上油墨，难以套准"), blackHint),
    .init(
      "small-reversed-text", .warning, [.print],
      Wording("white type is so small that it fills in", "反白字过小，会糊"),
      Wording("make it larger or bolder", "请加大或加粗")),
    .init(
      "small-text", .warning, [.print],
      Wording("type is too small for the paper", "字过小"), Wording("make it larger", "请加大")),
    .init(
      "black-text-knockout", .warning, [.print],
      Wording("small black text knocks out what is under it", "小黑字未叠印"), blackHint),
    .init(
      "black-overprint-opm", .warning, [.print],
      Wording("black overprints in mode 0 and knocks out all the same", "叠印模式为 0，仍会镂空"),
      blackHint),
    .init(
      "black-gray-overprint", .warning, [.print],
      Wording("grey cannot overprint", "DeviceGray 黑不能叠印"), blackHint),
    .init(
      "black-text-devicegray", .warning, [.print],
      Wording("small black text is in DeviceGray and cannot overprint", "小黑字用 DeviceGray，不能叠印"),
      blackHint),
  ]

  /// Lines.
  static let lineRules: [PreflightRule] = [
    .init(
      "line-zero-width", .error, [.print],
      Wording("a line has no width", "线宽为 0"), Wording("make it 0.25 pt", "请设为 0.25 pt")),
    .init(
      "hairline", .error, [.print],
      Wording("a line is too thin to print", "线过细"), Wording("make it 0.25 pt", "请设为 0.25 pt")),
    .init(
      "thin-line-many-inks", .warning, [.print],
      Wording("a thin line in several inks does not register", "细线用了多种油墨，难以套准"),
      Wording("use one ink or make it thicker", "请用单色或加粗")),
    .init(
      "thin-line-reversed", .warning, [.print],
      Wording("a white line is so thin that it fills in", "反白线过细，会糊"),
      Wording("make it thicker", "请加粗")),
    .init(
      "black-line-knockout", .warning, [.print],
      Wording("a thin black line knocks out what is under it", "细黑线未叠印"),
      Wording("let it overprint", "请设为叠印")),
  ]

  /// Pictures.
  static let pictureRules: [PreflightRule] = [
    .init(
      "image-resolution", .error, [.print],
      Wording("a picture has too few pixels for its size", "图片分辨率过低"),
      Wording("use a larger picture or a smaller place", "请换大图或缩小")),
    .init(
      "image-resolution-low", .warning, [.print],
      Wording("a picture has few pixels for its size", "图片分辨率偏低"),
      Wording("use a larger picture or a smaller place", "请换大图或缩小")),
    .init(
      "image-resolution-wasteful", .note, [.print],
      Wording("a picture has more pixels than can be printed", "图片分辨率过高"),
      Wording("reduce it", "可缩小")),
    .init(
      "bitmap-resolution", .error, [.print],
      Wording("line art has too few pixels", "线条稿分辨率过低"),
      Wording("scan it at 1200 ppi", "请按 1200 ppi 扫描")),
    .init(
      "bitmap-resolution-low", .warning, [.print],
      Wording("line art has few pixels", "线条稿分辨率偏低"),
      Wording("scan it at 1200 ppi", "请按 1200 ppi 扫描")),
    .init("lzw", .error, [.x1a, .a2u], Wording("LZW packing", "用了 LZW 压缩"), packingHint),
    .init(
      "jbig2-jpx", .error, [.x1a], Wording("JPEG 2000 or JBIG2", "用了 JPEG 2000 或 JBIG2"),
      packingHint),
    .init("image-16bit", .error, [.x1a], Wording("16 bits a sample", "图片为 16 位"), packingHint),
    .init(
      "alternate-image", .error, [.x1a, .x4, .a2u],
      Wording("a picture has alternates", "图片另有替换图"), packingHint),
  ]

  /// Archive and access.
  static let archiveRules: [PreflightRule] = [
    .init(
      "a2u-no-claim", .error, [.a2u],
      Wording("the file does not say that it is PDF/A", "文件未声明为 PDF/A"), archiveHint),
    .init(
      "font-cidtogidmap", .error, [.a2u, .ua1],
      Wording("a TrueType font does not map its glyphs", "TrueType 字体缺 CIDToGIDMap"), archiveHint),
    .init(
      "no-tounicode", .error, [.a2u, .ua1],
      Wording("a font's text cannot be read", "字体没有 Unicode 对照"), archiveHint),
    .init(
      "ua-no-claim", .error, [.ua1],
      Wording("the file does not say that it is PDF/UA", "文件未声明为 PDF/UA"), archiveHint),
    .init("untagged", .error, [.ua1], Wording("there is no structure tree", "没有结构树"), archiveHint),
    .init(
      "not-marked", .error, [.ua1], Wording("the file is not marked as tagged", "未标明带标签"),
      archiveHint),
    .init(
      "content-not-marked", .error, [.ua1],
      Wording("something on a page has no tag", "有内容未加标签"), archiveHint),
    .init(
      "figure-no-alt", .error, [.ua1],
      Wording("a picture has no words for those who cannot see it", "图片没有替代文字"),
      Wording("give it a caption", "请写图片说明")),
    .init(
      "heading-skip", .error, [.ua1],
      Wording("a level of heading is left out", "标题层级有跳跃"), archiveHint),
    .init("no-lang", .error, [.ua1], Wording("the language is not named", "未写明语言"), archiveHint),
    .init(
      "no-display-title", .error, [.ua1],
      Wording("the window would not show the title", "窗口不显示标题"), archiveHint),
    .init("no-title", .error, [.ua1], Wording("the file has no title", "没有标题"), archiveHint),
  ]
}
