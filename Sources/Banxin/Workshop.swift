import Diagnostics
import Dispatch
import Exporting
public import ReportModel
import Synchronization

/// Where pages are made: the folder with layouts and faces, layouts of one's own, and faces that stay
/// open from job to job. One for a process; it may be used from several threads at once.
///
/// ```swift
/// let workshop = try Workshop()
/// let job = ReportJob(File("通报.md", text: "# 通报\n\n本周走访居民12户。"), layout: "jianbao")
/// let product = try workshop.make(job)
/// let pdf = product.first("pdf")
/// ```
public final class Workshop: Sendable {
  let home: ResourceHome
  private let layoutFolder: String?
  private let idle = Mutex<[Stock]>([])

  /// What one job at a time works with.
  private struct Stock: @unchecked Sendable {
    let stock: ExportStock
  }

  /// Most stocks that are kept warm.
  private static let mostIdle = 8

  /// Opens a workshop.
  ///
  /// - Parameters:
  ///   - home: the folder with `layouts/` and `fonts/`; nil for the one of an installed Banxin, in
  ///     `share/banxin` under the prefix of the running program.
  ///   - layouts: a folder of layouts of one's own, sought before the home's.
  public init(home: String? = nil, layouts: String? = nil) throws(Failure) {
    layoutFolder = layouts
    do throws(Rejection) {
      var found = try ResourceHome.find(
        given: home, variable: nil, executable: Self.executable, in: FileSystem())
      try found.take(layouts: layouts)
      self.home = found
    } catch { throw Failure(error) }
  }

  private static var executable: String { CommandLine.arguments.first ?? "." }

  /// Names of the layouts, sorted.
  public func layouts() throws(Failure) -> [String] {
    do throws(Rejection) { return try home.layoutNames() } catch { throw Failure(error) }
  }

  /// Reads a report: its blocks by their roles, tables, numbers, points to check.
  public func read(_ file: File) throws(Failure) -> (report: Report, findings: [Finding]) {
    var problems = Problems()
    do throws(Rejection) {
      let folder = JobFolder([file], shows: [], cancellation: nil)
      let report = try Exporter.readReport(file.name, in: folder, into: &problems)
      return (report, problems.diagnostics.map(Finding.init))
    } catch { throw Failure(error, besides: problems) }
  }

  /// Makes a job's files. A page whose text is overset is a product whose findings have an error: a
  /// proof that must not be printed.
  ///
  /// - Parameters:
  ///   - cancellation: ends the job from elsewhere.
  ///   - onProgress: called on the thread of the job, and for charts on several.
  /// - Throws: why nothing was made, with places.
  public func make(
    _ job: some Job, cancellation: Cancellation? = nil,
    onProgress: @escaping @Sendable (JobProgress) -> Void = { _ in }
  ) throws(Failure) -> Product {
    let stock = idle.withLock { $0.popLast() } ?? Stock(stock: ExportStock(home: home))
    defer { idle.withLock { if $0.count < Self.mostIdle { $0.append(stock) } } }
    let folder = JobFolder(
      job.files, shows: [home.path] + [layoutFolder].compactMap(\.self), cancellation: cancellation)
    var bench = Workbench(
      workshop: self, folder: folder, stock: stock.stock, onProgress: onProgress)
    try job.work(at: &bench)
    return Product(
      files: folder.outputs, pages: bench.pages,
      findings: bench.problems.diagnostics.map(Finding.init))
  }

  /// Makes a job's files on a thread of its own; a cancelled task cancels the job.
  public func product(
    of job: some Job, onProgress: @escaping @Sendable (JobProgress) -> Void = { _ in }
  ) async throws -> Product {
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          do throws(Failure) {
            continuation.resume(
              returning: try self.make(job, cancellation: cancellation, onProgress: onProgress))
          } catch { continuation.resume(throwing: error) }
        }
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}

/// What the workshop hands to a job that is run.
public struct Workbench {
  let workshop: Workshop
  let folder: JobFolder
  let stock: ExportStock
  let onProgress: @Sendable (JobProgress) -> Void
  var problems = Problems()
  var pages = 0

  /// Does a piece of work whose rejection is the job's.
  mutating func perform(
    _ work: (inout Workbench) throws(Rejection) -> Void
  ) throws(Failure) {
    do throws(Rejection) { try work(&self) } catch { throw Failure(error, besides: problems) }
  }

  /// What sets reports and plans.
  var exporter: Exporter {
    let report = onProgress
    return Exporter(home: workshop.home, environment: folder) { event in
      switch event {
      case .reading: report(.reading)
      case .composing: report(.composing)
      case .composingPage(let page, let count), .drawing(let page, let count):
        report(.piece(page, of: count))
      case .writing: report(.writing)
      }
    }
  }
}
