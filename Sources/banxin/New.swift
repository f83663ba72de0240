import ArgumentParser
import Diagnostics
import Exporting

/// `banxin new`: begins files of one's own.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "新建自己的版式  Begins a layout of one's own.", subcommands: [NewLayoutCommand.self])
}

/// `banxin new layout`: a folder with a layout that begins from another.
struct NewLayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "新建版式，沿用已有的一个  A layout that begins from one of the program's.",
    discussion: """
      例 example:
        banxin new layout my-paper --like newspaper-tabloid
        banxin render report.txt -l ./my-paper
      """)

  @Argument(help: "新文件夹  the new folder")
  var folder: String

  @Option(help: "沿用的版式名  the layout that it begins from")
  var like: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, _ throws(Rejection) in
      let home = try common.resources(in: environment)
      let maker = NewLayout(home: home, environment: environment)
      Terminal.result(try maker.write(folder: folder, like: like))
    }
  }
}
