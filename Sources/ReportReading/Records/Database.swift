internal import CSQLite
internal import Diagnostics

/// A SQLite database in memory, read only. A file from elsewhere is data, not code: its views and
/// triggers may not call functions that reach outside, and a query that does not end is ended.
final class Database {
  private let file: String
  private var handle: OpaquePointer?
  /// Thousands of steps that are left.
  private let steps = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  /// Steps of the virtual machine, in thousands, before a query is given up.
  private static let stepLimit: Int32 = 50_000
  /// Largest value in bytes, and most columns.
  private static let valueLimit: Int32 = 1 << 20
  private static let columnLimit: Int32 = 512
  /// Most bytes of all values of a table together.
  private static let tableLimit = 256 << 20

  /// Opens the bytes of a database; what is no database is a rejection.
  init(_ bytes: [UInt8], file: String) throws(Rejection) {
    self.file = file
    var bytes = bytes
    // A database in memory has no log of writes: its own says so (file format, 1.3.3).
    if bytes.count > 100, bytes[18] == 2 { bytes.replaceSubrange(18...19, with: [1, 1]) }
    guard sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
      let memory = sqlite3_malloc64(UInt64(bytes.count))
    else { throw Rejection(RecordProblems.database(file, "")) }
    bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress { memory.copyMemory(from: base, byteCount: buffer.count) }
    }
    harden()
    // The database owns the memory from here on, whatever comes of it.
    let flags = UInt32(SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
    let status = sqlite3_deserialize(
      handle, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count), flags)
    guard status == SQLITE_OK else { throw Rejection(RecordProblems.database(file, message)) }
  }

  deinit {
    sqlite3_close_v2(handle)
    steps.deallocate()
  }

  private func harden() {
    banxin_sqlite_harden(handle)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.valueLimit)
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, Self.columnLimit)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100)
    steps.initialize(to: Self.stepLimit)
    banxin_sqlite_limit_steps(handle, steps)
  }

  private var message: String { sqlite3_errmsg(handle).map { String(cString: $0) } ?? "" }

  /// The names of tables and views, in their order.
  func tables() throws(Rejection) -> [String] {
    let query =
      "SELECT name FROM sqlite_master WHERE type IN ('table','view') "
      + "AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    return try rows(query, limit: 10_000).rows.compactMap(\.first)
  }

  /// All rows of a table, values as text.
  func rows(ofTable name: String, limit: Int) throws(Rejection) -> (
    fields: [String], rows: [[String]]
  ) {
    let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return try rows("SELECT * FROM \"\(quoted)\"", limit: limit)
  }

  private func rows(_ query: String, limit: Int) throws(Rejection) -> (
    fields: [String], rows: [[String]]
  ) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else {
      throw Rejection(RecordProblems.database(file, message))
    }
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    let fields = (0..<count).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
    var rows: [[String]] = []
    var bytes = 0
    while true {
      let status = sqlite3_step(statement)
      if status == SQLITE_DONE { return (fields, rows) }
      guard status == SQLITE_ROW else {
        throw Rejection(RecordProblems.database(file, message))
      }
      let row = (0..<count).map { Self.text(statement, $0) }
      bytes += row.reduce(0) { $0 + $1.utf8.count }
      if bytes > Self.tableLimit {
        throw Rejection(RecordProblems.database(file, "more than 256 MB in one table"))
      }
      rows.append(row)
      if rows.count > limit {
        throw Rejection(ReadingProblems.tooManyLines(file, lines: rows.count, limit: limit))
      }
    }
  }

  /// A value as text; a blob is none.
  private static func text(_ statement: OpaquePointer?, _ column: Int32) -> String {
    guard sqlite3_column_type(statement, column) != SQLITE_BLOB,
      let start = sqlite3_column_text(statement, column)
    else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
