import ArgumentParser
import Confinement
import Diagnostics
import Exporting

/// The command: everything below it is a subcommand in a file of its own.
@main
struct Banxin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banxin",
    abstract: "版心：把报告排成可付印的报纸版面和通报  Sets reports as print-ready pages.",
    discussion: """
      例 examples:
        banxin read report.txt
        banxin render report.txt --layout newspaper-tabloid --photos pictures/ --png
        banxin render report.md --layout bulletin-a4 -o bulletin.pdf
        banxin check newspaper-tabloid
        banxin compose --measure 11em --size 9pt < text.txt

      退出码 exit codes:
        0  完成 done
        1  输入被拒绝 the input was rejected
        2  用法有误 wrong usage
        3  完成但有警告（仅 --strict）；两稿有差别（compare） done with warnings, under --strict; versions differ
        5  写出的只是校样：文字溢出，或数据有误 only a proof was written: text is overset, or data are wrong
        4  结果无法写出 the result could not be written
        6  超出时限或内存上限，或程序出错，什么也没有写出 a limit was exceeded or the program failed; nothing was written
      """,
    version: Banxin.version,
    subcommands: [
      Read.self, Compare.self, Suggest.self, Render.self, PageCommand.self, IssueCommand.self,
      Bind.self,
      Epaper.self, Print.self, Printers.self,
      Bulletin.self,
      Merge.self, Batch.self, Chart.self, Compose.self, PreflightCommand.self, Layouts.self,
      Check.self, New.self, Sample.self, Schema.self, Fonts.self, StudioCommand.self,
      ServeCommand.self, Bench.self,
      WorkerCommand.self,
    ])

  /// The version of the program: here and nowhere else.
  static let version = "0.2.0"

  /// The version and the commit, where that is known.
  private static var versionLine: String {
    let home = try? CommonOptions.home(given: nil, in: FileSystem())
    return version + (home?.commit.map { " (\($0))" } ?? "")
  }

  static func main() {
    let words = ProgramArguments.words
    if words == ["--version"] { return Terminal.result(versionLine) }
    do {
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // ArgumentParser's own code for wrong usage is 64; ours is 2, as documented.
      if code.rawValue == 64 {
        Terminal.error(fullMessage(for: error))
        exit(withError: ExitCode(2))
      }
      guard code == .success else { exit(withError: error) }
      // Help is a result like any other.
      if !Terminal.line(fullMessage(for: error)), let failure = Terminal.failure {
        Terminal.error(RunProblems.outputLost(failure).message.chinese)
        exit(withError: ExitCode(4))
      }
    }
  }
}
