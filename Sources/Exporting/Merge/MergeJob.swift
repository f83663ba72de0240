/// What `banxin merge` asks for: one document a row.
public struct MergeJob: Hashable, Sendable {
  /// The table, in any format that tables are read from.
  public var data: String
  /// Name of the layout.
  public var layout: String
  /// The map of columns, `.yaml`; nil where placeholders are named as the columns.
  public var map: String?
  /// The template, `.md` or `.docx`, or a folder of them; nil for the map's, or `template.md` in the layout's folder.
  public var template: String?
  /// The folder for the documents.
  public var output: String
  /// The list of holidays, by which limits in working days are reckoned; nil where only weekends are off.
  public var holidays: String?
  /// The column whose value names the template of a row: `<value>.md` in the template's folder; nil for
  /// one template.
  public var templateBy: String?
  /// The file that holds all documents one after another; nil for none.
  public var joined: String?
  /// The column by which the joined documents are ordered; nil for the order of the rows.
  public var order: String?
  /// Whether rows are set again whose values have not changed.
  public var redoes = false
  /// How many worker processes; 0 sets all rows in this one.
  public var workers = 0
  /// Path and arguments of a worker process.
  public var workerCommand: [String] = []
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
  /// Rows whose document is as it was.
  public var unchanged = 0
  /// The joined file, where one was asked for.
  public var joined: String?
  /// Pages of all documents.
  public var pages = 0
}
