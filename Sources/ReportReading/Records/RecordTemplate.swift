public import Diagnostics
public import ReportModel

/// A text with places for values: `{{name}}`, or `{{name|what stands there otherwise}}`.
public struct RecordTemplate: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text(String)
    case place(name: String, otherwise: String?, isSetting: Bool)
  }

  private let pieces: [Piece]

  /// Takes a text apart; a placeholder without an end is a rejection at its place.
  public init(_ text: String, file: String) throws(Rejection) {
    var pieces: [Piece] = []
    var rest = text[...]
    let settings = Self.settings(of: text)
    while let open = rest.firstRange(of: "{{") {
      pieces.append(.text(String(rest[..<open.lowerBound])))
      let body = rest[open.upperBound...]
      guard let close = body.firstRange(of: "}}"),
        !body[..<close.lowerBound].contains(where: \.isNewline)
      else {
        let line = text[..<open.lowerBound].count(where: \.isNewline) + 1
        throw Rejection(RecordProblems.openPlaceholder(at: SourceRange(file: file, line: line)))
      }
      let parts = body[..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(
        .place(
          name: String(parts[0]).trimmingSpaces,
          otherwise: parts.count > 1 ? String(parts[1]) : nil,
          isSetting: open.lowerBound < settings))
      rest = body[close.upperBound...]
    }
    self.pieces = pieces + [.text(String(rest))]
  }

  /// The end of the settings between two `---` lines at the top; the start where there are none.
  private static func settings(of text: String) -> String.Index {
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else {
      return text.startIndex
    }
    return end.upperBound
  }

  /// The names of all places, in their order, each once.
  public var names: [String] {
    var names: [String] = []
    for case .place(let name, _, _) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The text with its values, or the names of those that are missing; nothing is printed with a
  /// hole. `prepare` makes a value fit to stand in the text.
  public func fill(
    prepare: (String) -> String = { $0 }, _ value: (String) -> String?
  ) -> (text: String, missing: [String]) {
    var text = ""
    var missing: [String] = []
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .place(let name, let otherwise, let isSetting):
        if let found = value(name) {
          // Settings are kept as written; only a line's end would end one.
          text += isSetting ? Self.line(found) : prepare(found)
        } else if let otherwise {
          text += otherwise
        } else if !missing.contains(name) {
          missing.append(name)
        }
      }
    }
    return (text, missing)
  }

  private static func line(_ value: String) -> String {
    String(value.map { $0.isNewline ? " " : $0 })
  }

  /// A value as Markdown prints it: its lines broken where they break, its marks without meaning.
  public static func markdown(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      if scalar == "\n" {
        text += "<br>"
        continue
      }
      if scalar == "\r" { continue }
      if "\\`*_[]<>|".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

/// How the columns of a table come into a template: `map.yaml`.
public struct RecordMap: Hashable, Sendable {
  /// The template's path, relative to the map; empty for the layout's own.
  public var template = ""
  /// The name of each document, a template itself; without an ending.
  public var output = ""
  /// Placeholder names and the columns that they stand for; all others stand for themselves.
  public var fields: [String: String] = [:]
  /// Which rows are set, in which order: `where`, `sort`, `since`, `key` under `table:`, lists parted by
  /// commas.
  public var table: [ReportMetadata] = []

  /// What a map's file may hold, beside its `format`.
  package static let keys = ["template", "output", "fields", "table"]

  /// Makes a map in which every placeholder stands for the column of its name.
  public init() {}

  /// Reads a map; what is wrong is a rejection at its place.
  public static func read(_ text: String, file: String) throws(Rejection) -> RecordMap {
    try YAMLGuard.check(text, file: file)
    var problems = Problems()
    var map = RecordMap()
    let root = try YAMLField.root(of: text, file: file)
    if let record = YAMLRecord(root, keys: ["format"] + keys, into: &problems) {
      map.template = record.string("template", into: &problems)
      map.output = record.string("output", into: &problems)
      if let fields = record.field("fields"), let entries = fields.entries {
        for (key, value) in entries { map.fields[key.string ?? ""] = value.string ?? "" }
      }
      for (key, value) in record.field("table")?.entries ?? [] {
        let items = value.elements?.compactMap(\.string) ?? [value.string ?? ""]
        map.table.append(
          ReportMetadata(
            key: key.string ?? "", value: items.joined(separator: "，"), range: key.range))
      }
    }
    try problems.rejectOnErrors()
    return map
  }
}
