import Diagnostics
import ReportReading

/// Reads tables that are to become charts, by the one reader of tables.
enum DataFileReader {
  /// Endings of files that hold tables.
  private static let endings: Set<String> = [
    "csv", "tsv", "tab", "xlsx", "xlsm", "xltx", "xls", "xlsb", "et", "ods", "fods", "dbf", "db",
    "sqlite", "sqlite3", "md", "txt",
  ]

  /// Whether a name is that of a table and of no specification.
  static func isTable(_ path: String, in environment: any ExportEnvironment) -> Bool {
    let file = RecordFile(path, in: environment).path
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last
    return endings.contains(ending.map { $0.lowercased() } ?? "")
  }

  /// The name of the chart of a table: that of the file, and of the sheet where one is named.
  static func stem(_ path: String, in environment: any ExportEnvironment) -> String {
    let file = RecordFile(path, in: environment)
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return (stem.isEmpty ? name : stem) + (file.part.map { "-" + $0 } ?? "")
  }

  static func chart(
    _ path: String, _ choice: DataChoice, in environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) -> DataChart {
    let source = RecordFile(path, in: environment)
    let bytes = try OfficeFile.modern(
      try environment.read(source.path, limit: ChartBatch.sizeLimit), name: source.path)
    let table = try RecordTable.read(
      bytes: bytes, name: source.path, part: source.part, needsNames: false, into: &problems)
    if let leftOut = table.leftOut(file: source.path) { problems.report(leftOut) }
    return try DataChart(ChartTable(table, file: source.path), choice)
  }
}
