import Diagnostics

/// What a line of a job list has done: reports, pages, issues, charts and bulletins by one call.
protocol BatchTask {
  /// Makes the task's files in the bench's environment.
  ///
  /// - Returns: the number of pages; 0 where nothing has pages.
  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int
}

/// What a worker does its tasks with.
struct BatchBench {
  let home: ResourceHome
  let environment: any ExportEnvironment
  /// Faces and layouts that stay open from job to job.
  let stock: ExportStock

  var exporter: Exporter { Exporter(home: home, environment: environment) }
}

extension ExportJob: BatchTask {
  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int {
    try bench.exporter.run(self, with: bench.stock, into: &problems).pages
  }
}

/// A page of several articles.
struct PageTask: BatchTask {
  let plan: PlanExport

  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int {
    try bench.exporter.run(plan, into: &problems).pages
  }
}

/// The pages of an issue.
struct IssueTask: BatchTask {
  let plan: PlanExport

  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int {
    try bench.exporter.run(issue: plan, into: &problems).pages
  }
}

extension ChartJob: BatchTask {
  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int {
    _ = try ChartBatch(home: bench.home, environment: bench.environment)
      .run(self, into: &problems)
    // A chart that cannot be drawn is a finding of the run; here it is the job.
    try problems.rejectOnErrors()
    return 0
  }
}

extension BulletinJob: BatchTask {
  func perform(at bench: BatchBench, into problems: inout Problems) throws(Rejection) -> Int {
    try run(home: bench.home, in: bench.environment, into: &problems).pages
  }
}
