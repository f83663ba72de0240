public import ArgumentParser
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

  /// The resources folder, or the reasons why there is none.
  func resources(in environment: any ExportEnvironment) throws(Rejection) -> ResourceHome {
    var found = try Self.home(given: home, in: environment)
    found.layouts = layouts
    return found
  }

  /// The resources folder: the given one, the variable's, or the program's.
  static func home(
    given: String?, in environment: any ExportEnvironment
  ) throws(Rejection) -> ResourceHome {
    let variable = getenv("BANXIN_HOME").map { String(cString: $0) }
    return try ResourceHome.find(
      given: given, variable: variable, executable: executable, in: environment)
  }

  private static var executable: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return "." }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a command's work, prints what it found, and ends with the documented exit code.
  func perform(
    _ work: (PipedFiles, inout Problems) throws(Rejection) -> Void
  ) throws {
    // A reader that closes the pipe ends the output, not the program with a signal.
    signal(SIGPIPE, SIG_IGN)
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
    if Terminal.showsProgress { Terminal.endProgress() }
    Terminal.report(problems.diagnostics, self)
    if code != 0 { throw ExitCode(code) }
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
