public import Diagnostics

/// A standard that a file is held to.
public enum PreflightClaim: String, Hashable, Sendable, CaseIterable {
  case x4 = "PDF/X-4"
  case x1a = "PDF/X-1a"
  case print
  case a2u = "PDF/A-2u"
  case ua1 = "PDF/UA-1"
  case safety
}

/// One thing that preflight looks for; the identifiers are those of the press checklist.
public struct PreflightRule: Hashable, Sendable {
  /// The stable name, such as `no-trimbox`.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// The standards that it breaks.
  public var claims: Set<PreflightClaim>
  /// What is wrong.
  public var message: Wording
  /// What to do.
  public var hint: Wording

  init(
    _ id: String, _ severity: Severity, _ claims: Set<PreflightClaim>, _ message: Wording,
    _ hint: Wording
  ) {
    self.id = id
    self.severity = severity
    self.claims = claims
    self.message = message
    self.hint = hint
  }
}

extension PreflightRule {
  /// All rules, by area.
  public static let all: [PreflightRule] =
    documentRules + safetyRules + boxRules + colourRules + textRules + lineRules + pictureRules
    + archiveRules + archiveDetailRules + accessRules

  static let byID: [String: PreflightRule] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

private let again = Wording("write the file again for the press", "请重新输出付印文件")

extension PreflightRule {
  /// Version, claims, output intent, metadata.
  static let documentRules: [PreflightRule] = [
    .init(
      "header-offset", .error, [.x1a, .x4, .a2u],
      Wording("the file does not begin with %PDF-", "文件开头不是 %PDF-"), again),
    .init(
      "syntax", .warning, [.x1a, .x4, .print, .safety],
      Wording("the file had to be repaired to be read", "文件有语法错误，修复后才读出"), again),
    .init(
      "truncated", .error, [.safety, .x1a, .x4],
      Wording("the file ends too early", "文件不完整"),
      Wording("copy or send it again", "请重新复制或传送")),
    .init(
      "encrypted", .error, [.x1a, .x4, .a2u],
      Wording("the file is encrypted", "文件已加密"), Wording("take the password off", "请去掉密码")),
    .init("no-id", .error, [.x1a, .x4, .a2u], Wording("the file has no ID", "文件没有 ID"), again),
    .init(
      "version-over-1.6", .error, [.x4],
      Wording("the PDF version is over 1.6", "PDF 版本高于 1.6"), again),
    .init(
      "version-over-1.4", .error, [.x1a],
      Wording("the PDF version is over 1.4", "PDF 版本高于 1.4"),
      Wording("ask for PDF/X-1a: --pdfx 1a", "用 --pdfx 1a 输出")),
    .init(
      "xref-stream", .error, [.x1a],
      Wording("the cross-reference table is a stream", "交叉引用表是流"), again),
    .init(
      "no-xmp", .error, [.x4, .a2u, .ua1], Wording("there are no XMP metadata", "没有 XMP 元数据"),
      again),
    .init(
      "xmp-filtered", .warning, [.x4], Wording("the XMP metadata are packed", "XMP 元数据被压缩"),
      again),
    .init(
      "xmp-unreadable", .error, [.x4, .a2u, .ua1],
      Wording("the XMP metadata cannot be read", "XMP 元数据无法读取"), again),
    .init(
      "x4-no-claim", .error, [.x4],
      Wording("the file does not say that it is PDF/X-4", "文件未声明为 PDF/X-4"), again),
    .init(
      "x1a-no-claim", .error, [.x1a],
      Wording("the file does not say that it is PDF/X-1a", "文件未声明为 PDF/X-1a"), again),
    .init(
      "x1a-no-conformance", .error, [.x1a],
      Wording("the conformance of PDF/X-1 is not named", "未写明 PDF/X-1 的符合级别"), again),
    .init(
      "x4-xmp-missing", .error, [.x4],
      Wording("a field of the XMP metadata is missing", "XMP 元数据缺字段"), again),
    .init(
      "x1a-info-missing", .error, [.x1a],
      Wording("a field of the document information is missing", "文档信息缺字段"), again),
    .init(
      "trapped-unknown", .error, [.x1a, .x4],
      Wording("it is not said whether the file is trapped", "未说明是否已做陷印"),
      Wording("Trapped must be True or False", "Trapped 应为 True 或 False")),
    .init(
      "info-xmp-differ", .error, [.x4],
      Wording("document information and XMP differ", "文档信息与 XMP 不一致"), again),
    .init(
      "oi-count", .error, [.x1a, .x4],
      Wording("there is not exactly one output intent for print", "印刷输出意图不是恰好一个"), again),
    .init(
      "oi-no-profile", .error, [.x4],
      Wording("the output intent has no profile embedded", "输出意图没有嵌入特性文件"), again),
    .init(
      "oi-no-identifier", .error, [.x1a, .x4],
      Wording("the output intent names no condition", "输出意图未写印刷条件"), again),
    .init(
      "oi-no-registry", .error, [.x1a],
      Wording("the output intent has neither profile nor registry", "输出意图既无特性文件也无登记处"), again),
    .init(
      "oi-not-printer", .error, [.x1a, .x4],
      Wording("the profile of the output intent is not a printer's", "输出意图的特性文件不是输出设备类"),
      Wording("use the plant's profile", "请用印厂的特性文件")),
    .init(
      "oi-not-cmyk", .error, [.x1a, .print],
      Wording("the profile of the output intent is not CMYK", "输出意图的特性文件不是 CMYK"),
      Wording("use the plant's profile", "请用印厂的特性文件")),
    .init(
      "oi-unreadable", .error, [.x1a, .x4],
      Wording("the profile of the output intent cannot be read", "输出意图的特性文件无法读取"), again),
    .init(
      "oi-external-profile", .error, [.x1a, .x4, .safety],
      Wording("the profile of the output intent lies in another file", "输出意图的特性文件在别的文件里"), again),
  ]

