internal import ReportModel

/// An indicator while its sentence is being read.
struct FoundIndicator {
  var kind: ReportIndicator.Kind
  var subject: String
  var value = ""
  var unit = ""
  var qualifiers: [String] = []
  var period = ""
  var rank: IndicatorRank?
  var modality = Modality.fact
  var confidence = 1.0
  /// Whether it is the value that the next one changed from.
  var isFormer = false
  /// The stretch of the paragraph from the first word that belongs to the number to the last.
  var raw: Range<Int>
  /// Whether it is a rate of growth, which a 增幅 rank belongs to.
  var isGrowth = false
}
