import ArgumentParser
import Diagnostics
import Exporting

/// `banxin worker`: the child process of a batch; its protocol is between the two of them.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "批次的工作进程  The child process of a batch.",
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { _, _ throws(Rejection) in
      let environment = FileSystem()
      let home = try common.resources(in: environment)
      try Worker(home: home.path, engine: Banxin.version, in: environment).run()
    }
  }
}
