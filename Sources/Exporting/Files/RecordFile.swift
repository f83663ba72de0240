import Diagnostics
import ReportReading

/// A file of records and, behind a `#`, the sheet or table of it that is meant: `cases.xlsx#五月`.
struct RecordFile {
  let path: String
  let part: String?

  /// Largest file, in bytes.
  static let limit = 256 << 20

  /// Takes a name apart; one that is a file as it stands is whole.
  init(_ name: String, in environment: any ExportEnvironment) {
    guard environment.kind(of: name) != .file, let mark = name.lastIndex(of: "#"),
      mark > name.startIndex
    else {
      path = name
      part = nil
      return
    }
    path = String(name[..<mark])
    part = String(name[name.index(after: mark)...])
  }

  /// The records.
  func read(
    in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    let bytes = try OfficeFile.modern(
      try environment.read(path, limit: Self.limit), name: path)
    return try RecordTable.read(bytes: bytes, name: path, part: part, into: &problems)
  }
}
