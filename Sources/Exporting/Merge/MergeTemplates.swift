import Diagnostics
import ReportReading

/// The templates of a merge: one for all rows, or one for each value of a column.
struct MergeTemplates {
  private let environment: any ExportEnvironment
  /// The one template, or the one for values without their own.
  let usual: String?
  private let folder: String
  private let column: String?
  private var known: [String: ReportTemplate] = [:]

  private static let endings = ["md", "markdown", "txt", "docx"]

  init(
    _ job: MergeJob, map: RecordMap, home: ResourceHome, environment: any ExportEnvironment
  ) throws(Rejection) {
    self.environment = environment
    column = job.templateBy
    var path = job.template
    if path == nil, let file = job.map, !map.template.isEmpty {
      path = "\(AtomicFile.folder(of: file))/\(map.template)"
    }
    let own = "\(home.path)/layouts/\(Paths.name(job.layout))/template.md"
    if path == nil, environment.kind(of: own) == .file { path = own }
    let isFolder = path.map { environment.kind(of: $0) == .folder } ?? false
    folder = isFolder ? path ?? "." : path.map(AtomicFile.folder) ?? "."
    usual = isFolder ? nil : path
    if usual == nil, column == nil { throw Rejection(MergeProblems.noTemplate(job.layout)) }
  }

  /// The path of a row's template.
  func path(for value: String?, at range: SourceRange) throws(Rejection) -> String {
    if let column {
      let value = value ?? ""
      let isName = !value.isEmpty && !value.contains("/") && !value.hasPrefix(".")
      let own = Self.endings.lazy.map { "\(folder)/\(value).\($0)" }
      if isName, let path = own.first(where: { environment.kind(of: $0) == .file }) { return path }
      guard let usual else {
        throw Rejection(
          MergeProblems.noTemplate(value, column: column, folder: folder, at: range))
      }
      return usual
    }
    return usual ?? folder
  }

  /// A template, read once.
  mutating func template(_ path: String) throws(Rejection) -> ReportTemplate {
    if let template = known[path] { return template }
    let bytes = try environment.read(path, limit: MergeRun.limit)
    // What is to be said of its characters is said of each document that is made of it.
    var problems = Problems()
    let template = try ReportTemplate(bytes, name: path, into: &problems)
    known[path] = template
    return template
  }
}
