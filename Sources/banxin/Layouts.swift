import ArgumentParser
import Diagnostics
import Exporting

/// `banxin layouts`: what layouts there are.
struct Layouts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出版式  Lists the layouts.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, _ throws(Rejection) in
      let home = try common.resources(in: environment)
      let names = try home.layoutNames()
      let width = (names.map(\.count).max() ?? 0) + 2
      for name in names {
        let title = try home.title(ofLayout: name)
        let space = String(repeating: " ", count: width - name.count)
        Terminal.result("\(name)\(space)\(title.chinese)  \(title.english)")
      }
    }
  }
}
