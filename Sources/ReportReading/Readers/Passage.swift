internal import ReportModel

/// A paragraph with its role, as the indicator and proof steps see it.
struct Passage {
  /// The text and the way back to its source.
  var paragraph: Paragraph
  /// Its role.
  var role: ReportRole
  /// The length of its run-in lead in scalars, 0 for none.
  var runIn: Int
  /// Its place in `Report.blocks`.
  var block: Int
}
