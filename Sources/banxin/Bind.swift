import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bind`: several documents as one book.
struct Bind: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "装订成册：目录、书眉、页码、索引  Binds documents into a book with contents and index.",
    discussion: """
      计划文件 the plan:
        format: 1
        title: 杏溪街道年鉴（2031）
        author: 杏溪街道办事处
        date: 2031-12-31
        layout: yearbook
        parts:
          - title: 月度分析
            documents:
              - { report: 月报/01.md, layout: bulletin-a4 }
          - title: 附件
            documents: [{ file: 预案.pdf, title: 应急预案 }]
        index: { persons: [张三], projects: [凤凰路改造], numbers: true, leave-out: [高新区] }

      人名、项目、数字自动收进索引，链接到原句；同名的 -index.json 列出每个数字在第几页第几句、哪份稿件哪一行。
      Persons, projects and numbers are indexed and linked to their sentences; BOOK-index.json lists them.

      例 examples:
        banxin bind BOOK.yaml -o 年鉴.pdf
        banxin bind BOOK.yaml --archive -o 年鉴.pdf
      """)

  @OptionGroup var plan: PlanOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if plan.proof {
      throw ValidationError(
        "书没有校样，请逐份校对  a book has no proof; prove its documents one by one")
    }
  }

  func run() throws {
    try plan.perform(common) { exporter, job, problems throws(Rejection) in
      try exporter.run(book: job, into: &problems)
    }
  }
}
