public import Notations
internal import ReportModel

/// The keys of a report file, of which the reader takes these and no others.
enum ReportFileKeys {
  static let file = [
    "format", "source", "metadata", "blocks", "tables", "figures", "indicators", "flags", "panel",
  ]
  static let metadata = ["key", "value", "at"]
  static let block = [
    "role", "text", "was", "lead", "notes", "table", "figure", "confidence", "or", "confirmed",
    "lines",
    "joins", "marks", "at",
  ]
  static let mark = ["from", "to", "as", "reading"]
  static let join = ["from", "to", "at", "glue", "rule"]
  static let note = ["text", "endnote"]
  static let table = [
    "title", "columns", "rows", "spans", "total", "header-line", "rule-line", "row-lines", "at",
  ]
  static let column = ["name", "type", "unit", "over", "width"]
  static let span = ["rows", "columns"]
  static let figure = [
    "kind", "path", "chart", "caption", "focus", "width", "over-text", "at",
  ]
  static let indicator = [
    "kind", "subject", "value", "unit", "qualifier", "period", "rank", "from", "modality",
    "confidence", "sentence", "raw", "block", "at",
  ]
  static let former = ["value", "unit", "period", "raw"]
  static let flag = ["kind", "text", "message", "message-zh", "block", "at"]
}

extension ReportYAML {
  /// What a report file may hold.
  public static var shape: FileShape {
    var shape = FileShape()
    func maps(_ path: String, _ keys: [String]) {
      shape.note(.list, at: path)
      shape.note(.map(keys), at: "\(path).0")
      for key in keys { shape.note(.text, at: "\(path).0.\(key)") }
    }
    shape.note(.map(ReportFileKeys.file), at: "")
    shape.note(.integer(1...1), at: "format")
    shape.require("format")
    shape.note(.text, at: "source")
    maps("metadata", ReportFileKeys.metadata)
    maps("blocks", ReportFileKeys.block)
    maps("tables", ReportFileKeys.table)
    maps("figures", ReportFileKeys.figure)
    maps("indicators", ReportFileKeys.indicator)
    maps("flags", ReportFileKeys.flag)
    shape.note(.flag, at: "panel")
    shape.note(.list, at: "panel")
    shape.note(.integer(1...9999), at: "panel.0")
    maps("blocks.0.marks", ReportFileKeys.mark)
    maps("blocks.0.joins", ReportFileKeys.join)
    maps("blocks.0.notes", ReportFileKeys.note)
    maps("tables.0.columns", ReportFileKeys.column)
    maps("tables.0.spans", ReportFileKeys.span)
    shape.note(.map(ReportFileKeys.former), at: "indicators.0.from")
    for key in ReportFileKeys.former { shape.note(.text, at: "indicators.0.from.\(key)") }
    noteTypes(in: &shape)
    return shape
  }

  /// The values that are no plain words.
  private static func noteTypes(in shape: inout FileShape) {
    let whole: FileShape.Value = .integer(0...1_000_000)
    for path in [
      "blocks.0.table", "blocks.0.figure", "blocks.0.marks.0.from", "blocks.0.marks.0.to",
      "blocks.0.joins.0.from", "blocks.0.joins.0.to", "blocks.0.joins.0.at",
      "tables.0.header-line", "tables.0.rule-line", "indicators.0.block", "flags.0.block",
    ] { shape.note(whole, at: path) }
    for path in [
      "blocks.0.lines", "tables.0.row-lines", "tables.0.spans.0.rows", "tables.0.spans.0.columns",
    ] {
      shape.note(.list, at: path)
      shape.note(whole, at: "\(path).0")
    }
    for path in ["tables.0.rows", "tables.0.rows.0", "tables.0.columns.0.over"] {
      shape.note(.list, at: path)
    }
    shape.note(.text, at: "tables.0.rows.0.0")
    shape.note(.text, at: "tables.0.columns.0.over.0")
    for path in ["blocks.0.confidence", "indicators.0.confidence"] {
      shape.note(.number(0...1), at: path)
    }
    shape.note(.number(0...1000), at: "tables.0.columns.0.width")
    for path in ["blocks.0.confirmed", "blocks.0.notes.0.endnote", "tables.0.total"] {
      shape.note(.flag, at: path)
    }
    func choice<Choice: RawRepresentable & CaseIterable>(_ path: String, _ type: Choice.Type)
    where Choice.RawValue == String {
      shape.note(.choice(type.allCases.map(\.rawValue)), at: path)
    }
    choice("blocks.0.role", ReportRole.self)
    choice("blocks.0.or", ReportRole.self)
    choice("blocks.0.marks.0.as", TextMark.Kind.self)
    choice("tables.0.columns.0.type", ColumnType.self)
    choice("figures.0.kind", ReportFigure.Kind.self)
    choice("indicators.0.kind", ReportIndicator.Kind.self)
    choice("indicators.0.modality", Modality.self)
    choice("flags.0.kind", ProofFlag.Kind.self)
    shape.require("blocks.0.role")
  }
}
