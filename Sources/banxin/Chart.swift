import ArgumentParser
import Charting
import Diagnostics
import Exporting

/// `banxin chart`: chart specifications become pictures.
struct Chart: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "画图：Vega-Lite 子集或预设 → PDF、SVG、PNG  Draws charts from a subset of Vega-Lite.",
    discussion: """
      例 examples:
        banxin chart revenue.vl.json -o out
        banxin chart charts/ -o out --format pdf,png --theme vega --facts
      """)

  @Argument(help: "规格文件或文件夹  specifications or folders of them")
  var specs: [String]

  @Option(name: .shortAndLong, help: "输出文件夹  the folder for the pictures")
  var output = "output/charts"

  @Option(help: "pdf,svg,png")
  var format = "pdf"

  @Option(help: "zh-print 或 vega  the defaults")
  var theme = "zh-print"

  @Option(help: "图幅：2col、120mmx80mm、300x200（磅）  the figure's size")
  var size: String?

  @Option(help: "PNG 每点像素  pixels a point in PNG files")
  var scale: Double = 2

  @Flag(help: "另写 NAME.facts.json  facts of the drawn scene too")
  var facts = false

  @Flag(help: "打印预设对应的 Vega-Lite，不画图  print the Vega-Lite of a preset instead")
  var eject = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0.5...20).contains(scale) else {
      throw ValidationError("--scale 应在 0.5 到 20 之间  --scale must lie in 0.5…20")
    }
    if let size, FigureSize(size) == nil {
      throw ValidationError("--size 应写作 2col、120mmx80mm 或 300x200  --size wants 2col or 120mmx80mm")
    }
    _ = try formats()
    _ = try chosenTheme()
  }

  private func formats() throws -> [ChartJob.Format] {
    try format.split(separator: ",").map { name in
      guard let format = ChartJob.Format(rawValue: String(name)) else {
        throw ValidationError("--format 只有 pdf、svg、png  --format knows pdf, svg, png")
      }
      return format
    }
  }

  private func chosenTheme() throws -> ChartTheme {
    guard let found = ChartTheme.all.first(where: { $0.name == theme }) else {
      let names = ChartTheme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--theme 只有 \(names)  --theme knows \(names)")
    }
    return found
  }

  func run() throws {
    if eject {
      return try common.perform { environment, _ throws(Rejection) in
        for text in try ChartBatch.eject(specs, in: environment) { Terminal.result(text) }
      }
    }
    let job = ChartJob(
      inputs: specs, output: output, formats: try formats(), theme: try chosenTheme(),
      scale: scale, size: size.flatMap { FigureSize($0) }, wantsFacts: facts)
    let shows = Terminal.showsProgress && !common.quiet
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let batch = try ChartBatch(home: home, environment: environment)
      let files = try batch.run(job, into: &problems) { number, count in
        if shows { Terminal.progress(.drawing(page: number, of: count)) }
      }
      if shows { Terminal.endProgress() }
      for file in files { Terminal.result(file) }
    }
  }
}
