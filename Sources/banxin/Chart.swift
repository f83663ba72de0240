import ArgumentParser
import Charting
import Diagnostics
import Exporting
import Glibc

/// `banxin chart`: chart specifications become pictures.
struct Chart: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "画图：Vega-Lite 子集或预设 → PDF、SVG、PNG  Draws charts from a subset of Vega-Lite.",
    discussion: """
      例 examples:
        banxin chart revenue.vl.json -o out
        banxin chart charts/ -o out --format pdf,png --theme vega --facts
        banxin chart "charts/9月*.vl.json" --size 2col --watch
        banxin chart charts/manifest.json
        banxin chart revenue.vl.json -o revenue.svg
        make-spec | banxin chart - -o - --format svg > revenue.svg
        banxin chart 各镇投资.xlsx                          荐图并画最合适的一张  the best of the fitting presets
        banxin chart 月收入.csv --preset amount-growth --x 月份 --y 收入 --y 同比
        banxin chart 台账.xlsx#九月 --preset rectify --set done=已整改 --set total=交办 --set title=整改过半
      """)

  @Argument(
    help:
      "规格文件、数据表（.csv .tsv .xlsx …）、文件夹、通配名或 manifest.json；- 为标准输入  specifications, tables, folders, patterns, manifests, - for standard input"
  )
  var specs: [String]

  @Option(
    name: .shortAndLong,
    help: "输出文件夹，或一个 .pdf .svg .png；- 为标准输出  the folder or file, - for standard output")
  var output = "output/charts"

  @Option(help: "pdf,svg,png")
  var format = "pdf"

  @Option(help: "zh-print 或 vega  the defaults")
  var theme = "zh-print"

  @Option(help: "图幅：2col、120mmx80mm、300x200（磅）  the figure's size")
  var size: String?

  @Option(help: "按此版式的栏宽算图幅，与 --size 2col 同用  the layout whose columns --size 2col means")
  var layout: String?

  @Option(help: "PNG 每点像素  pixels a point in PNG files")
  var scale: Double = 2

  @Flag(help: "另写 NAME.facts.json  facts of the drawn scene too")
  var facts = false

  @Flag(help: "SVG 文字转为轮廓，不依赖字体  outlines instead of text in SVG files")
  var outlined = false

  @Flag(help: "打印预设对应的 Vega-Lite，不画图  print the Vega-Lite of a preset instead")
  var eject = false

  @Flag(help: "规格有改动就重画，按 Ctrl-C 结束  draw again what changes, until interrupted")
  var watch = false

  @Option(help: "并行数，默认为处理器数  how many are drawn beside each other")
  var jobs: Int?

  @OptionGroup var table: TableOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0.5...20).contains(scale) else {
      throw ValidationError("--scale 应在 0.5 到 20 之间  --scale must lie in 0.5…20")
    }
    if let size, FigureSize(size) == nil {
      throw ValidationError("--size 应写作 2col、120mmx80mm 或 300x200  --size wants 2col or 120mmx80mm")
    }
    if watch, specs.contains(PipedFiles.name) {
      throw ValidationError("标准输入不能 --watch  --watch needs files")
    }
    if layout != nil, size?.hasSuffix("col") != true {
      throw ValidationError("--layout 要与 --size 2col 同用  --layout goes with --size 2col")
    }
    if let jobs, !(1...64).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 64 之间  --jobs must lie in 1…64")
    }
    guard formatList.count == format.split(separator: ",").count, !formatList.isEmpty else {
      throw ValidationError("--format 只有 pdf、svg、png  --format knows pdf, svg, png")
    }
    guard ChartTheme.all.contains(where: { $0.name == theme }) else {
      let names = ChartTheme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--theme 只有 \(names)  --theme knows \(names)")
    }
  }

  private var formatList: [ChartJob.Format] {
    format.split(separator: ",").compactMap { ChartJob.Format(rawValue: String($0)) }
  }

  private var themeValue: ChartTheme {
    ChartTheme.all.first { $0.name == theme } ?? .zhPrint
  }

  func run() throws {
    let choice = try table.choice()
    if eject {
      return try common.perform { environment, _ throws(Rejection) in
        for text in try ChartBatch.eject(specs, choice, in: environment) { Terminal.result(text) }
      }
    }
    let shows = Terminal.showsProgress && !common.quiet
    try common.perform(watch ? .none : .document) { environment, problems throws(Rejection) in
      let batch = try ChartBatch(
        home: try common.resources(in: environment), environment: environment)
      try draw(batch, choice, shows: shows, into: &problems)
      if !common.quiet {
        // Beside the results, which may be the picture itself.
        for text in try ChartBatch.proposals(specs, choice, in: environment) {
          Terminal.error(text)
        }
      }
      guard watch else {
        // Those that were drawn stand; the exit code says that some were not.
        return try problems.rejectOnErrors()
      }
      Terminal.report(problems.diagnostics, common)
      try follow(batch, choice, environment)
    }
  }

  private func draw(
    _ batch: ChartBatch, _ choice: DataChoice, only changed: Set<ChartOrder>? = nil, shows: Bool,
    into problems: inout Problems
  ) throws(Rejection) {
    var figure = size.flatMap { FigureSize($0) }
    if let layout, let size { figure = try batch.size(size, layout: layout) }
    let job = ChartJob(
      inputs: specs, choice: choice, output: output, formats: formatList, theme: themeValue,
      scale: scale, size: figure, wantsFacts: facts, outlinesText: outlined,
      workers: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    let progress = ProgressCount(common)
    let files = try batch.run(job, only: changed, into: &problems) { number, count in
      if shows { progress.show(number, of: count) }
    }
    progress.end()
    Terminal.results(files)
  }

  /// Draws what changes, until the program is interrupted.
  private func follow(
    _ batch: ChartBatch, _ choice: DataChoice, _ environment: PipedFiles
  ) throws(Rejection) {
    var known = try ChartBatch.digests(of: specs, choice, in: environment)
    var said: [Diagnostic] = []
    while true {
      usleep(400_000)
      var problems = Problems()
      do throws(Rejection) {
        let now = try ChartBatch.digests(of: specs, choice, in: environment)
        let changed = now.filter { known[$0.key] != $0.value }.keys
        known = now
        if changed.isEmpty { continue }
        try draw(batch, choice, only: Set(changed), shows: false, into: &problems)
      } catch {
        // A manifest that is being written is whole the next time, or said to be wrong once.
        problems.report(contentsOf: error.diagnostics)
      }
      if problems.diagnostics != said { Terminal.report(problems.diagnostics, common) }
      said = problems.diagnostics
    }
  }
}
