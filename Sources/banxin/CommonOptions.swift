public import ArgumentParser
import Confinement
public import Diagnostics
import Exporting
import Glibc

extension WordingLanguage: ExpressibleByArgument {}

/// What `--emoji` asks for.
enum EmojiChoice: String, ExpressibleByArgument, CaseIterable {
  case draw
  case leaveOut = "leave-out"
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "资源文件夹（含 layouts/ 和 fonts/）  the folder with layouts/ and fonts/")
  var home: String?

  @Option(help: "自己的版式所在文件夹  a folder of one's own layouts, sought before the program's")
  var layouts: String?

  @Option(name: .customLong("lang"), help: "提示的语言  language of messages: en, zh, both")
  var language = WordingLanguage.both

  @Flag(name: .shortAndLong, help: "只报错误  print errors only")
  var quiet = false

  @Flag(name: .shortAndLong, help: "也报提示  print notes too")
  var verbose = false

  @Flag(help: "有警告时以退出码 3 结束  exit with 3 when there are warnings")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "每份文件最多用几秒处理器时间，0 不限（默认 60）  "
        + "most processor seconds a document may take, 0 for no limit (default 60)",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      "最多占内存 MiB，0 不限（默认 2048）  most memory in MiB, 0 for no limit (default 2048)",
      valueName: "MiB"))
  var memoryLimit: Int?

  func validate() throws {
    guard (0...86_400).contains(timeLimit ?? 0) else {
      throw ValidationError("--time-limit 应在 0 到 86400 之间  --time-limit must lie in 0…86400")
    }
    guard memoryLimit ?? 0 == 0 || (64...1_000_000).contains(memoryLimit ?? 0) else {
      throw ValidationError(
        "--memory-limit 应为 0，或 64 到 1000000  --memory-limit must be 0 or lie in 64…1000000")
    }
  }

  /// The resources folder, or the reasons why there is none.
  func resources(in environment: any ExportEnvironment) throws(Rejection) -> ResourceHome {
    var found = try Self.home(given: home, in: environment)
    try found.take(layouts: layouts)
    return found
  }

  /// Adds the words of the folders of layouts, for work that needs nothing else of them: a text can be
  /// read where there are none.
  func takeWords(in environment: any ExportEnvironment) throws(Rejection) {
    do throws(Rejection) {
      _ = try resources(in: environment)
    } catch {
      let isOnlyMissing = error.diagnostics.allSatisfy { $0.code == "home.missing" }
      if home != nil || layouts != nil || !isOnlyMissing { throw error }
    }
  }

  /// What a worker is told of the folders.
  static func workerArguments(_ home: ResourceHome) -> [String] {
    ["--home", home.path] + (home.layouts.map { ["--layouts", $0] } ?? [])
  }

  /// The resources folder: the given one, the variable's, or the program's.
  static func home(
    given: String?, in environment: any ExportEnvironment
  ) throws(Rejection) -> ResourceHome {
    let variable = getenv("BANXIN_HOME").map { String(cString: $0) }
    return try ResourceHome.find(
      given: given, variable: variable, executable: ProgramArguments.executable, in: environment)
  }

  /// Runs a command's work in a child process within its limits, prints what it found, and ends with
  /// the documented exit code. Nothing that the work sets outside itself is seen afterwards.
  func perform(
    _ bounds: RunBounds = .document, exitCode: (Int32) -> Int32 = { $0 },
    _ work: (PipedFiles, inout Problems) throws(Rejection) -> Void
  ) throws {
    // A reader that closes the pipe ends the output, not the program with a signal.
    signal(SIGPIPE, SIG_IGN)
    let limits = bounds.limits(seconds: timeLimit, mebibytes: memoryLimit)
    let ending =
      limits.map { limits in Confinement.guardProgram(limits) { exitCode(carryOut(work)) } }
      ?? .code(exitCode(carryOut(work)))
    switch ending {
    case .code(0): break
    case .code(let code): throw ExitCode(code)
    case .stopped(let signal): throw ExitCode(128 + signal)
    default:
      if Terminal.showsProgress { Terminal.endProgress() }
      Terminal.report(
        [RunProblems.problem(of: ending, limits, home: home)].compactMap(\.self), self)
      throw ExitCode(RunProblems.exitCode)
    }
  }

  /// Does the work; the exit code.
  private func carryOut(
    _ work: (PipedFiles, inout Problems) throws(Rejection) -> Void
  ) -> Int32 {
    var problems = Problems()
    var code: Int32 = 0
    do throws(Rejection) {
      try work(PipedFiles(), &problems)
      // What ended with errors and still wrote its files is a page with overset text: a proof.
      if problems.hasErrors { code = 5 }
      if strict, problems.hasWarnings, code == 0 { code = 3 }
    } catch {
      let known = Set(error.diagnostics)
      problems = problems.dropping(known)
      problems.report(contentsOf: error.diagnostics)
      let unwritten: Set<Code> = ["output.unwritable", "output.disk-full"]
      code = error.diagnostics.contains { unwritten.contains($0.code) } ? 4 : 1
    }
    if let failure = Terminal.failure {
      problems.report(RunProblems.outputLost(failure))
      code = 4
    }
    if Terminal.showsProgress { Terminal.endProgress() }
    Terminal.report(problems.diagnostics, self)
    return code
  }
}

extension Problems {
  /// The findings without those that a rejection repeats.
  fileprivate func dropping(_ known: Set<Diagnostic>) -> Problems {
    var rest = Problems()
    rest.report(contentsOf: diagnostics.filter { !known.contains($0) })
    return rest
  }
}
