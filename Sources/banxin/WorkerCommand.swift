import ArgumentParser
import Diagnostics
import Exporting

/// `banxin worker`: the child process of a batch or of a server; its protocol is between the two of
/// them.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "批次或服务的工作进程  The child process of a batch or server.",
    shouldDisplay: false)

  @Flag(help: "服务的工作进程  the child of a server")
  var desk = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { _, _ throws(Rejection) in
      let environment = FileSystem(protectsInputs: false)
      let home = try common.resources(in: environment)
      let layouts = home.layouts
      if desk {
        try DeskWorker(home: home.path, layouts: layouts, in: environment).run()
      } else {
        try Worker(
          home: home.path, layouts: layouts, engine: Banxin.version, in: environment
        ).run()
      }
    }
  }
}
