public import Diagnostics
import DisplayList
import Glibc
import LayoutSpecs
import PageMakeup
import ReportModel
import ReportReading

/// The child of a server: tasks as JSON lines on standard input, answers on standard output, until the
/// input ends. Faces, layouts, shaped characters and the pages that were set last are kept from task to
/// task.
public final class DeskWorker {
  let home: ResourceHome
  private let recorder: JobRecorder
  let files: FileSystem
  let stock: ExportStock
  private var last: DeskSet?

  /// Makes a worker over a resources folder.
  public init(
    home path: String, layouts: String? = nil, in files: FileSystem
  ) throws(Rejection) {
    // What its parent has open, such as the connections of a server, is none of its business.
    for name in try files.names(in: "/proc/self/fd") {
      if let number = Int32(name), number > STDERR_FILENO { close(number) }
    }
    recorder = JobRecorder(files: files, home: path)
    var home = try ResourceHome.find(given: path, variable: nil, executable: "", in: recorder)
    try home.take(layouts: layouts)
    self.home = home
    stock = ExportStock(home: home, recorder: recorder)
    self.files = files
  }

  /// Serves tasks until standard input ends.
  public func run() {
    // A terminal sends its signals to the parent, too, which decides what becomes of the tasks.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var lines = LineBuffer()
    while let chunk = Descriptor.read(STDIN_FILENO) {
      for case .line(let bytes, _) in lines.take(chunk) {
        guard let task = JSONLine.value(DeskTask.self, from: Array(bytes)) else { continue }
        if !send(DeskReply(state: .started)) { return }
        if !send(answer(to: task)) { return }
      }
    }
  }

  /// Says something to the parent; whether it could be said.
  func send(_ reply: DeskReply) -> Bool {
    Descriptor.write(JSONLine.bytes(of: reply) + [UInt8(ascii: "\n")], to: STDOUT_FILENO) == 0
  }

  /// The answer to one task; whatever is wrong with its input is in the answer.
  func answer(to task: DeskTask) -> DeskReply {
    _ = recorder.take()
    var problems = Problems()
    var reply = DeskReply(state: .done)
    do throws(Rejection) {
      try serve(task, &reply, into: &problems)
      if reply.findings.isEmpty { reply.findings = problems.diagnostics.map(DeskFinding.init) }
      if problems.hasErrors { reply.state = .failed }
    } catch {
      let known = Set(error.diagnostics)
      let rest = problems.diagnostics.filter { !known.contains($0) }
      reply = DeskReply(state: .failed, findings: (error.diagnostics + rest).map(DeskFinding.init))
    }
    return reply
  }

  private func serve(
    _ task: DeskTask, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    switch task {
    case .read(let path):
      try read(path, &reply, into: &problems)
    case .edit(let path, let output, let edits):
      var report = try Exporter.readReport(path, in: files, into: &problems)
      for edit in edits { try report.apply(edit) }
      try files.write([OutputFile(path: output, bytes: Array(ReportTexts.yaml(of: report).utf8))])
      // What the file says now is what counts, with the checks of an edited report.
      problems = Problems()
      try read(output, &reply, into: &problems)
    case .arrange(let path, let edits):
      let text = try text(ofPlan: path, into: &problems)
      let changed = try DeskPlan.text(text, file: path, changed: edits)
      try files.write([OutputFile(path: path, bytes: Array(changed.utf8))])
      try readPlan(path, &reply, into: &problems)
    case .page(let order, let folder, let pages):
      try draw(order, into: folder, pages: pages, &reply, problems: &problems)
    case .variants(let order, let folder):
      try draw(variantsOf: order, into: folder, &reply, problems: &problems)
    case .export(let order): try export(order, &reply, into: &problems)
    case .picture(let path, let folder): reply.files = [try copy(pictureAt: path, into: folder)]
    case .chart(let chart): try draw(chart, &reply, into: &problems)
    case .preflight(let path, let press):
      let outcome = try PreflightRun(file: path, press: press)
        .run(home: home, in: files, into: &problems)
      reply.preflight = outcome.json
      reply.isReady = outcome.isReady
    case .look, .compare, .table, .bulletin, .merge, .preview:
      try serveOther(task, &reply, into: &problems)
    case .layouts:
      reply.layouts = try home.layoutNames().map { (name) throws(Rejection) in
        DeskLayout(name: name, title: try home.title(ofLayout: name).chinese)
      }
    }
  }

  /// What is no page of the studio's own.
  private func serveOther(
    _ task: DeskTask, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    switch task {
    case .look(let path, let folder, let pages):
      try look(at: path, pages: pages, into: folder, &reply)
    case .compare(let old, let new, let output):
      try compare(old, new, output: output, &reply, into: &problems)
    case .table(let path, let near, let map):
      try read(table: path, near: near, map: map, &reply, into: &problems)
    case .bulletin(let bulletin): try make(bulletin, &reply, into: &problems)
    case .merge(let merge): try run(merge, &reply, into: &problems)
    case .preview(let merge, let row, let folder):
      try preview(merge, row: row, into: folder, &reply, problems: &problems)
    case .read, .edit, .arrange, .page, .variants, .export, .chart, .picture, .preflight, .layouts:
      return
    }
  }

  // MARK: - Reading

