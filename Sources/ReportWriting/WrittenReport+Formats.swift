public import Diagnostics

extension WrittenReport {
  /// The words, tables and pictures as they stand in a web page, without the page round them.
  public var webArticle: String { HTMLPage(self).article }

  /// The look of such an article.
  public static var webStyle: String { HTMLPage.style }

  /// The bytes of a file.
  public func bytes(as format: Format) throws(Rejection) -> [UInt8] {
    switch format {
    case .word: try WordFile(self).bytes()
    case .html: Array(HTMLPage(self).text.utf8)
    case .markdown: Array(MarkdownText(self).text.utf8)
    // Spreadsheets take a file for UTF-8 where it opens with a mark.
    case .tables: [0xEF, 0xBB, 0xBF] + Array(SeparatedTables.text(of: report).utf8)
    }
  }
}
