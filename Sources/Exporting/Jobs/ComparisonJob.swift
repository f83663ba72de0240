public import Comparison
public import Diagnostics
import Geometry
import Prepress
import ReportModel
import ReportReading

/// Two versions of a report, of a plan of pages or of a PDF file, compared, and the differences marked
/// in the later one.
public struct ComparisonJob: Sendable {
  /// The earlier version's path.
  public let old: String
  /// The later version's path.
  public let new: String

  /// What differs.
  public enum Outcome: Sendable {
    /// Between two reports, by paragraphs with their places in the files.
    case reports(ReportComparison)
    /// Between two printed versions, by places on the pages; `pages` is the later version's PDF file.
    case pages(PaperComparison, pages: [UInt8])

    /// Whether there is no difference.
    public var isEmpty: Bool {
      switch self {
      case .reports(let found): found.isEmpty
      case .pages(let found, _): found.isEmpty
      }
    }

    /// The differences as JSON.
    public var json: String {
      switch self {
      case .reports(let found): found.json
      case .pages(let found, _): found.json
      }
    }

    /// The differences for a screen, a line each.
    public func text(_ language: WordingLanguage) -> String {
      switch self {
      case .reports(let found): found.text(language)
      case .pages(let found, _): found.text(language)
      }
    }
  }

  /// Makes a job.
  public init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Compares two reports by their words, tables and pictures; two plans or PDF files, or a plan and a
  /// PDF file, as they are printed.
  public func compare(
    with exporter: Exporter, into problems: inout Problems
  ) throws(Rejection) -> Outcome {
    let isPrinted = (
      old: try isPages(old, exporter.environment), new: try isPages(new, exporter.environment)
    )
    guard isPrinted.old == isPrinted.new else {
      throw Rejection(ComparisonProblems.unlike(old, new))
    }
    guard isPrinted.new else {
      return .reports(try reports(in: exporter.environment, into: &problems))
    }
    let before = try exporter.pages(of: PrintJob(old), into: &problems)
    let after = try exporter.pages(of: PrintJob(new), into: &problems)
    let found = PaperComparison(
      try PaperReader.read(before, name: Paths.name(old), into: &problems),
      try PaperReader.read(after, name: Paths.name(new), into: &problems))
    return .pages(found, pages: after)
  }

  private func isPages(
    _ path: String, _ environment: any ExportEnvironment
  ) throws(Rejection) -> Bool {
    if path.lowercased().hasSuffix(".pdf") { return true }
    return PlanKind(of: try environment.read(path, limit: ReadingLimits.yamlBytes), named: path)
      != .report
  }

  /// Compares the words, the tables and the bytes of the pictures that both name.
  private func reports(
    in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> ReportComparison {
    let before = try Exporter.readReport(old, in: environment, into: &problems)
    let after = try Exporter.readReport(new, in: environment, into: &problems)
    return ReportComparison(
      before, after, oldFiles: files(of: before, beside: old, environment, into: &problems),
      newFiles: files(of: after, beside: new, environment, into: &problems))
  }

  /// Writes the later version with the differences marked in it: a report set in a layout, or pages
  /// with frames and a list of what they say.
  public func write(
    _ outcome: Outcome, layout: String, output: String, with exporter: Exporter,
    into problems: inout Problems
  ) throws(Rejection) {
    switch outcome {
    case .reports(let found):
      var job = ExportJob(input: new, layout: layout, output: output)
      job.report = found.marked
      _ = try exporter.run(job, into: &problems)
    case .pages(let found, let pages):
      let bytes = try MarkedPages(found, layout: layout).write(
        pages, named: Paths.name(new), with: exporter, into: &problems)
      try exporter.environment.write([OutputFile(path: output, bytes: bytes)])
    }
  }

  /// Digests of the picture files by their names. One that cannot be read has none and is compared by
  /// its name alone, which is said.
  private func files(
    of report: Report, beside path: String, _ environment: any ExportEnvironment,
    into problems: inout Problems
  ) -> [String: String] {
    let folder = AtomicFile.folder(of: path)
    var digests: [String: String] = [:]
    for name in report.figures.compactMap(\.path) where !name.hasPrefix("/") {
      let bytes = try? environment.read("\(folder)/\(name)", limit: ReadingLimits.yamlBytes)
      if let bytes {
        digests[name] = Digest.sha256(bytes)
      } else {
        problems.report(ComparisonProblems.unread(name, of: Paths.name(path)))
      }
    }
    return digests
  }
}

/// What stands in the way of a comparison.
enum ComparisonProblems {
  static func unlike(_ old: String, _ new: String) -> Diagnostic {
    Diagnostic(
      .error, "compare.unlike",
      Wording(
        "\(Paths.name(old)) and \(Paths.name(new)) are a report and printed pages, which are not compared",
        "\(Paths.name(old)) 和 \(Paths.name(new)) 一个是稿件，一个是版面，不能互比"),
      hints: [
        Wording(
          "compare two reports, or two plans or PDF files", "请比两份稿件，或两份版面计划、PDF")
      ])
  }

  static func unread(_ picture: String, of report: String) -> Diagnostic {
    Diagnostic(
      .warning, "compare.picture-unread",
      Wording(
        "the picture \(picture) of \(report) cannot be read; only its name is compared",
        "\(report) 的图片 \(picture) 读不到，只比文件名，没有比图"),
      hints: [Wording("put the picture beside the report", "请把图片放到稿件旁边")])
  }

  static func unreadable(_ file: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "compare.text-unread",
      Wording(
        "\(count) characters of \(file) have no text in the file and are not compared",
        "\(file) 有 \(count) 个字形没有文字信息，没有比对"),
      hints: [
        Wording("compare the files from which it was made", "请比对制作它的源文件，或重新导出带文字的 PDF")
      ])
  }
}