  /// A report, or a plan with what its articles were understood as.
  private func read(
    _ path: String, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml"), try isPlan(path) {
      return try readPlan(path, &reply, into: &problems)
    }
    let report = try Exporter.readReport(path, in: files, into: &problems)
    problems.report(contentsOf: ReportFindings.findings(of: report))
    reply.report = DeskReport(report, path: path)
    reply.findings = DeskFinding.list(problems.diagnostics, of: [report])
  }

  private func readPlan(
    _ path: String, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    reply.plan = try DeskPlan(try text(ofPlan: path, into: &problems), path: path)
  }

  private func text(ofPlan path: String, into problems: inout Problems) throws(Rejection) -> String
  {
    try Exporter(home: home, environment: files).read(plan: path, into: &problems).text
  }

  /// Whether a YAML file is a plan: it has articles or pages, a report file has blocks.
  private func isPlan(_ path: String) throws(Rejection) -> Bool {
    PlanKind(of: try files.read(path, limit: ReadingLimits.yamlBytes), named: path) != .report
  }

  /// A picture in a format that browsers know; the path of what was written.
  private func copy(pictureAt path: String, into folder: String) throws(Rejection) -> String {
    let bytes = try ArtProbe.readable(
      path: path, bytes: try PictureFile.bytes(of: path, in: files))
    var problems = Problems()
    let ending =
      switch try ArtProbe.probe(path: path, bytes: bytes, into: &problems).format {
      case .jpeg: "jpg"
      case let format: format.rawValue
      }
    let output = "\(folder)/picture.\(ending)"
    try files.write([OutputFile(path: output, bytes: bytes)])
    return output
  }

  // MARK: - Pages

  /// The pages of an order: those that were set last, where nothing has changed since.
  private func set(_ order: DeskOrder, into problems: inout Problems) throws(Rejection) -> DeskSet {
    if let last, last.order == order,
      last.inputs.allSatisfy({ recorder.currentDigest(of: $0.path) == $0.digest })
    {
      problems.report(contentsOf: last.findings)
      return last
    }
    last = nil
    _ = recorder.take()
    let exporter = Exporter(home: home, environment: recorder)
    var set: DeskSet
    switch order.kind {
    case .report:
      set = DeskSet(
        try exporter.set(order.reportJob, with: stock, into: &problems), of: order, problems)
    case .page:
      set = DeskSet(
        try exporter.set(order.planJob, with: stock, into: &problems), of: order, problems)
    case .issue:
      set = DeskSet(
        try exporter.set(issue: order.planJob, with: stock, into: &problems),
        home.path, of: order, problems)
    }
    set.inputs = recorder.take().inputs
    last = set
    return set
  }

  private func draw(
    _ order: DeskOrder, into folder: String, pages: [Int], _ reply: inout DeskReply,
    problems: inout Problems
  ) throws(Rejection) {
    let set = try set(order, into: &problems)
    var names: [String] = []
    for page in pages where set.made.document.pages.indices.contains(page) {
      let bytes = try PageArtist.svg(page, of: set.made.document, from: set.files, with: stock)
      let path = "\(folder)/\(page + 1).svg"
      try PlainFile.write(bytes, to: path)
      names.append(path)
    }
    reply.pages = set.pages(files: names)
    reply.findings = DeskFinding.list(set.findings, of: set.stories.map(\.read))
  }

  private func draw(
    variantsOf order: DeskOrder, into folder: String, _ reply: inout DeskReply,
    problems: inout Problems
  ) throws(Rejection) {
    guard order.kind == .report else { return }
    var job = order.reportJob
    job.variants = max(2, order.variants)
    let set = try Exporter(home: home, environment: files).set(job, with: stock, into: &problems)
    let all = [(set.made.document, set.made.fit)] + set.made.variants.map { ($0.document, $0.fit) }
    for (number, variant) in all.enumerated() where variant.1 != nil {
      let bytes = try PageArtist.svg(0, of: variant.0, from: set.files, with: stock)
      let path = "\(folder)/\(number + 1).svg"
      try PlainFile.write(bytes, to: path)
      reply.files.append(path)
    }
    var pages = DeskSet(set, of: order, problems).pages(files: reply.files)
    pages.variants = all.compactMap { $0.1?.skeleton }
    reply.pages = pages
  }

  private func export(
    _ order: DeskOrder, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    let exporter = Exporter(home: home, environment: files)
    let result =
      switch order.kind {
      case .report: try exporter.run(order.reportJob, with: stock, into: &problems)
      case .page: try exporter.run(order.planJob, into: &problems)
      case .issue: try exporter.run(issue: order.planJob, into: &problems)
      }
    reply.files = result.files
    if order.press != nil { reply.isReady = !problems.hasErrors }
  }

  private func draw(
    _ chart: DeskChart, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    guard let format = ChartJob.Format(rawValue: chart.format),
      let theme = ChartJob.theme(named: chart.theme)
    else { throw Rejection(DeskProblems.noSuchValue("\(chart.format) \(chart.theme)")) }
    var job = ChartJob(
      inputs: [chart.path], output: chart.folder, formats: [format], theme: theme,
      scale: chart.scale)
    if let size = chart.size {
      guard let figure = ChartJob.size(stated: size) else {
        throw Rejection(DeskProblems.noSuchValue(size))
      }
      job.size = figure
    }
    reply.files = try ChartBatch(home: home, environment: files).run(job, into: &problems)
  }
}

/// A file that is looked at once: written as it is, neither synced nor renamed.
enum PlainFile {
  static func write(_ bytes: [UInt8], to path: String) throws(Rejection) {
    try AtomicFile.makeFolder(AtomicFile.folder(of: path))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Rejection(FileProblems.unwritable(path, errno)) }
    defer { close(descriptor) }
    let failure = Descriptor.write(bytes, to: descriptor)
    guard failure == 0 else { throw Rejection(FileProblems.unwritable(path, failure)) }
  }
}
