import Diagnostics

private let again = Wording("tag the file anew", "请重新加标签输出")

extension PreflightRule {
  /// What ISO 14289-1 (PDF/UA-1) asks besides, by its clauses.
  static let accessRules: [PreflightRule] = [
    .init(
      "tags-suspect", .error, [.ua1],
      Wording("the file says that its tags are doubtful", "文件自称标签存疑"), again),
    .init(
      "tag-in-artifact", .error, [.ua1],
      Wording("decoration and content lie in one another", "装饰与内容互相嵌套"), again),
    .init(
      "role-map", .error, [.ua1],
      Wording("a type of tag leads to no standard type, or changes one", "标签类型没有对应的标准类型"), again),
    .init(
      "structure-nesting", .error, [.ua1], Wording("a tag stands where it may not", "标签嵌套不合规"),
      again),
    .init(
      "table-parts", .error, [.ua1], Wording("a table has the wrong parts", "表格的组成部分不合规"), again),
    .init(
      "table-grid", .error, [.ua1], Wording("the cells of a table make no rectangle", "表格单元格拼不成矩形"),
      again),
    .init(
      "table-headers", .error, [.ua1],
      Wording("a cell names a head that is not there", "单元格引用的表头不存在"), again),
    .init(
      "table-scope", .error, [.ua1],
      Wording("it is not said what a head of a table is for", "表头未写明所指范围"), again),
    .init(
      "heading-kinds", .error, [.ua1],
      Wording("numbered and plain headings are mixed", "标题编号与不编号混用"), again),
    .init(
      "note-id", .error, [.ua1], Wording("a note has no identifier of its own", "注释没有独有的编号"), again),
    .init(
      "lang-tag", .error, [.ua1], Wording("a language is not named as it must be", "语言代码不合规"), again
    ),
    .init(
      "tab-order", .error, [.ua1],
      Wording("a page with notes is not read in the order of its tags", "有批注的页面未按标签顺序"), again),
    .init(
      "annotation-not-tagged", .error, [.ua1],
      Wording("a link, note or field has no tag of its kind", "链接、批注或表单域没有相应标签"), again),
    .init(
      "annotation-no-words", .error, [.ua1],
      Wording("a link or note has no description", "链接或批注没有说明文字"), again),
    .init(
      "field-no-words", .error, [.ua1], Wording("a form field has no description", "表单域没有说明文字"),
      again),
    .init(
      "access-annotation-type", .error, [.ua1],
      Wording("a mark of the press is an annotation", "印刷标记不得作批注"), again),
    .init(
      "media-no-words", .error, [.ua1], Wording("sound or film has no description", "音视频没有说明文字"),
      again),
    .init(
      "xfa-dynamic", .error, [.ua1],
      Wording("the form is laid out anew by its reader", "表单由阅读器动态生成"), again),
    .init(
      "access-forbidden", .error, [.ua1], Wording("the file may not be read aloud", "文件不许朗读"), again
    ),
    .init(
      "form-marks-shared", .error, [.ua1],
      Wording("tagged content is painted more than once", "带标签的内容重复使用"), again),
  ]
}
