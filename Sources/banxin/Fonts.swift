import ArgumentParser
import Diagnostics
import Exporting

/// `banxin fonts`: roles, files, coverage, substitutions.
struct Fonts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出字体角色、文件、字数和代用情况  Lists roles, files, coverage and substitutions.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let listing = try FontListing.make(home: home, in: environment, into: &problems)
      for line in listing.lines { Terminal.result(line) }
    }
  }
}
