import ArgumentParser
import Diagnostics
import Exporting

/// `banxin merge`: one document a row.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "套排：表中一行出一份文件  Sets one document a row of a table.",
    discussion: """
      模板是 Markdown，{{列名}} 处填该行的值，{{列名|—}} 缺值时填“—”。缺值又没有后备的行不排，报出行号。
      时限列写“5个工作日”的，按受理时间和节假日表算出日期。
      映射文件 the map:
        template: slip.md
        output: "{{编号}}"
        fields: { 编号: case_no, 时间: received }

      例 examples:
        banxin merge --layout bulletin-a4 --data cases.csv --template slip.md -o out/
        banxin merge --layout bulletin-a4 --data cases.csv --map map.yaml -o out/
      """)

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout: String

  @Option(help: "数据表 .csv .tsv .xlsx .db，可加 #工作表  the table, #SHEET for another one")
  var data: String

  @Option(help: "映射文件 .yaml  which column fills which place")
  var map: String?

  @Option(help: "模板 .md  the template")
  var template: String?

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

  func run() throws {
    var job = MergeJob(data: data, layout: layout, map: map, template: template, output: output)
    job.holidays = holidays
    var failed = 0
    do {
      try common.perform { environment, problems throws(Rejection) in
        let home = try common.resources(in: environment)
        let result = try MergeRun(home: home, environment: environment)
          .run(job, into: &problems) { rare in report(rare) }
        failed = result.failed
        for file in result.files + result.sheets { Terminal.result(file) }
        if !common.quiet {
          Terminal.error(
            "共 \(result.files.count + failed) 行：排出 \(result.files.count) 份 \(result.pages) 页，"
              + "未排 \(failed) 行")
        }
      }
    } catch let code as ExitCode where code.rawValue == 5 && failed > 0 {
      throw ExitCode(1)
    }
  }
}
