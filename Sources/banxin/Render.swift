import ArgumentParser
import Diagnostics
import Exporting

/// `banxin render`: a report becomes pages.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把报告排成版面  Sets a report in a layout.",
    discussion: """
      例 examples:
        banxin render report.txt --layout newspaper-tabloid --photos pictures/ --png
        banxin render report.yaml --layout bulletin-a4 -o bulletin.pdf
        banxin render report.md --layout bulletin-a4 -o bulletin.pdf --watch
        banxin render report.txt --layout newspaper-tabloid --set section=专版 --set page=05
        banxin render 简报.md --layout jianbao --issues 期号.csv -o 简报.pdf
        cat report.txt | banxin render - -l jianbao -o - > report.pdf
      """)

  @Argument(help: "报告：.txt .md .docx .yaml；- 为标准输入  the report, - for standard input")
  var report: String

  @Option(
    name: .shortAndLong,
    help:
      "版式名（见 banxin layouts）或其文件夹；不写则用报告自己写明的  the layout's name or folder, else the report's own"
  )
  var layout: String?

  @Option(
    name: .shortAndLong,
    help:
      "输出文件 .pdf .png .svg .idml，或 .docx .html .md .csv .json；- 为标准输出；不写则在当前文件夹的 output/<报告>/  the file to write"
  )
  var output: String?

  @Flag(help: "另存 PNG  PNG files too")
  var png = false

  @Flag(help: "另存 SVG  SVG files too")
  var svg = false

  @Flag(help: "另存版面文字描述  the display list as text too")
  var dump = false

  @Option(help: "PNG 分辨率  resolution of PNG files")
  var dpi: Double = 150

  @Option(help: "图片文件夹，按文件名顺序对应图片说明；不写则用报告自己写明的  a folder of pictures for the captions in order")
  var photos: String?

  @Option(help: "报纸版面出几个方案  how many arrangements of a newspaper page to make")
  var variants: Int = 1

  @Flag(help: "校样：网格、行号、框名、疑点、签字栏  a proof: grid, line numbers, boxes, flags, lines to sign")
  var proof = false

  @Option(help: "表情符号：draw 单色印出，leave-out 不印  emoji: in one colour, or left out")
  var emoji = EmojiChoice.draw

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "键=值：paper section page date issue 等（见 layouts/README.md），或版式键如 grid.lines  a fact of the job or a layout value",
      valueName: "key=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "期号表 .csv：接着上一期编号，同一篇稿件期号不变  the table that counts issue numbers",
      valueName: "table"))
  var issues: String?

  @Option(help: "表格疏密：normal compact dense  how close the rows of tables stand")
  var density: String?

  @OptionGroup var press: PressFlags

  @OptionGroup var following: WatchFlag

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try press.exclude(proof: proof)
    try following.check(report)
    guard (10...2400).contains(dpi) else {
      throw ValidationError("--dpi 应在 10 到 2400 之间  --dpi must lie in 10…2400")
    }
    guard (1...9).contains(variants) else {
      throw ValidationError("--variants 应在 1 到 9 之间  --variants must lie in 1…9")
    }
    try SettingPairs.check(settings)
  }

  func run() throws {
    var formats: [OutputFormat] = []
    if png { formats.append(.png) }
    if svg { formats.append(.svg) }
    if dump { formats.append(.dump) }
    var pairs = SettingPairs.read(settings)
    if let density { pairs.append(.init(key: "document.tables.density", value: density)) }
    let shows = Terminal.showsProgress && !common.quiet
    try following.perform(on: report, common) { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      var job = ExportJob(
        input: report, layout: layout ?? "", output: output, formats: formats, dpi: dpi,
        photos: photos,
        variants: variants, proof: proof, settings: pairs, press: press.options)
      job.leavesEmojiOut = emoji == .leaveOut
      job.issues = issues
      let exporter = Exporter(home: home, environment: environment) { event in
        if shows { Terminal.progress(event) }
      }
      let result = try exporter.run(job, into: &problems)
      if shows { Terminal.endProgress() }
      return result.files
    }
  }
}
