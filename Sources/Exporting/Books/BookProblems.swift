import Diagnostics
import ReportModel

/// What can be wrong with a book.
enum BookProblems {
  static func otherSizes(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note, "book.other-sizes",
      Wording(
        "\(count) pages are of another size than the book: they keep their own heads and page numbers",
        "有 \(count) 页与书的开本不同，保留自己的报眉和页码"))
  }

  static func lost(_ numbers: [(indicator: ReportIndicator, source: String)]) -> Diagnostic {
    let shown = numbers.prefix(3).map { "\($0.indicator.subject) \($0.indicator.raw)" }
    let list = shown.joined(separator: "; ")
    return Diagnostic(
      .warning, "book.number-not-found",
      Wording(
        "\(numbers.count) numbers are not in the index, since no page has their sentence: \(list)",
        "有 \(numbers.count) 个数字没有进索引，页上找不到它们的原句：\(list)"),
      at: numbers.first?.indicator.range)
  }

  static func pages(_ path: String, _ count: Int, most: Int) -> Diagnostic {
    Diagnostic(
      .error, "book.pages",
      Wording(
        "\"\(path)\" has \(count) pages; 1 to \(most) are bound",
        "“\(path)”有 \(count) 页，装订 1 到 \(most) 页的文件"))
  }

  static func notPDF(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "book.not-pdf",
      Wording("\"\(path)\" is no PDF file", "“\(path)”不是 PDF 文件"),
      hints: [Wording("name a text with report instead", "文稿请用 report 写")])
  }

  static func noHandoff() -> Diagnostic {
    Diagnostic(
      .error, "book.no-handoff",
      Wording("a book is written as PDF, PNG or SVG", "书只能写成 PDF、PNG 或 SVG"),
      hints: [
        Wording("hand on its documents one by one with banxin render", "请用 banxin render 逐份转出")
      ])
  }
}
