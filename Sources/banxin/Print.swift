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

/// `banxin print`: a PDF file, a report or pages on paper.
struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印：把 PDF、稿件或版面计划按原大送到打印机，跟踪到印完  Prints at actual size and follows the job.",
    discussion: """
      例 examples:
        banxin print 通知.pdf --duplex long
        banxin print 通报.md --layout bulletin-a4 --copies 20 --duplex long
        banxin print 简报.md --layout jianbao --booklet --paper A3
        banxin print 交办单.pdf --impose slips --paper A4           裁切单，带裁切线  slips to be cut
        banxin print 一版.yaml --impose tiles --paper A3            四开版分印在两张 A3 上  a page on two A3
        banxin print 横幅.txt --layout banner --pages 1 --impose tiles --enlarge 10 --paper A3
      """)

  @Argument(help: "PDF 文件、稿件或版面计划  a PDF file, a report or a plan of pages")
  var input: String

  @Option(name: .shortAndLong, help: "稿件的版式  the layout of a report")
  var layout: String?

  @Option(help: "稿件的图片文件夹  a folder of pictures for a report")
  var photos: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("稿件的键=值，同 render  as for render", valueName: "key=value"))
  var settings: [String] = []

  @Option(help: "打印机，见 banxin printers  the printer")
  var printer: String?

  @Option(help: "页，如 1-3,5  the pages")
  var pages: String?

  @Option(help: "份数  copies")
  var copies = 1

  @Option(help: "双面：long 翻书式，short 翻历式  both sides: long or short edge")
  var duplex: Duplex?

  @Flag(help: "逐页印齐再印下一页  all copies of a page before the next")
  var uncollated = false

  @Flag(help: "印成灰色  in greys")
  var grey = false

  @Flag(help: "骑马订小册子：拼版，双面，沿折线翻  a stitched booklet")
  var booklet = false

  @Flag(help: "送出即返回，不等印完  do not wait for the sheets")
  var noWait = false

  @OptionGroup var sheets: SheetFlags

  @OptionGroup var common: CommonOptions

  /// The sides as people say them.
  enum Duplex: String, ExpressibleByArgument, CaseIterable { case long, short }

  func validate() throws {
    guard (1...999).contains(copies) else {
      throw ValidationError("--copies 应在 1 到 999 之间  --copies must lie in 1…999")
    }
    if booklet, sheets.impose != nil {
      throw ValidationError("--booklet 就是 --impose saddle  --booklet is --impose saddle")
    }
    if pages != nil, chosenPages == nil {
      throw ValidationError("--pages 写作 1-3,5  --pages is written 1-3,5")
    }
    try SettingPairs.check(settings)
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
    var job = PrintJob(input)
    job.report = ExportJob(
      input: input, layout: layout ?? "", photos: photos, settings: SettingPairs.read(settings))
    job.sheets = sheets.options
    if booklet { job.sheets.arrangement = .saddle }
    job.pages = chosenPages
    job.printer = printer
    job.paper = sheets.paper ?? sheets.tile
    job.copies = copies
    job.isCollated = !uncollated
    job.isGrey = grey
    switch duplex {
    case .long: job.sides = .longEdge
    case .short: job.sides = .shortEdge
    case nil: job.sides = nil
    }
    return job
  }

  /// The pages of `1-3,5` in order; nil for what is no such list.
  private var chosenPages: [Int]? {
    guard let pages else { return nil }
    var chosen: [Int] = []
    for part in pages.split(whereSeparator: { $0 == "," || $0 == "，" }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends[0], let last = ends.count == 1 ? first : ends[1], ends.count < 3,
        1 <= first, first <= last, last <= 10_000
      else { return nil }
      chosen += (first...last).filter { !chosen.contains($0) }
    }
    return chosen.isEmpty ? nil : chosen
  }

  /// Follows a job to its end and says what holds it up, once a reason.
  private func follow(
    _ number: Int, on printer: String, _ service: PrintService, _ problems: inout Problems
  ) throws(Rejection) {
    var told = ""
    var last = PrintState.waiting
    while true {
      let (state, reasons) = try service.state(of: number, on: printer)
      // A queue that is stopped takes the job back from its printer and sends it again, from its
      // first sheet; a printer that stops by itself goes on where it was.
      if last == .printing, state != .printing, !state.isEnd {
        problems.report(PrintWords.takenBack(number, on: printer))
      }
      last = state
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
