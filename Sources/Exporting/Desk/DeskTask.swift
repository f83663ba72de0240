/// What a server asks of one of its workers. Paths are relative to the folder that both run in.
package enum DeskTask: Codable, Sendable {
  /// What was understood of a report.
  case read(path: String)
  /// Changes a report and writes it as a report file.
  case edit(path: String, output: String, edits: [DeskEdit])
  /// Changes a page plan and writes it.
  case arrange(path: String, edits: [DeskPlanEdit])
  /// Sets pages and draws some of them as SVG files into a folder.
  case page(DeskOrder, folder: String, pages: [Int])
  /// Sets the arrangements of a report's page and draws each as an SVG file into a folder.
  case variants(DeskOrder, folder: String)
  /// Sets pages and writes their files, as the command line does.
  case export(DeskOrder)
  /// Draws a chart of a specification file.
  case chart(DeskChart)
  /// Writes a picture, which may be inside a Word file, into a folder as a browser shows it.
  case picture(path: String, folder: String)
  /// Checks a PDF file against a press.
  case preflight(path: String, press: String)
  /// Draws pages of a PDF file, counted from 0, as PNG files into a folder.
  case look(path: String, folder: String, pages: [Int])
  /// Compares two PDF files; `output` is the marked one, where it is wanted.
  case compare(old: String, new: String, output: String?)
  /// What a table holds; `near` is a day that days without a year are near to.
  case table(path: String, near: String, map: String?)
  /// Makes a bulletin of a table.
  case bulletin(DeskBulletin)
  /// Makes a document of each row.
  case merge(DeskMerge)
  /// Draws the document of one row, counted from 1, into a folder.
  case preview(DeskMerge, row: Int, folder: String)
  /// The layouts that there are.
  case layouts
}

/// Pages that are to be set: of a report, or of a plan.
package struct DeskOrder: Codable, Hashable, Sendable {
  /// How an input is to be taken.
  package enum Kind: String, Codable, Sendable { case report, page, issue }

  package var kind = Kind.report
  /// The report or plan.
  package var input: String
  /// Name of the layout; empty for the one that the input names.
  package var layout = ""
  /// The file to write.
  package var output: String?
  /// Folder of pictures.
  package var photos: String?
  /// Name of the press profile.
  package var press: String?
  /// Whether the pages are proofs.
  package var proof = false
  /// How many arrangements.
  package var variants = 1
  /// Resolution of PNG files.
  package var dpi = 150.0
  /// Facts and layout values, as of `--set`.
  package var set: [String: String] = [:]

  /// Makes an order.
  package init(kind: Kind = .report, input: String) {
    self.kind = kind
    self.input = input
  }

  /// The order as the exporter takes a report.
  var reportJob: ExportJob {
    ExportJob(
      input: input, layout: layout, output: output, dpi: dpi, photos: photos, variants: variants,
      proof: proof,
      settings: set.sorted { $0.key < $1.key }.map {
        ExportJob.Setting(key: $0.key, value: $0.value)
      },
      press: press.map { PressOptions(profile: $0) })
  }

  /// The order as the exporter takes a plan.
  var planJob: PlanExport {
    PlanExport(
      plan: input, output: output, dpi: dpi, proof: proof,
      press: press.map { PressOptions(profile: $0) })
  }
}

/// A chart that is to be drawn.
package struct DeskChart: Codable, Sendable {
  /// The specification file.
  package var path: String
  /// The folder for the picture.
  package var folder: String
  /// `pdf`, `svg` or `png`.
  package var format: String
  /// Name of the theme.
  package var theme: String
  /// Pixels a point in PNG files.
  package var scale: Double
  /// The size as stated; nil for the size that comes of itself.
  package var size: String?

  /// Makes a chart.
  package init(
    path: String, folder: String, format: String, theme: String, scale: Double, size: String?
  ) {
    self.path = path
    self.folder = folder
    self.format = format
    self.theme = theme
    self.scale = scale
    self.size = size
  }
}

/// A worker's answer.
package struct DeskReply: Codable, Sendable {
  package enum State: String, Codable, Sendable {
    /// The task has begun, or goes on; the answer follows.
    case started
    case done
    /// The input was rejected, or what was written is only a proof.
    case failed
    /// The worker was lost, or took too long.
    case lost
  }

  package var state: State
  package var findings: [DeskFinding] = []
  package var report: DeskReport?
  package var plan: DeskPlan?
  package var pages: DeskPages?
  /// The files that were written.
  package var files: [String] = []
  /// The preflight report as JSON.
  package var preflight: String?
  /// Whether a press file may go to the plant.
  package var isReady: Bool?
  package var layouts: [DeskLayout]?
  package var comparison: DeskComparison?
  package var table: DeskTable?
  package var merged: DeskMerged?
  /// How many of how many are done, of a task that goes on.
  package var progress: [Int]?

  package init(state: State, findings: [DeskFinding] = []) {
    self.state = state
    self.findings = findings
  }
}

/// A layout by name and title.
package struct DeskLayout: Codable, Sendable {
  package var name: String
  package var title: String
}
