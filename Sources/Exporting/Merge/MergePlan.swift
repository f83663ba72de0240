import Diagnostics
import ReportReading

/// Template, map and table of a merge, brought together.
struct MergePlan {
  /// A row's document before it is set.
  struct Document {
    var text: String
    /// A path beside the template, so that the pictures it names are found from there.
    var input: String
    var output: String
    var range: SourceRange
  }

  private let job: MergeJob
  private let table: RecordTable
  private let map: RecordMap
  private let template: RecordTemplate
  private let name: RecordTemplate?
  private let folder: String
  private var terms: MergeTerms
  /// The template's path.
  let path: String

  init(
    _ job: MergeJob, table: RecordTable, home: ResourceHome, environment: any ExportEnvironment
  ) throws(Rejection) {
    self.job = job
    self.table = table
    func text(_ path: String) throws(Rejection) -> String {
      let bytes = try environment.read(path, limit: MergeRun.limit)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Rejection(FileProblems.notUTF8(path))
      }
      return text
    }
    map =
      try job.map.map { (path) throws(Rejection) in
        try RecordMap.read(try text(path), file: path)
      } ?? RecordMap()
    var path = job.template
    if path == nil, let file = job.map, !map.template.isEmpty {
      path = "\(AtomicFile.folder(of: file))/\(map.template)"
    }
    let own = "\(home.path)/layouts/\(Paths.name(job.layout))/template.md"
    if path == nil, environment.kind(of: own) == .file { path = own }
    guard let path else { throw Rejection(MergeProblems.noTemplate(job.layout)) }
    template = try RecordTemplate(try text(path), file: path)
    folder = AtomicFile.folder(of: path)
    terms = MergeTerms(
      table: table, calendar: try CalendarFile.read(job.holidays, in: environment))
    self.path = path
    name = try map.output.isEmpty ? nil : RecordTemplate(map.output, file: job.map ?? "")
    for field in template.names + (name?.names ?? []) {
      let column = map.fields[field] ?? field
      guard table.fields.contains(column) else {
        throw Rejection(
          MergeProblems.unknownField(column, fields: table.fields, file: job.data))
      }
    }
  }

  /// The text and name of a row's document; a missing value is a rejection.
  mutating func document(
    of row: RecordTable.Row, number: Int, into problems: inout Problems
  ) throws(Rejection) -> Document {
    let reckoned = try terms.values(of: row, into: &problems)
    func value(_ field: String) -> String? {
      let column = map.fields[field] ?? field
      return reckoned[column] ?? table.value(column, in: row)
    }
    let filled = template.fill(prepare: RecordTemplate.markdown, value)
    let named = name?.fill(value)
    let missing = filled.missing + (named?.missing ?? []).filter { !filled.missing.contains($0) }
    guard missing.isEmpty else { throw Rejection(MergeProblems.missing(missing, at: row.range)) }
    let number = String(number)
    let stem =
      named?.text ?? String(repeating: "0", count: max(0, 4 - number.count)) + number
    guard !stem.isEmpty, !stem.hasPrefix("."), stem.utf8.count <= 200,
      !stem.unicodeScalars.contains(where: { $0 == "/" || $0.value < 0x20 })
    else { throw Rejection(MergeProblems.badName(stem, at: row.range)) }
    return Document(
      text: filled.text, input: "\(folder)/\(stem).md", output: "\(job.output)/\(stem).pdf",
      range: row.range)
  }
}
