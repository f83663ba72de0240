import ArgumentParser
import Diagnostics
import Exporting

/// Options of `banxin page` and `banxin issue`: the plan and what is made of it.
struct PlanOptions: ParsableArguments {
  @Argument(help: "计划文件  the plan")
  var plan: String

  @Option(name: .shortAndLong, help: "输出文件 .pdf .png .svg .idml  the file to write")
  var output: String?

  @Flag(help: "另存 PNG  PNG files too")
  var png = false

  @Flag(help: "另存版面文字描述  the display list as text too")
  var dump = false

  @Option(help: "PNG 分辨率  resolution of PNG files")
  var dpi: Double = 150

  @Flag(help: "校样：行号、网格、提示，供签字  a proof for signing: line numbers, grid, findings")
  var proof = false

  @Option(help: "表情符号：draw 单色印出，leave-out 不印  emoji: in one colour, or left out")
  var emoji = EmojiChoice.draw

  @Option(
    name: .customLong("set"),
    help:
      "键=值：报头信息，或版式中的一项如 grid.columns=5（可多次）  a fact, or a value of the layout by its path; may be repeated"
  )
  var settings: [String] = []

  @OptionGroup var press: PressFlags

  @OptionGroup var following: WatchFlag

  func validate() throws {
    try press.exclude(proof: proof)
    try following.check(plan)
    try SettingPairs.check(settings)
    guard (10...2400).contains(dpi) else {
      throw ValidationError("--dpi 应在 10 到 2400 之间  --dpi must lie in 10…2400")
    }
  }

  /// Sets the plan and names the files it made.
  func perform(
    _ common: CommonOptions, variants: Int = 1,
    _ set: (Exporter, PlanExport, inout Problems) throws(Rejection) -> ExportResult
  ) throws {
    var job = PlanExport(
      plan: plan, output: output, formats: (png ? [.png] : []) + (dump ? [.dump] : []), dpi: dpi,
      proof: proof, press: press.options)
    job.leavesEmojiOut = emoji == .leaveOut
    job.settings = SettingPairs.read(settings)
    job.variants = variants
    let shows = Terminal.showsProgress && !common.quiet
    try following.perform(on: plan, common) { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let exporter = Exporter(home: home, environment: environment) { event in
        if shows { Terminal.progress(event) }
      }
      let result = try set(exporter, job, &problems)
      if shows { Terminal.endProgress() }
      return result.files
    }
  }
}
