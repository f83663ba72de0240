import Diagnostics

private let again = Wording("write the file again as PDF/A", "请重新输出存档文件")

extension PreflightRule {
  /// What ISO 19005-2 (PDF/A-2) asks besides, by its clauses.
  static let archiveDetailRules: [PreflightRule] =
    fileRules + archiveContentRules + archiveFontRules + interactionRules + metadataRules

  /// 6.1: how the file is written down.
  private static let fileRules: [PreflightRule] = [
    .init(
      "file-header", .error, [.a2u],
      Wording("the first line is not %PDF-1.n alone", "首行不是单独的 %PDF-1.n"), again),
    .init(
      "file-binary-mark", .error, [.a2u],
      Wording("no comment of four high bytes follows the header", "文件头后没有四个高位字节的注释"), again),
    .init(
      "file-after-end", .error, [.a2u],
      Wording("something follows the end of the file", "文件结尾标记后还有内容"), again),
    .init(
      "file-xref-form", .error, [.a2u],
      Wording("the cross-reference table is not written as it must be", "交叉引用表写法不合规"), again),
    .init(
      "file-object-form", .error, [.a2u],
      Wording("an object does not begin or end on its own line", "对象的起止写法不合规"), again),
    .init(
      "file-stream-form", .error, [.a2u],
      Wording("a stream does not begin or end with a line end", "数据流起止没有换行"), again),
    .init(
      "file-stream-length", .error, [.a2u],
      Wording("a stream is not as long as it says", "数据流长度与所写不符"), again),
    .init(
      "file-hex-string", .error, [.a2u], Wording("a hexadecimal string is not one", "十六进制字符串不合规"),
      again),
    .init(
      "file-id-form", .error, [.a2u], Wording("the file's ID is not two strings", "文件 ID 不是两个字符串"),
      again),
    .init(
      "limits", .error, [.a2u],
      Wording(
        "a number, string, name, box or nesting is beyond the limits of PDF",
        "数值、字符串、名称、页框或嵌套超出 PDF 的限度"), again),
    .init(
      "permissions", .error, [.a2u],
      Wording("the permissions hold more than signatures", "权限字典含签名以外的项"), again),
    .init(
      "filter", .error, [.a2u],
      Wording("data are packed in a way that is not allowed", "数据用了不允许的压缩方式"), again),
    .init(
      "name-not-utf8", .error, [.a2u], Wording("the name of an ink is no UTF-8", "油墨名称不是 UTF-8"),
      again),
  ]

  /// 6.2: what pages paint.
  private static let archiveContentRules: [PreflightRule] = [
    .init(
      "operator-unknown", .error, [.a2u],
      Wording("a page uses an operator that PDF does not know", "版面用了 PDF 没有的运算符"), again),
    .init(
      "resources-inherited", .error, [.a2u],
      Wording("content uses resources that are not its own", "内容使用了非自身的资源"), again),
    .init(
      "rendering-intent", .error, [.a2u],
      Wording("a rendering intent is none of the four", "再现意图不是规定的四种"), again),
    .init(
      "archive-intent", .error, [.a2u],
      Wording("the output intent for archives is not in order", "存档用的输出意图不合规"), again),
    .init(
      "icc-profile", .error, [.a2u],
      Wording("a colour profile is not of a kind that is allowed", "ICC 特性文件种类不合规"), again),
    .init(
      "icc-overprint", .error, [.a2u],
      Wording("a profile's four inks overprint in mode 1", "ICC 四色对象用了叠印模式 1"), again),
    .init(
      "spot-differs", .error, [.a2u], Wording("one name means two spot inks", "同名专色定义不同"), again),
    .init(
      "colorant-missing", .error, [.a2u],
      Wording("an ink of a mixture is not described", "多色空间缺少油墨说明"), again),
    .init(
      "state-transfer", .error, [.a2u], Wording("a graphics state changes tones", "图形状态含传递函数"),
      again),
    .init(
      "state-halftone", .error, [.a2u],
      Wording("a graphics state brings its own screen", "图形状态自带网屏"), again),
    .init(
      "blend-mode", .error, [.a2u], Wording("a blend mode is not one of PDF's", "混合模式不是 PDF 规定的"),
      again),
    .init(
      "blend-space-missing", .error, [.a2u],
      Wording("a page blends and does not say in which colours", "页面有透明而未写明混合空间"), again),
    .init("interpolate", .error, [.a2u], Wording("a picture asks to be smoothed", "图片要求插值"), again),
    .init(
      "jpx", .error, [.a2u],
      Wording("a JPEG 2000 picture is not of the allowed kind", "JPEG 2000 图片不合规"), again),
  ]

