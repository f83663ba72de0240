public import ArgumentParser
import Diagnostics
public import Exporting

extension BulletinJob.Kind: ExpressibleByArgument {
  /// `daily` or 日, `weekly` or 周, `monthly` or 月.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "daily", "日", "日通报": self = .daily
    case "weekly", "周", "周总结": self = .weekly
    case "monthly", "月", "月分析": self = .monthly
    default: return nil
    }
  }
}

/// `banxin bulletin`: from cases to a bulletin.
struct Bulletin: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "由诉求台账生成日通报、周总结、月分析  Makes periodic bulletins from a table of cases.",
    discussion: """
      表要有受理时间；有 状态 来源 类别 承办单位 时限 办结时间 满意 的，分别统计，没有的不写。
      重复诉求按 电话、来电人 或相近的 内容 认定。列名不同的，先列出怎样认的；认错了用 --map 指明：
        --map 时间=登记日,类别=问题大类     或映射文件 fields: { 时间: 登记日 }
      时限可写日期，或“5个工作日”“7日”，自受理次日起算；--holidays 的文件：
        holidays: [2031-01-01, 2031-10-01 至 2031-10-07]
        workdays: [2031-09-28]
      另写出可修改的 .yaml，改后用 banxin render 重排。数据没有的不写。

      例 examples:
        banxin bulletin monthly --data cases.csv --period 2031-05 -o 月分析.pdf
        banxin bulletin 月 --data cases.csv --period 2031-05 --propose --extract 专版稿.yaml -o 月分析.pdf
        banxin bulletin weekly --data cases.csv --period 2031-05-20 --unit 柳林街道 -o week.pdf
      """)

  @Argument(help: "daily weekly monthly 日 周 月")
  var kind: BulletinJob.Kind

  @Option(
    help: "诉求台账 .csv .tsv .xlsx .db（SQLite），可加 #表名  the table of cases, #NAME for one of several")
  var data: String

  @Option(help: "时段：2031-05，或 2031-05-20  the period")
  var period: String

  @Option(help: "哪一列是什么：时间=登记日,类别=问题大类，或映射文件  which column says what")
  var map: String?

  @Option(help: "期号，如 2031年第12期  the number of the issue")
  var issue = ""

  @Option(help: "标题前的单位名  the unit's name before the title")
  var unit = ""

  @Option(help: "节假日和调休上班日 .yaml  the list of holidays")
  var holidays: String?

  @Flag(help: "按表拟写文字，标“【建议稿】”，不作预测  propose marked sentences on the tables")
  var propose = false

  @Option(help: "另写一篇带图表的专版稿 .yaml  the period as an article with its chart")
  var extract: String?

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "bulletin-a4"

  @Option(name: .shortAndLong, help: "输出 .pdf，同名 .yaml 一并写出  the file to write")
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    var job = BulletinJob(
      kind: kind, data: data, period: period, unit: unit, layout: layout, output: output,
      holidays: holidays)
    job.map = map
    job.issue = issue
    job.proposes = propose
    job.extract = extract
    try common.perform { environment, problems throws(Rejection) in
      let home = try common.resources(in: environment)
      let result = try job.run(home: home, in: environment, into: &problems) { columns in
        if !common.quiet { Terminal.error("认出的列：\(columns.words)") }
      }
      Terminal.results(result.files)
    }
  }
}
