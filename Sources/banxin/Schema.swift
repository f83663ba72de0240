public import ArgumentParser
import Diagnostics
public import Exporting

extension SchemaKind: ExpressibleByArgument {}

/// `banxin schema`: what a file may hold, for editors.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "印出 JSON Schema，供编辑器补全和检查  Prints a JSON Schema for editors.",
    discussion: """
      layout 版式   page 一个版的计划   issue 一期的计划   book 一本书的计划   report 稿件文件   job 成批排版的一行

      例 examples:
        banxin schema layout > layout.schema.json
      在 YAML 文件第一行写  then, as the first line of a YAML file:
        # yaml-language-server: $schema=layout.schema.json
      """)

  @Argument(help: "layout page issue book report job")
  var kind: SchemaKind

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { _, _ throws(Rejection) in
      Terminal.result(try FileSchema.json(of: kind), terminator: "")
    }
  }
}
