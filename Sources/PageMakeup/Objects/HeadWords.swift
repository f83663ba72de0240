import ReportModel

extension ReportBlock {
  /// The words of a headline: the halves of a couplet stand one em apart, and a line that was ended by
  /// hand ends there.
  var headWords: String {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split { $0 == " " || $0 == "\u{3000}" }.joined(separator: "\u{3000}")
    }.joined(separator: "\u{2028}")
  }
}
