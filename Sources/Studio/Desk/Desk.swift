import Diagnostics
import Exporting
import Foundation

/// The work on the documents of a folder: what is open, what was done and can be undone. Everything is
/// written to files at once; what the desk keeps beside them are the states before.
actor Desk {
  let folder: WorkFolder
  let gate: Gate
  private let crew: DeskCrew
  /// The crew of what takes long.
  let longCrew: DeskCrew
  let temporary: TemporaryFolder
  private var histories: [String: History] = [:]
  private var drawn: [(stamp: String, folder: String, path: String)] = []
  /// The merge that runs or ran last, by its number.
  var runs: [Int: MergeRunning] = [:]

  /// Files as they were before a step; nil for one that was not there.
  private struct Step {
    var files: [String: [UInt8]?]
  }

  private struct History {
    var undo: [Step] = []
    var redo: [Step] = []
  }

  /// Steps that can be undone.
  private static let longest = 200
  /// Sets of drawn pages that a browser may still ask for.
  private static let kept = 12

  init(
    folder: WorkFolder, gate: Gate, crew: DeskCrew, longCrew: DeskCrew, temporary: TemporaryFolder
  ) {
    self.folder = folder
    self.gate = gate
    self.crew = crew
    self.longCrew = longCrew
    self.temporary = temporary
  }

  /// A document as a browser shows it.
  struct View: Codable {
    /// The file that was opened.
    var path: String
    /// The file that changes are written to, which the command line takes.
    var file: String
    /// The file that pages are made from now.
    var input: String
    var isPlan: Bool
    var canUndo: Bool
    var canRedo: Bool
    /// What the files hold, to be named with a change.
    var revision: String
    var report: DeskReport?
    var plan: DeskPlan?
    /// The reports of a plan, in its order.
    var stories: [DeskReport]
    var findings: [DeskFinding]
    /// The command that makes the same page.
    var command: String
  }

  // MARK: - Names

  /// The report file of a document: the document itself where it is one.
  private func file(of path: String) -> String {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? path : path + ".yaml"
  }

  /// What is read: the report file where there is one, else the text.
  func input(of path: String) -> String {
    let file = file(of: path)
    return FileManager.default.fileExists(atPath: file) ? file : path
  }

  /// FNV-1a over the files of a document.
  private func revision(_ paths: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in paths {
      for byte in folder.bytes(of: path) ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }

  // MARK: - Opening

  /// What a document holds now.
  func open(_ path: String) async throws(Fault) -> View {
    let path = try folder.safe(path)
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound }
    return try await view(path, try await work(.read(path: input(of: path))))
  }

  /// A document from what its file was understood as.
  private func view(_ path: String, _ reply: DeskReply) async throws(Fault) -> View {
    let input = input(of: path)
    var view = View(
      path: path, file: file(of: path), input: input, isPlan: reply.plan != nil,
      canUndo: histories[path]?.undo.isEmpty == false,
      canRedo: histories[path]?.redo.isEmpty == false, revision: "", report: reply.report,
      plan: reply.plan, stories: [], findings: reply.findings, command: "")
    var files = [input]
    for article in reply.plan?.articles ?? [] {
      let place = try folder.safe(article.path)
      let story = try await work(.read(path: place))
      if let report = story.report { view.stories.append(report) }
      view.findings += story.findings
      files.append(place)
    }
    view.revision = revision(files)
    view.command = Self.command(for: order(path), output: nil)
    return view
  }

  // MARK: - Changes

  /// Changes a report; `story` is its place in a plan.
  func edit(
    _ path: String, story: Int?, edits: [DeskEdit], revision: String
  ) async throws(Fault) -> View {
    for edit in edits {
      if case .picture(_, let picture) = edit, !picture.isEmpty { _ = try folder.safe(picture) }
    }
    let (input, target) = (input(of: path), file(of: path))
    guard WorkFolder.isPlan(input), let story else {
      guard self.revision([input]) == revision else { throw .conflict }
      var reply = DeskReply(state: .done)
      try await step(path, touching: [target]) { () async throws(Fault) in
        reply = try await self.work(.edit(path: input, output: target, edits: edits))
      }
      return try await view(path, reply)
    }
    return try await edit(path, story: story, edits, revision: revision)
  }

  /// Changes a report of a plan, which from then on names the report file.
  private func edit(
    _ path: String, story: Int, _ edits: [DeskEdit], revision: String
  ) async throws(Fault) -> View {
    let view = try await open(path)
    guard view.revision == revision, let plan = view.plan else { throw .conflict }
    guard plan.articles.indices.contains(story) else { throw .notFound }
    let article = plan.articles[story].path
    let target = file(of: article)
    try await step(path, touching: [path, target]) { () async throws(Fault) in
      _ = try await self.work(.edit(path: article, output: target, edits: edits))
      guard target != article else { return }
      let name = String(target.dropFirst(self.prefix(of: path).count))
      _ = try await self.work(
        .arrange(path: path, edits: [.article(story, key: "report", value: Self.quoted(name))]))
    }
    return try await open(path)
  }

  func prefix(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Changes a plan.
  func arrange(
    _ path: String, edits: [DeskPlanEdit], revision: String
  ) async throws(Fault) -> View {
    let view = try await open(path)
    guard view.revision == revision else { throw .conflict }
    var edits = edits
    for (place, edit) in edits.enumerated() {
      guard case .add(let report, _, let page) = edit else { continue }
      edits[place] = try await addition(of: report, page: page, to: path)
    }
    let changes = edits
    try await step(path, touching: [path]) { () async throws(Fault) in
      _ = try await self.work(.arrange(path: path, edits: changes))
    }
    return try await open(path)
  }

  /// Does something that can be undone.
  private func step(
    _ path: String, touching files: [String], _ work: () async throws(Fault) -> Void
  ) async throws(Fault) {
    let before = state(of: files)
    do throws(Fault) {
      try await work()
    } catch {
      restore(before)
      throw error
    }
    histories[path, default: History()].undo.append(before)
    histories[path]?.redo = []
    if histories[path]?.undo.count ?? 0 > Self.longest { histories[path]?.undo.removeFirst() }
  }

  private func state(of files: [String]) -> Step {
    Step(files: Dictionary(files.map { ($0, folder.bytes(of: $0)) }) { first, _ in first })
  }

  private func restore(_ step: Step) {
    for (path, bytes) in step.files where folder.bytes(of: path) != bytes {
      if let bytes {
        try? FileSystem().write([OutputFile(path: path, bytes: bytes)])
      } else {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Goes a step back, or forth again.
  func go(_ path: String, back: Bool) async throws(Fault) -> View {
    var history = histories[path] ?? History()
    if let step = back ? history.undo.popLast() : history.redo.popLast() {
      let now = state(of: Array(step.files.keys))
      restore(step)
      if back { history.redo.append(now) } else { history.undo.append(now) }
      histories[path] = history
    }
    return try await open(path)
  }

  // MARK: - Pages

  /// Drawn pages and where to get them.
  struct Drawn: Codable {
    var stamp: String
    var pages: DeskPages
    var findings: [DeskFinding]
  }

  /// Sets a document and draws some of its pages.
  func draw(_ path: String, pages: [Int]) async throws(Fault) -> Drawn {
    let path = try folder.safe(path)
    let place = temporary.make()
    let reply = try await crewAnswer(.page(order(path), folder: place, pages: pages))
    guard let sheets = reply.pages else {
      temporary.remove(place)
      throw Fault(reply)
    }
    return Drawn(stamp: keep(place, of: path), pages: sheets, findings: reply.findings)
  }

  /// The arrangements that a page may have, drawn.
  func variants(_ path: String) async throws(Fault) -> Drawn {
    let path = try folder.safe(path)
    let place = temporary.make()
    var order = order(path)
    order.variants = 4
    let reply = try await crewAnswer(.variants(order, folder: place))
    guard let pages = reply.pages else {
      temporary.remove(place)
      throw Fault(reply)
    }
    return Drawn(stamp: keep(place, of: path), pages: pages, findings: reply.findings)
  }

  /// Keeps a folder of drawn pages for a while; its name in addresses.
  func keep(_ place: String, of path: String) -> String {
    let stamp = place.split(separator: "/").last.map(String.init) ?? ""
    drawn.append((stamp, place, path))
    if drawn.count > Self.kept { temporary.remove(drawn.removeFirst().folder) }
    return stamp
  }

  /// A drawn page, `1.svg`, or a picture of one, `1.png`; with a path, only of that document.
  func page(_ stamp: String, file: String, of path: String? = nil) throws(Fault) -> Data {
    guard let one = drawn.first(where: { $0.stamp == stamp }), path == nil || path == one.path,
      let data = FileManager.default.contents(atPath: "\(one.folder)/\(file)")
    else { throw .notFound }
    return data
  }

  func order(_ path: String) -> DeskOrder {
    let input = input(of: path)
    return DeskOrder(kind: WorkFolder.kind(of: input), input: input)
  }

  /// The name of a document's outputs: its own without endings.
  func stem(of path: String) -> String {
    var stem = path.split(separator: "/").last.map(String.init) ?? "page"
    for ending in [".yaml", ".yml", ".txt", ".md", ".docx", ".xlsx", ".csv"]
    where stem.hasSuffix(ending) && stem != ending {
      stem = String(stem.dropLast(ending.count))
    }
    return stem
  }

  /// The command line of an order.
  static func command(for order: DeskOrder, output: String?) -> String {
    var words = ["banxin", order.kind == .report ? "render" : order.kind.rawValue, order.input]
    if !order.layout.isEmpty { words += ["-l", order.layout] }
    if let output { words += ["-o", output] }
    if let press = order.press { words += ["--press", press] }
    if order.proof { words.append("--proof") }
    return line(words)
  }

  /// Words as a shell reads them.
  static func line(_ words: [String]) -> String {
    words.map {
      $0.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) } && !$0.isEmpty
        ? $0 : "'" + $0.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }

  func layouts() async throws(Fault) -> [DeskLayout] { try await work(.layouts).layouts ?? [] }

  // MARK: - The worker

  /// An answer, whatever it is.
  func crewAnswer(
    _ task: DeskTask, by other: DeskCrew? = nil,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(Fault) -> DeskReply {
    do {
      let reply = try await (other ?? crew).run(task, for: "desk", onProgress: onProgress)
      if reply.state == .lost { throw Fault(reply) }
      return reply
    } catch let refusal as DeskCrew.Refusal {
      throw Fault(refusal)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .internalFault
    }
  }

  /// An answer that has something to show.
  func work(_ task: DeskTask) async throws(Fault) -> DeskReply {
    let reply = try await crewAnswer(task)
    let hasValue = reply.report != nil || reply.plan != nil || reply.layouts != nil
    if !hasValue { throw Fault(reply) }
    return reply
  }
}
