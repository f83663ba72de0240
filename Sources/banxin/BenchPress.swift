import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench press`: what a press file costs, and how fast pictures become inks.
struct BenchPress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "press",
    abstract: "测试付印文件的用时  Measures what a press file costs.",
    discussion: """
      例 example: banxin bench press Tests/Fixtures/reports/gangshan-2022.txt   (release build)
      """)

  @Argument(help: "报告，不含图片  a report; its pictures are left out")
  var report: String

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @Option(help: "印刷配置  the press")
  var press = "newsprint"

  @Option(help: "测几遍，取最快  rounds; the fastest counts")
  var rounds = 5

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform(.none) { environment, _ throws(Rejection) in
      let bench = PressBench(home: try common.resources(in: environment), environment: environment)
      let found = try bench.run(report: report, layout: layout, press: press, rounds: rounds)
      func ms(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded())) ms" }
      func both(_ cost: PressBench.Cost) -> String {
        "\(ms(cost.processor)) CPU，\(ms(cost.wall)) wall"
      }
      Terminal.result("普通 PDF plain\t\(both(found.plain))")
      Terminal.result("其中绘制 drawing\t\(both(found.drawing))")
      Terminal.result("付印文件 press\t\(both(found.press))")
      for stage in found.stages { Terminal.result("  \(stage.name)\t\(ms(stage.seconds)) CPU") }
      let added = found.added
      Terminal.result(
        "多用 added\t\(Int(added.processor.rounded())) % CPU，\(Int(added.wall.rounded())) % wall")
      Terminal.result("颜色转换 colour transform\t\(Int(found.transform)) 百万像素/秒 megapixels/s")
      Terminal.result("图片 pictures\t\(Int(found.pictures)) 百万像素/秒 megapixels/s")
    }
  }
}
