internal import ReportModel

/// What a reader of a format hands to the shared steps: lines with the format's marks, and the
/// tables and figures it found.
struct Draft {
  /// The decoded text.
  var source: SourceText
  /// The front matter.
  var metadata: [ReportMetadata]
  /// The lines that are not blank, without the front matter.
  var lines: [TextLine]
  /// Tables; lines refer to them by place.
  var tables: [RawTable]
  /// Figures; lines refer to them by place.
  var figures: [ReportFigure]
  /// Notes; lines refer to them by number.
  var notes = NoteMarks()
}
