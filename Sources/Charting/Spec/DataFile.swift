/// A file of data that the caller has read: charting itself opens none.
public struct DataFile: Hashable, Sendable {
  /// What it holds.
  public enum Content: Hashable, Sendable {
    /// The bytes of JSON, or of a text in columns in UTF-8.
    case bytes([UInt8])
    /// A table that its reader has understood: names of columns, and rows as long as they.
    case rows(fields: [String], [[String]])
  }

  /// The name as the specification's `url` gives it.
  public var name: String
  /// What it holds.
  public var content: Content

  /// Makes a file of its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  /// Makes a file of a table; an empty cell says nothing.
  public init(name: String, fields: [String], rows: [[String]]) {
    self.name = name
    content = .rows(fields: fields, rows)
  }

  /// The bytes; those of a table are a CSV text.
  public var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .rows(let fields, let rows):
      let lines = ([fields] + rows).map { row in
        row.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
        }
        .joined(separator: ",")
      }
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
  }
}
