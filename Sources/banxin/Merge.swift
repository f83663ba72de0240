import ArgumentParser
import Confinement
import Diagnostics
import Exporting
import Glibc

/// `banxin merge`: one document a row.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "套排：表中一行出一份文件  Sets one document a row of a table.",
    discussion: """
      模板是 Markdown，{{列名}} 处填该行的值，{{列名|—}} 缺值时填“—”。缺值又没有后备的行不排，报出行号。
      没有变的行不重排，做到哪里记在“输出文件夹.journal”，中断后再运行即接着做。
      时限列写“5个工作日”的，按受理时间和节假日表算出日期。
      映射文件 the map:
        template: slip.md
        output: "{{编号}}"
        fields: { 编号: case_no, 时间: received }
        table: { 筛选: 类别=噪声|停车, 排序: 时间 降, 上期: 上月.xlsx, 主键: 编号 }
      只排哪些行、按什么次序：筛选、排序、上期（只排新增和有变的行）；也可 --set table.where=…

      例 examples:
        banxin merge --layout bulletin-a4 --data cases.csv --template slip.md -o out/
        banxin merge --layout bulletin-a4 --data cases.csv --map map.yaml -o out/
        banxin merge -l grid-board --data boards.xlsx --template 模板/ --template-by 类别 -o out/ --join all.pdf
      """)

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout: String

  @Option(help: "数据表 .csv .tsv .xlsx .db .md，可加 #工作表  the table, #SHEET for another one")
  var data: String

  @Option(help: "映射文件 .yaml  which column fills which place")
  var map: String?

  @Option(help: "模板 .md，或放模板的文件夹  the template, or a folder of templates")
  var template: String?

  @Option(help: "按哪一列选模板：列值.md  the column that names each row's template")
  var templateBy: String?

  @Option(help: "另合成一个文件 .pdf  one file of all documents")
  var join: String?

  @Option(help: "合订的次序按哪一列；不写则按行  the column that orders the joined file")
  var order: String?

  @Flag(help: "接着上次做（没有变的行本来就不重排）  go on with an earlier run; unchanged rows are never redone")
  var resume = false

  @Flag(help: "没有变的行也重排  set unchanged rows again")
  var force = false

  @Option(help: "工作进程数；不写则每个处理器一个  worker processes, one a core if left out")
  var workers: Int?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("键=值，各份共用；table.where 等选行  a fact of all documents", valueName: "key=value"))
  var settings: [String] = []

  @Option(help: "节假日和调休上班日 .yaml（见 banxin bulletin --help）  the list of holidays")
  var holidays: String?

  @Option(name: .shortAndLong, help: "输出文件夹  the folder for the documents")
  var output: String

  @OptionGroup var common: CommonOptions

  /// Rare characters and what has them, before anything is set.
  private func report(_ rare: [Diagnostic]) {
    guard !rare.isEmpty, !common.quiet else { return }
    Terminal.error("生僻字 \(rare.count) 个：")
    Terminal.error(DiagnosticPrinter(language: common.language).text(of: rare))
  }

  func validate() throws {
    guard (1...256).contains(workers ?? 1) else {
      throw ValidationError("--workers 应在 1 到 256 之间  --workers must lie in 1…256")
    }
    try SettingPairs.check(settings)
  }

  func run() throws {
    var job = MergeJob(data: data, layout: layout, map: map, template: template, output: output)
    job.holidays = holidays
    job.settings = SettingPairs.read(settings)
    job.templateBy = templateBy
    job.joined = join
    job.order = order
    job.redoes = force
    job.workers = workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var failed = 0
    let progress = ProgressCount(common)
    // Rows that were not set are failures, whatever else is wrong with the others.
    try common.perform(.rows, exitCode: { $0 == 5 && failed > 0 ? 1 : $0 }) {
      environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      job.workerCommand =
        [ProgramArguments.executable, "worker"] + CommonOptions.workerArguments(home)
      let result = try MergeRun(home: home, environment: environment)
        .run(job, into: &problems) { rare in
          report(rare)
        } onProgress: { done, count in
          progress.show(done, of: count)
        }
      progress.end()
      failed = result.failed
      for file in result.files + result.sheets + [result.joined].compactMap({ $0 }) {
        Terminal.result(file)
      }
      if !common.quiet {
        Terminal.error(
          "共 \(result.files.count + failed) 行：排出 \(result.files.count) 份 \(result.pages) 页，"
            + "未排 \(failed) 行" + (result.unchanged > 0 ? "，其中 \(result.unchanged) 份未变" : ""))
      }
    }
  }
}
