public import Diagnostics
import ReportModel

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
    case .tables: tables.first ?? []
    }
  }

  /// The tables as comma-separated values, a file each.
  public var tables: [[UInt8]] { SeparatedTables.texts(of: report).map(Self.marked) }

  /// The numbers of the text as comma-separated values; nil where none was found.
  public var indicatorTable: [UInt8]? {
    report.indicators.isEmpty ? nil : Self.marked(SeparatedTables.indicators(of: report))
  }

  /// Spreadsheets take a file for UTF-8 where it opens with a mark.
  private static func marked(_ text: String) -> [UInt8] { [0xEF, 0xBB, 0xBF] + Array(text.utf8) }
}
