internal import Diagnostics
internal import ReportModel

/// The panel that front matter asks for (`panel: false`, `panel: [3, 1, 7]`), and places that there are
/// no indicators at.
enum PanelCheck {
  /// Takes over what the front matter says, and reports what cannot be.
  static func settle(_ report: inout Report, into problems: inout Problems) {
    var range = SourceRange(file: report.source, line: 1)
    if let entry = report.metadata.last(where: { $0.key == "panel" }) {
      range = entry.range
      guard let choice = PanelChoice(entry.value) else {
        problems.report(ReadingProblems.panelValue(entry.value, range))
        return
      }
      report.panel = choice
    }
    guard case .chosen(let places) = report.panel else { return }
    let count = report.indicators.count
    if let place = places.first(where: { $0 > count }) {
      problems.report(ReadingProblems.panelPlace(place, of: count, range))
    }
  }
}
