import ArgumentParser
import Diagnostics
import Exporting
import Glibc
import Printing

/// `banxin printers`: what the printers here can do.
struct Printers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印机：列出可用的打印机、纸张和双面能力  Lists printers and what they can do.",
    discussion: """
      例 examples:
        banxin printers
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.perform { _, _ throws(Rejection) in
      for printer in try PrintService().printers() {
        var papers: [String] = []
        for paper in printer.papers where !papers.contains(paper.title) {
          papers.append(paper.title)
        }
        let facts = [
          printer.isDefault ? "默认 default" : "",
          printer.isAdded ? "" : "网络上有，尚未添加 on the network, not added",
          printer.isAdded ? printer.isDuplex ? "双面 duplex" : "单面 one side" : "",
          printer.isAdded ? printer.hasColour ? "彩色 colour" : "黑白 black" : "",
          printer.isStopped ? "已停 stopped" : "",
          PrintWords.reasons(printer.reasons),
        ].filter { !$0.isEmpty }
        Terminal.result("\(printer.name)\t\(printer.info)\t\(facts.joined(separator: "，"))")
        if !papers.isEmpty { Terminal.result("  纸 papers\t\(papers.joined(separator: "、"))") }
      }
    }
  }
}

/// `banxin print`: a PDF file or a report on paper.
struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印：把 PDF 或稿件送到打印机，按原大，跟踪到印完  Prints at actual size and follows the job.",
    discussion: """
      例 examples:
        banxin print 通知.pdf --duplex long
        banxin print 通报.md --layout bulletin-a4 --copies 20
        banxin print 简报.md --layout jianbao --booklet --paper A3
        banxin print 横幅.txt --layout banner --impose tiles --tile 297x420 --paper A3
      """)

  @Argument(help: "PDF 文件或稿件  a PDF file or a report")
  var input: String

  @Option(name: .shortAndLong, help: "稿件的版式  the layout of a report")
  var layout: String?

  @Option(help: "打印机，见 banxin printers  the printer")
  var printer: String?

  @Option(help: "份数  copies")
  var copies = 1

  @Option(help: "双面：long 翻书式，short 翻历式  both sides: long or short edge")
  var duplex: Duplex?

  @Option(help: "纸，如 A4 A3  the sheet")
  var paper: String?

  @Flag(help: "逐页印齐再印下一页  all copies of a page before the next")
  var uncollated = false

  @Flag(help: "印成灰色  in greys")
  var grey = false

  @Flag(help: "骑马订小册子：拼版、双面短边翻  a stitched booklet")
  var booklet = false

  @Option(help: "拼版：2up 4up saddle tiles  pages on sheets")
  var impose: SheetArrangement?

  @Option(help: "分片大小 mm，如 297x420  size of a tile")
  var tile: String?

  @Flag(help: "送出即返回，不等印完  do not wait for the sheets")
  var noWait = false

  @OptionGroup var common: CommonOptions

  /// The sides as people say them.
  enum Duplex: String, ExpressibleByArgument, CaseIterable { case long, short }

  func validate() throws {
    guard (1...999).contains(copies) else {
      throw ValidationError("--copies 应在 1 到 999 之间  --copies must lie in 1…999")
    }
    let isFile = input.lowercased().hasSuffix(".pdf")
    if !isFile, layout == nil {
      throw ValidationError("稿件要用 --layout 指定版式  a report needs --layout")
    }
    if isFile, booklet || impose != nil {
      throw ValidationError("拼版只用于稿件  pages of a PDF file are not arranged on sheets")
    }
  }

  func run() throws {
    try common.perform { environment, problems throws(Rejection) in
      let exporter = Exporter(
        home: try common.resources(in: environment), environment: environment)
      let service = PrintService()
      let sent = try exporter.print(job, with: service, into: &problems)
      Terminal.result("\(sent.printer)-\(sent.number)")
      if !noWait { try follow(sent.number, on: sent.printer, service, &problems) }
    }
  }

  private var job: PrintJob {
    var job: PrintJob
    if let layout, !input.lowercased().hasSuffix(".pdf") {
      var report = ExportJob(input: input, layout: layout)
      if booklet || impose != nil {
        var sheets = PressOptions(profile: "")
        sheets.arrangement = booklet ? .saddle : impose
        let sides = (tile ?? "").split(separator: "x").compactMap { Double($0) }
        if sides.count == 2 { sheets.tile = (sides[0], sides[1]) }
        report.press = sheets
      }
      job = PrintJob(report: report)
    } else {
      job = PrintJob(file: input)
    }
    job.printer = printer
    job.paper = paper
    job.copies = copies
    job.isCollated = !uncollated
    job.isGrey = grey
    switch duplex {
    case .long: job.sides = .longEdge
    case .short: job.sides = .shortEdge
    case nil: job.sides = booklet ? .shortEdge : .one
    }
    return job
  }

  /// Follows a job to its end and says what holds it up, once a reason.
  private func follow(
    _ number: Int, on printer: String, _ service: PrintService, _ problems: inout Problems
  ) throws(Rejection) {
    var told = ""
    while true {
      let (state, reasons) = try service.state(of: number, on: printer)
      let words =
        PrintWords.state(state) + (reasons.isEmpty ? "" : "：\(PrintWords.reasons(reasons))")
      if words != told, !common.quiet { Terminal.error(words) }
      told = words
      if state == .done { return }
      if state.isEnd {
        throw Rejection(
          Diagnostic(
            .error, "print.ended",
            Wording(
              "the job \(printer)-\(number) ended without being printed",
              "任务 \(printer)-\(number) 没有印完就结束了"),
            hints: [Wording("look at the printer before printing again", "重新打印前请先查看打印机")]))
      }
      usleep(300_000)
    }
  }
}
