public import Diagnostics
import ReportReading

/// Sets one document a row of a table, with everything opened once.
public struct MergeRun {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Largest table, template or map in bytes.
  static let limit = 64 << 20

  /// Makes a run over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Sets all rows. A row with a missing value, or one that is rejected, is reported at its line and
  /// does not stop the others.
  public func run(
    _ job: MergeJob, into problems: inout Problems, onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> MergeResult {
    let bytes = try environment.read(job.data, limit: Self.limit)
    let table = try RecordTable.read(bytes: bytes, name: job.data, into: &problems)
    let plan = try MergePlan(job, table: table, home: home, environment: environment)
    var result = MergeResult()
    result.failed = problems.diagnostics.count { $0.code == "records.row-width" }
    let stock = ExportStock(home: home)
    let rare = try RareCharacters(layout: job.layout, stock: stock).find(in: table)
    problems.report(contentsOf: rare)
    var taken: [String: Int] = [:]
    for (number, row) in table.rows.enumerated() {
      onProgress(number + 1, table.rows.count)
      do throws(Rejection) {
        let document = try plan.document(of: row, number: number + 1)
        if let first = taken.updateValue(row.range.start.line, forKey: document.output) {
          throw Rejection(
            BatchProblems.twice("output", document.output, firstLine: first, at: row.range))
        }
        let made = try set(document, job, stock, into: &problems)
        result.files += made.files
        result.pages += made.pages
      } catch {
        result.failed += 1
        problems.report(contentsOf: error.diagnostics.map { MergeProblems.inRow($0, row.range) })
      }
    }
    return result
  }

  private func set(
    _ document: MergePlan.Document, _ job: MergeJob, _ stock: ExportStock,
    into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    let overlay = OverlaidEnvironment(
      base: environment, path: document.input, bytes: Array(document.text.utf8))
    var found = Problems()
    let result = try Exporter(home: home, environment: overlay).run(
      ExportJob(
        input: document.input, layout: job.layout, output: document.output,
        settings: job.settings), with: stock, into: &found)
    problems.report(contentsOf: found.diagnostics.map { MergeProblems.inRow($0, document.range) })
    return result
  }
}

/// An environment with one more file in it.
struct OverlaidEnvironment: ExportEnvironment {
  let base: any ExportEnvironment
  let path: String
  let bytes: [UInt8]

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    if path == self.path { return bytes }
    return try base.read(path, limit: limit)
  }

  func names(in folder: String) throws(Rejection) -> [String] { try base.names(in: folder) }
  func kind(of path: String) -> FileKind { path == self.path ? .file : base.kind(of: path) }
  func write(_ files: [OutputFile]) throws(Rejection) { try base.write(files) }
}

/// What can be wrong with a merge.
enum MergeProblems {
  /// A finding of a row's document, at the row.
  static func inRow(_ diagnostic: Diagnostic, _ row: SourceRange) -> Diagnostic {
    var placed = diagnostic
    if let range = diagnostic.range, range.file != row.file {
      placed.related.append(
        Note(Wording("in the template", "在模板中"), at: range))
    }
    placed.range = row
    return placed
  }

  static func unknownField(_ name: String, fields: [String], file: String) -> Diagnostic {
    Diagnostic(
      .error, "merge.unknown-field",
      Wording("no column is named \"\(name)\"", "表中没有“\(name)”这一列"),
      at: SourceRange(file: file, line: 1),
      hints: [
        Wording(
          "columns are \(fields.joined(separator: ", "))", "列名有：\(fields.joined(separator: " "))")
      ])
  }

  static func missing(_ names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.missing-value",
      Wording(
        "the row has nothing for \(names.joined(separator: ", ")); it was not set",
        "该行缺“\(names.joined(separator: "”“"))”，没有排出"), at: range)
  }

  static func badName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "merge.bad-name",
      Wording("\"\(name)\" cannot be the name of a file", "“\(name)”不能作文件名"), at: range)
  }

  static func noTemplate(_ layout: String) -> Diagnostic {
    Diagnostic(
      .error, "merge.no-template",
      Wording("the layout \"\(layout)\" has no template.md", "版式“\(layout)”没有 template.md"),
      hints: [Wording("name one with --template, or in the map", "用 --template 或在映射文件中指明模板")])
  }

  static func rare(_ scalar: Unicode.Scalar, faces: String?, at range: SourceRange) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    guard let faces else {
      return Diagnostic(
        .warning, "merge.no-face",
        Wording("no face has \(scalar) (U+\(code))", "没有字体含“\(scalar)”（U+\(code)）"), at: range)
    }
    return Diagnostic(
      .note, "merge.rare-character",
      Wording("\(scalar) (U+\(code)) is set in \(faces)", "“\(scalar)”（U+\(code)）用 \(faces)"),
      at: range)
  }
}
