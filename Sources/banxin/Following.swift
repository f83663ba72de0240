import ArgumentParser
import Diagnostics
import Exporting
import Glibc

/// `--watch`: a command's work is done again whenever a file that it read has changed.
struct WatchFlag: ParsableArguments {
  @Flag(help: "稿件、图片、版式有改动就重排，按 Ctrl-C 结束  set again what changes, until interrupted")
  var watch = false

  /// The work of a command: the files that it wrote.
  typealias Work = (any ExportEnvironment, inout Problems) throws(Rejection) -> [String]

  /// Does the work once, or again and again.
  func perform(on input: String, _ common: CommonOptions, _ work: Work) throws {
    guard watch else {
      return try common.perform { environment, problems throws(Rejection) in
        Terminal.results(try work(environment, &problems))
      }
    }
    signal(SIGPIPE, SIG_IGN)
    Watch(FileSystem(), inputs: [input]).follow(work) { result, findings in
      if Terminal.showsProgress { Terminal.endProgress() }
      switch result {
      case .success(let files):
        Terminal.report(findings, common)
        Terminal.results(files)
      case .failure(let rejection):
        let known = Set(rejection.diagnostics)
        Terminal.report(
          findings.filter { !known.contains($0) } + rejection.diagnostics, common)
      }
      return true
    }
  }

  /// What comes once through a pipe cannot change.
  func check(_ input: String) throws {
    if watch, input == PipedFiles.name {
      throw ValidationError("--watch 不能用于标准输入  --watch cannot follow standard input")
    }
  }
}
