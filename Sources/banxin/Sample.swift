public import ArgumentParser
import Diagnostics
public import Exporting

extension SampleKind: ExpressibleByArgument {}

/// `banxin sample`: a working folder to begin from.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "写出一个能直接排的示例文件夹  Writes a working folder to begin from.",
    discussion: """
      newspaper 报纸专版   issue 一期报纸和一个版   bulletin 台账与通报
      merge 交办单套排     batch 成批排版           chart 图表

      例 examples:
        banxin sample newspaper 我的专版
        cd 我的专版 && banxin render report.md -l newspaper-tabloid --photos photos --png
      """)

  @Argument(help: "newspaper issue bulletin merge batch chart")
  var kind: SampleKind

  @Argument(help: "新文件夹；不写则同名  the new folder; the kind's name if left out")
  var folder: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { environment, _ throws(Rejection) in
      let samples = SampleFolder(
        home: try common.resources(in: environment), environment: environment)
      let (files, guide) = try samples.write(kind, to: folder ?? kind.rawValue)
      Terminal.results(files)
      if !common.quiet { Terminal.error(guide.trimmingLastNewline) }
    }
  }
}
