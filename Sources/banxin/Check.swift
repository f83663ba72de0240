import ArgumentParser
import Diagnostics
import Exporting
import LayoutSpecs

/// `banxin check`: a layout's mistakes, each at file:line:column.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查版式文件  Checks a layout and says every mistake at file:line:column.",
    discussion: "例 example: banxin check layouts/newspaper-tabloid")

  @Argument(help: "版式名或其文件夹  the layout's name or folder")
  var layout: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let spec = try home.layout(layout, into: &problems)
      problems.report(contentsOf: LayoutFonts.check(spec, against: try home.fontCatalog()))
      if !problems.hasErrors {
        Terminal.result("\(spec.name)  无误 no mistakes")
      }
    }
  }
}