  /// 6.2.11: fonts.
  private static let archiveFontRules: [PreflightRule] = [
    .init(
      "cmap-unknown", .error, [.a2u, .ua1],
      Wording("a character map is neither known nor embedded", "字符映射既非预定义也未嵌入"), again),
    .init(
      "cid-system-differs", .error, [.a2u, .ua1],
      Wording("a font and its character map have different collections", "字体与字符映射的字符集不同"), again),
    .init(
      "cmap-writing-mode", .error, [.a2u, .ua1],
      Wording("a character map contradicts itself about the writing direction", "字符映射的书写方向前后不一"),
      again),
    .init(
      "truetype-encoding", .error, [.a2u, .ua1],
      Wording("a TrueType font does not say its characters as it must", "TrueType 字体的编码不合规"), again),
    .init(
      "unicode-forbidden", .error, [.a2u, .ua1],
      Wording("a character stands for no character of Unicode", "字符对应的 Unicode 值不合规"), again),
  ]

  /// 6.3 to 6.5 and 6.9: annotations, fields, actions, layers.
  private static let interactionRules: [PreflightRule] = [
    .init(
      "annotation-type", .error, [.a2u],
      Wording("an annotation is of a kind that is not allowed", "批注种类不合规"), again),
    .init(
      "annotation-flags", .error, [.a2u],
      Wording("an annotation is hidden or not printed", "批注隐藏或不打印"), again),
    .init(
      "annotation-look", .error, [.a2u],
      Wording("an annotation has no appearance of its own", "批注没有外观"), again),
    .init("field-action", .error, [.a2u], Wording("a form field does something", "表单域带动作"), again),
    .init(
      "field-appearances", .error, [.a2u],
      Wording("the reader must draw the form fields", "表单域外观要由阅读器生成"), again),
    .init("xfa", .error, [.a2u], Wording("the form is an XML form", "表单是 XFA"), again),
    .init(
      "archive-actions", .error, [.a2u],
      Wording("the file holds an action that is not allowed", "文件含不允许的动作"), again),
    .init(
      "layer-names", .error, [.a2u, .ua1],
      Wording("a set of layers has no name of its own", "图层配置没有独有的名称"), again),
    .init(
      "layer-automatic", .error, [.a2u, .ua1], Wording("layers switch by themselves", "图层会自动切换"),
      again),
    .init(
      "layer-order", .error, [.a2u], Wording("a layer is missing from the list", "图层清单不全"), again),
    .init(
      "attachment-names", .error, [.a2u, .ua1],
      Wording("an attached file is not named for every reader", "附件没有写全文件名"), again),
    .init(
      "catalog-requirements", .error, [.a2u],
      Wording("the file asks something of its reader", "文件对阅读器另有要求"), again),
    .init(
      "catalog-presentations", .error, [.a2u],
      Wording("the file has other presentations", "文件含其他演示方式"), again),
    .init("page-steps", .error, [.a2u], Wording("a page is shown in steps", "页面分步显示"), again),
  ]

  /// 6.6: metadata.
  private static let metadataRules: [PreflightRule] = [
    .init(
      "xmp-header", .error, [.a2u],
      Wording("the metadata begin with attributes that are no longer allowed", "元数据开头含已废止的属性"),
      again),
    .init(
      "xmp-prefix", .error, [.a2u],
      Wording("a field of the metadata has another prefix than its standard says", "元数据字段的前缀与标准不同"),
      again),
    .init(
      "xmp-value-type", .error, [.a2u],
      Wording("a field of the metadata is not of its type", "元数据字段的类型不对"), again),
    .init(
      "xmp-property-undefined", .error, [.a2u],
      Wording("a field of the metadata is not described", "元数据含未定义的字段"), again),
    .init(
      "xmp-extension-schema", .error, [.a2u],
      Wording("the description of own metadata is not in order", "自定义元数据的说明不合规"), again),
  ]
}
