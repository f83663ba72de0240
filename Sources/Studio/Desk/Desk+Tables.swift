import Exporting
import Foundation

/// Bulletins and merges, and plans that bring documents together.
extension Desk {
  /// A merge that runs or has run.
  struct Run: Codable, Sendable {
    var id: Int
    var done = 0
    var count = 0
    var exported: Exported?
    var merged: DeskMerged?
    var fault: Fault.Body?
  }

  /// A table, with what a bulletin would take its columns for.
  struct TableView: Codable, Sendable {
    var table: DeskTable
    var findings: [DeskFinding]
  }

  func table(_ path: String, near: String, map: String?) async throws(Fault) -> TableView {
    let path = try folder.safe(path)
    let map = try Self.columns(map)
    let reply = try await crewAnswer(.table(path: path, near: near, map: map))
    guard let table = reply.table else { throw Fault(reply) }
    return TableView(table: table, findings: reply.findings)
  }

  /// A map of columns names columns here, never a file.
  private static func columns(_ map: String?) throws(Fault) -> String? {
    guard let map, !map.isEmpty else { return nil }
    guard map.contains("=") else { throw .malformed("the map is FIELD=COLUMN", "map 应写作 项=列") }
    return map
  }

  /// Makes a bulletin and its report, which can be opened and corrected.
  func bulletin(_ wish: DeskBulletin) async throws(Fault) -> Exported {
    var wish = wish
    wish.data = try folder.safe(wish.data)
    wish.map = try Self.columns(wish.map)
    wish.output = "\(WorkFolder.output)/\(stem(of: wish.data))-\(wish.kind).pdf"
    let reply = try await crewAnswer(.bulletin(wish))
    if reply.files.isEmpty { throw Fault(reply) }
    var words = ["banxin", "bulletin", wish.kind, "--data", wish.data, "--period", wish.period]
    for (option, value) in [("--map", wish.map), ("--unit", wish.unit), ("--issue", wish.issue)] {
      if let value, !value.isEmpty { words += [option, value] }
    }
    if let layout = wish.layout { words += ["-l", layout] }
    return exported(reply, words + ["-o", wish.output ?? ""])
  }

  private func exported(_ reply: DeskReply, _ words: [String]) -> Exported {
    Exported(
      files: reply.files, isPrintable: reply.state == .done, findings: reply.findings,
      command: Self.line(words))
  }

  // MARK: - Merges

  private func checked(_ wish: DeskMerge) throws(Fault) -> DeskMerge {
    var wish = wish
    wish.data = try folder.safe(wish.data)
    if let template = wish.template { wish.template = try folder.safe(template) }
    wish.output = "\(WorkFolder.output)/\(stem(of: wish.data))"
    return wish
  }

  /// The document of one row, drawn.
  func preview(_ wish: DeskMerge, row: Int) async throws(Fault) -> Drawn {
    let wish = try checked(wish)
    let place = temporary.make()
    let reply = try await crewAnswer(.preview(wish, row: row, folder: place))
    guard let pages = reply.pages else {
      temporary.remove(place)
      throw Fault(reply)
    }
    return Drawn(stamp: keep(place, of: wish.data), pages: pages, findings: reply.findings)
  }

  /// Begins a merge on a worker of the service, so that pages are drawn meanwhile.
  func merge(_ wish: DeskMerge) throws(Fault) -> Run {
    let wish = try checked(wish)
    guard !runs.values.contains(where: { $0.isRunning }) else {
      throw .mergeRuns
    }
    let number = (runs.keys.max() ?? 0) + 1
    let progress = Synchronized((0, 0))
    runs = [number: MergeRunning(progress: progress)]
    runs[number]?.task = Task { await run(wish, number: number, progress) }
    return Run(id: number)
  }

  /// Has a merge stop; what it has written stays. One that has ended stays as it is.
  func stopMerge(_ number: Int) throws(Fault) -> Run {
    runs[number]?.task?.cancel()
    return try run(number)
  }

  private func run(
    _ wish: DeskMerge, number: Int, _ progress: Synchronized<(Int, Int)>
  ) async {
    var result = Run(id: number)
    do throws(Fault) {
      let reply = try await crewAnswer(.merge(wish), by: longCrew) { done, count in
        progress.change { $0 = (done, count) }
      }
      if reply.state == .lost || reply.merged == nil { throw Fault(reply) }
      result.merged = reply.merged
      result.exported = exported(reply, Self.words(of: wish))
    } catch {
      result.fault = error.body
    }
    (result.done, result.count) = progress.change { $0 }
    runs[number]?.result = result
  }

  private static func words(of wish: DeskMerge) -> [String] {
    var words = ["banxin", "merge", "-l", wish.layout, "--data", wish.data]
    for (option, value) in [
      ("--template", wish.template), ("--template-by", wish.templateBy), ("--order", wish.order),
    ] {
      if let value { words += [option, value] }
    }
    words += ["-o", wish.output ?? ""]
    return wish.joins == true ? words + ["--join", "\(wish.output ?? "").pdf"] : words
  }

  /// How far a merge has come.
  func run(_ number: Int) throws(Fault) -> Run {
    guard let run = runs[number] else { throw .notFound }
    if let result = run.result { return result }
    let (done, count) = run.progress.change { $0 }
    return Run(id: number, done: done, count: count)
  }

  // MARK: - Plans

  /// Writes a plan that brings reports to one page, the first one the most important.
  func newPlan(_ name: String, of reports: [String]) async throws(Fault) -> String {
    guard (1...12).contains(reports.count) else {
      throw .malformed("a page takes 1 to 12 reports", "一版可放 1 到 12 篇")
    }
    let name = try folder.safe(name.isEmpty ? "合版.yaml" : "\(name).yaml")
    guard !name.contains("/") else { throw .outside(name) }
    var text = "format: 1\nlayout: newspaper-tabloid\narticles:\n"
    for (place, report) in reports.enumerated() {
      let (report, photos) = try await article(report)
      text += "- report: \(Self.quoted(report))\n"
      if place == 0 { text += "  importance: 3\n" }
      if let photos { text += "  photos: \(Self.quoted(photos))\n" }
    }
    let path = folder.freeName(name)
    try write(Array(text.utf8), to: path)
    return path
  }

  /// A document as it is put on a page of a plan, which names what lies beside it or below.
  func addition(
    of path: String, page: Int, to plan: String
  ) async throws(Fault) -> DeskPlanEdit {
    let base = prefix(of: plan)
    let (report, photos) = try await article(path)
    guard report.hasPrefix(base), photos?.hasPrefix(base) != false else { throw .outside(report) }
    return .add(
      report: String(report.dropFirst(base.count)),
      photos: String((photos ?? base).dropFirst(base.count)), page: page)
  }

  /// What a plan of the folder writes for a document: the file that was worked on, and its pictures.
  func article(_ path: String) async throws(Fault) -> (report: String, photos: String?) {
    let report = input(of: try folder.safe(path))
    guard let read = try await work(.read(path: report)).report else { throw .notFound }
    let photos = read.facts["photos"].map { prefix(of: path) + $0 }
    return (report, photos)
  }
}

/// A merge of this server.
struct MergeRunning: Sendable {
  let progress: Synchronized<(Int, Int)>
  var task: Task<Void, Never>?
  var result: Desk.Run?

  var isRunning: Bool { result == nil }
}
