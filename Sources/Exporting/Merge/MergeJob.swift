/// What `banxin merge` asks for: one document a row.
public struct MergeJob: Hashable, Sendable {
  /// The table: `.csv` or `.tsv`.
  public var data: String
  /// Name of the layout.
  public var layout: String
  /// The map of columns, `.yaml`; nil where placeholders are named as the columns.
  public var map: String?
  /// The template, `.md`; nil for the map's, or `template.md` in the layout's folder.
  public var template: String?
  /// The folder for the documents.
  public var output: String
  /// The list of holidays, by which limits in working days are reckoned; nil where only weekends are off.
  public var holidays: String?
  /// Facts and layout values for all documents.
  public var settings: [ExportJob.Setting]

  /// Makes a job.
  public init(
    data: String, layout: String, map: String? = nil, template: String? = nil, output: String,
    settings: [ExportJob.Setting] = []
  ) {
    self.data = data
    self.layout = layout
    self.map = map
    self.template = template
    self.output = output
    self.settings = settings
  }
}

/// What a merge came to.
public struct MergeResult: Hashable, Sendable {
  /// The files written, in the order of the rows.
  public var files: [String] = []
  /// Files that hold all documents gathered on sheets, where the layout gathers them.
  public var sheets: [String] = []
  /// Rows that became no document.
  public var failed = 0
  /// Pages of all documents.
  public var pages = 0
}
