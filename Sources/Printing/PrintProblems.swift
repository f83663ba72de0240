import Diagnostics

/// What goes wrong between a file and a sheet.
enum PrintProblems {
  static func noService(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "print.no-service",
      Wording(
        "the print service does not answer: \(reason)", "打印服务没有应答：\(reason)"),
      hints: [
        Wording(
          "install and start CUPS, or name its server in CUPS_SERVER",
          "请安装并启动 CUPS，或用 CUPS_SERVER 指明服务器")
      ])
  }

  static func unknownPrinter(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "print.no-printer",
      Wording("there is no printer \"\(name)\"", "没有名为“\(name)”的打印机"),
      hints: [Wording("`banxin printers` lists them", "可用 banxin printers 查看")])
  }

  static func silentPrinter(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "print.silent",
      Wording("the printer \(name) does not answer: \(reason)", "打印机 \(name) 没有应答：\(reason)"),
      hints: [Wording("switch it on and look at its cable or network", "请检查打印机电源和连线")])
  }

  static func refused(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "print.refused",
      Wording("the printer \(name) takes no job: \(reason)", "打印机 \(name) 不接受任务：\(reason)"),
      hints: [Wording("nothing was printed; mend that and print again", "尚未打印，排除后请重新打印")])
  }

  static func unsent(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "print.unsent",
      Wording(
        "the file did not reach the printer \(name) whole and the job was taken back: \(reason)",
        "文件没有完整送到打印机 \(name)，任务已撤回：\(reason)"),
      hints: [Wording("nothing is printed; try again", "没有打印，请重试")])
  }

  static func unknownJob(_ job: Int, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "print.no-job",
      Wording("the queue does not know job \(job): \(reason)", "队列中查不到任务 \(job)：\(reason)"),
      hints: [
        Wording("look at the printer before printing again", "重新打印前请先查看打印机是否已出纸")
      ])
  }
}