  /// What has no place in a file for a plant.
  static let safetyRules: [PreflightRule] = [
    .init(
      "javascript", .error, [.x1a, .x4, .a2u, .safety],
      Wording("the file holds JavaScript", "文件含 JavaScript"), again),
    .init(
      "action", .error, [.x1a, .x4, .safety],
      Wording("the file holds an action", "文件含动作"), again),
    .init(
      "open-action", .error, [.x1a, .x4],
      Wording("something happens when the file is opened", "打开文件时会执行动作"), again),
    .init(
      "additional-actions", .error, [.x1a, .x4, .safety],
      Wording("the catalog holds further actions", "目录含附加动作"), again),
    .init(
      "page-actions", .error, [.a2u, .x1a, .x4], Wording("a page has actions", "页面含动作"), again),
    .init(
      "portfolio", .error, [.x1a, .x4], Wording("the file is a portfolio", "文件是 PDF 包"), again),
    .init("acroform", .warning, [.x1a, .x4], Wording("the file has form fields", "文件含表单"), again),
    .init(
      "external-stream", .error, [.x1a, .x4, .a2u, .safety],
      Wording("data lie in another file", "数据在别的文件里"), again),
    .init("embedded-files", .error, [.x1a], Wording("files are attached", "含附件"), again),
    .init(
      "embedded-files-a2", .warning, [.a2u, .safety], Wording("files are attached", "含附件"),
      again),
    .init(
      "postscript-xobject", .error, [.x1a, .x4, .a2u, .safety],
      Wording("there is PostScript on a page", "版面含 PostScript"), again),
    .init(
      "reference-xobject", .error, [.x1a, .x4, .a2u, .ua1, .safety],
      Wording("a page refers to another file", "版面引用别的文件"), again),
    .init(
      "opi", .error, [.x1a, .x4, .a2u], Wording("a picture is an OPI stand-in", "图片是 OPI 替身"), again
    ),
    .init(
      "recursion", .error, [.safety, .x4, .x1a],
      Wording("objects nest too deep or in a circle", "对象嵌套过深或成环"), again),
    .init(
      "too-many-operators", .warning, [.safety],
      Wording("a page is too large to be read to its end", "页面过大，未能读完"), again),
    .init(
      "content-unreadable", .error, [.x1a, .x4, .print, .safety],
      Wording("what is on a page cannot be decoded", "版面内容无法解码"), again),
    .init(
      "xobject-missing", .warning, [.print],
      Wording("a page names an object that is not there", "版面引用的对象不存在"), again),
    .init(
      "annotation-on-page", .error, [.x1a, .x4],
      Wording("a link or note stands on the page", "版面上有链接或批注"),
      Wording("take links out of the press file", "付印文件请去掉链接")),
    .init(
      "annotation-media", .error, [.a2u, .safety, .print],
      Wording("there is sound or film on a page", "版面含音视频"), again),
  ]

  /// Page boxes.
  static let boxRules: [PreflightRule] = [
    .init(
      "no-mediabox", .error, [.x1a, .x4, .print], Wording("a page has no size", "页面没有尺寸"),
      again),
    .init(
      "no-trimbox", .error, [.x1a, .x4, .print],
      Wording("a page does not say where it is cut", "页面没有成品框 TrimBox"), again),
    .init(
      "trim-and-art", .error, [.x1a, .x4],
      Wording("a page has both TrimBox and ArtBox", "页面同时有 TrimBox 和 ArtBox"), again),
    .init(
      "trim-outside-media", .error, [.x1a, .x4, .print],
      Wording("the trim lies outside the sheet", "成品框超出页面"), again),
    .init(
      "trim-outside-bleed", .error, [.x1a, .x4, .print],
      Wording("the trim lies outside the bleed", "成品框超出出血框"), again),
    .init(
      "bleed-outside-media", .error, [.x1a, .x4, .print],
      Wording("the bleed lies outside the sheet", "出血框超出页面"), again),
    .init(
      "crop-cuts-trim", .warning, [.x1a, .x4, .print],
      Wording("the CropBox cuts into the trim", "CropBox 裁到成品内"), again),
    .init(
      "cropbox-not-mediabox", .warning, [.print],
      Wording("the CropBox is not the MediaBox", "CropBox 与 MediaBox 不同"), again),
    .init(
      "user-unit", .warning, [.x1a, .x4, .print],
      Wording("a page has a unit of its own", "页面另设单位 UserUnit"), again),
    .init("page-rotated", .warning, [.print], Wording("a page is turned", "页面带旋转"), again),
    .init(
      "page-sizes-differ", .note, [.print], Wording("the pages differ in size", "各页尺寸不同"),
      again),
    .init(
      "little-bleed", .warning, [.print],
      Wording("the bleed is smaller than the press asks for", "出血不足"),
      Wording("carry pictures and tints on beyond the trim", "请把图片和底色延到出血线")),
  ]
}
