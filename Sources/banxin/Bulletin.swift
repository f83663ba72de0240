public import ArgumentParser
import Diagnostics
public import Exporting

extension BulletinJob.Kind: ExpressibleByArgument {}

/// `banxin bulletin`: from cases to a bulletin.
struct Bulletin: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "由诉求台账生成日通报、周总结、月分析  Makes periodic bulletins from a table of cases.",
    discussion: """
      表要有 编号 时间 状态；有 来源 类别 地点 承办单位 时限 办结时间 满意 的，分别统计。
      时限可写日期，或“5个工作日”“7日”，自受理次日起算；--holidays 的文件：
        holidays: [2031-01-01, 2031-10-01 至 2031-10-07]
        workdays: [2031-09-28]
      另写出可修改的 .yaml，改后用 banxin render 重排。数据没有的不写。

      例 examples:
        banxin bulletin monthly --data cases.csv --period 2031-05 -o 月分析.pdf
        banxin bulletin weekly --data cases.csv --period 2031-05-20 --unit 柳林街道 -o week.pdf
      """)

  @Argument(help: "daily weekly monthly 日 周 月")
  var kind: BulletinJob.Kind

  @Option(
    help: "诉求台账 .csv .tsv .xlsx .db（SQLite），可加 #表名  the table of cases, #NAME for one of several")
  var data: String

  @Option(help: "时段：2031-05，或 2031-05-20  the period")
  var period: String

  @Option(help: "标题前的单位名  the unit's name before the title")
  var unit = ""

  @Option(help: "节假日和调休上班日 .yaml  the list of holidays")
  var holidays: String?

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "bulletin-a4"

  @Option(name: .shortAndLong, help: "输出 .pdf，同名 .yaml 一并写出  the file to write")
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let job = BulletinJob(
      kind: kind, data: data, period: period, unit: unit, layout: layout, output: output,
      holidays: holidays)
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let result = try job.run(home: home, in: environment, into: &problems)
      for file in result.files { Terminal.result(file) }
    }
  }
}
