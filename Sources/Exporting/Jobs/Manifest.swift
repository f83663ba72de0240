import Diagnostics
import PageMakeup

/// What a run made and from what, beside its files: no clock, host or absolute path in it.
struct Manifest: Encodable {
  struct Input: Encodable {
    var name: String
    var sha256: String
  }

  struct Finding: Encodable {
    var severity: String
    var code: String
    var message: String
    var messageZh: String
    var place: String?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      code = diagnostic.code.rawValue
      message = diagnostic.message.english
      messageZh = diagnostic.message.chinese
      place = diagnostic.range?.description
    }
  }

  struct Fit: Encodable {
    struct Knob: Encodable {
      var name: String
      var rows: Int
      var ideal: Int
    }
    struct Foot: Encodable {
      var column: Int
      var line: Int
      var occupant: String
    }
    var exact: Bool
    var cost: Double
    var skeleton: String
    var knobs: [Knob]
    var paragraphs: [String]
    var feet: [Foot]
    var settingsTried: Int
    /// Columns by characters, where they are not the page's own.
    var columnSet: String?
    var next: Next?

    /// The arrangement that was passed over, and what it costs at least.
    struct Next: Encodable {
      var skeleton: String
      var cost: Double
    }

    init(_ report: FitReport) {
      exact = report.isExact
      cost = (report.cost * 100).rounded() / 100
      skeleton = report.skeleton
      knobs = report.knobs.map { Knob(name: $0.name, rows: $0.rows, ideal: $0.ideal) }
      paragraphs = report.variants
      feet = report.feet.map { Foot(column: $0.column, line: $0.line, occupant: $0.occupant) }
      settingsTried = report.tried
      columnSet = report.columnSet
      next = report.next.map {
        Next(skeleton: $0.skeleton, cost: ($0.cost * 100).rounded() / 100)
      }
    }
  }

  var version = 1
  var layout: String
  var inputs: [Input]
  var files: [Input]
  var pages: Int
  var fit: Fit?
  var diagnostics: [Finding]
  var leftOut: [String]
  /// Whether the press file may go to the plant; nil where none was asked for.
  var pressReady: Bool?

  func bytes() -> [UInt8] { JSONFile.bytes(of: self) }
}
