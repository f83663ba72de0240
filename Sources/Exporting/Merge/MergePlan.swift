import Diagnostics
import ReportReading

/// Template, map and table of a merge, brought together.
struct MergePlan {
  /// A row's document before it is set.
  struct Document {
    /// The template's path.
    var template: String
    /// The values of its placeholders.
    var values: [String: String]
    var output: String
    var range: SourceRange
  }

  private let job: MergeJob
  /// The records that are set, in their order.
  let table: RecordTable
  private let map: RecordMap
  private var templates: MergeTemplates
  private let name: RecordTemplate?
  private var terms: MergeTerms
  private var checked: Set<String> = []

  init(
    _ job: MergeJob, table whole: RecordTable, home: ResourceHome,
    environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) {
    self.job = job
    map =
      try job.map.map { (path) throws(Rejection) in
        let bytes = try environment.read(path, limit: MergeRun.limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw Rejection(FileProblems.notUTF8(path))
        }
        return try RecordMap.read(text, file: path)
      } ?? RecordMap()
    table = try TableRequest(map, of: job, into: &problems)
      .applied(to: whole, file: job.data, in: environment, into: &problems)
    try problems.rejectOnErrors()
    templates = try MergeTemplates(job, map: map, home: home, environment: environment)
    terms = MergeTerms(
      table: table, calendar: try CalendarFile.read(job.holidays, in: environment))
    name = try map.output.isEmpty ? nil : RecordTemplate(map.output, file: job.map ?? "")
    for column in [job.templateBy, job.order].compactMap({ $0 }) + (name?.names ?? []) {
      try check(column)
    }
    if let usual = templates.usual { try check(try templates.template(usual), path: usual) }
  }

  /// Whether the table has a column; columns of numbers alone have no others to stand for them.
  private func check(_ field: String) throws(Rejection) {
    let column = map.fields[field] ?? field
    guard table.fields.contains(column) else {
      throw Rejection(MergeProblems.unknownField(column, fields: table.fields, file: job.data))
    }
  }

  private mutating func check(_ template: ReportTemplate, path: String) throws(Rejection) {
    guard checked.insert(path).inserted else { return }
    for field in template.names { try check(field) }
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
    let path = try templates.path(for: job.templateBy.flatMap(value), at: row.range)
    let template = try templates.template(path)
    try check(template, path: path)
    let holes = template.missing(value)
    let named = name?.fill(value)
    let missing = holes + (named?.missing ?? []).filter { !holes.contains($0) }
    guard missing.isEmpty else { throw Rejection(MergeProblems.missing(missing, at: row.range)) }
    let number = String(number)
    let stem =
      named?.text ?? String(repeating: "0", count: max(0, 4 - number.count)) + number
    guard !stem.isEmpty, !stem.hasPrefix("."), stem.utf8.count <= 200,
      !stem.unicodeScalars.contains(where: { $0 == "/" || $0.value < 0x20 })
    else { throw Rejection(MergeProblems.badName(stem, at: row.range)) }
    var values: [String: String] = [:]
    for field in template.names { values[field] = value(field) }
    return Document(
      template: path, values: values, output: "\(job.output)/\(stem).pdf", range: row.range)
  }

  /// What the joined documents are ordered by.
  func orderKey(of row: RecordTable.Row) -> String {
    job.order.flatMap { table.value(map.fields[$0] ?? $0, in: row) } ?? ""
  }
}
