import ArgumentParser
import Diagnostics
import Exporting

/// `banxin bench lines`: how even lines are, and how much better than greedy ones.
struct BenchLines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "统计字距、末行和断行优劣  Counts gaps, last lines and what optimal breaking gains.",
    discussion: """
      例 example: banxin bench lines Tests/Fixtures/reports
      加 -v 列出被拉开的纯汉字行及原因。With -v the stretched lines of ideographs are named.
      """)

  @Argument(help: "报告文件夹  a folder of reports")
  var reports: String

  @Option(help: "行长（字）  measures in ems")
  var measures = "11,13,28"

  @Option(help: "把小样写入文件夹，每篇每种行长一个 PDF  a folder for galleys as PDF files")
  var galleys: String?

  @Option(name: .shortAndLong, help: "版式名  the layout")
  var layout = "newspaper-tabloid"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let ems = measures.split(separator: ",").compactMap { Int($0) }.filter { 2...500 ~= $0 }
    guard !ems.isEmpty else {
      throw ValidationError("行长应为 2 至 500 的整数，如 11,13,28  measures are whole ems, 2 to 500")
    }
    try common.perform(.none) { environment, _ throws(Rejection) in
      let home = try common.resources(in: environment)
      if let galleys {
        let bench = GalleyBench(home: home, environment: environment)
        for path in try bench.write(reports: reports, layout: layout, measures: ems, to: galleys) {
          Terminal.result(path)
        }
      }
      let bench = LineBench(home: home, environment: environment)
      for figures in try bench.run(reports: reports, layout: layout, measures: ems) {
        show(figures)
      }
    }
  }

  private func show(_ figures: LineBench.Figures) {
    Terminal.result(
      "\(figures.ems) em  满行 full lines \(figures.lines)  字距 gap mean \(part(figures.meanGap)) "
        + "max \(part(figures.greatestGap)) em  >0.10 em \(figures.wideLines)")
    Terminal.result(
      "  纯汉字行 lines of ideographs \(figures.pureLines)  拉开 stretched "
        + "\(figures.stretchedPure.count)  单字末行 one-character last lines \(figures.loneLast.count)")
    if common.verbose { for line in figures.stretchedPure { Terminal.result("    \(line)") } }
    for other in figures.against {
      Terminal.result(
        "  对 against first fit \(other.name): badness \(Int(other.badness.optimal)) to "
          + "\(Int(other.badness.greedy)), worse in \(other.worse); strictly less in "
          + "\(share(other.better.all, other.mixed.all)) mixed paragraphs, of three lines or more "
          + "\(share(other.better.long, other.mixed.long)); of the "
          + "\(other.mixed.long - other.better.long) ties \(other.even) have no gap over 0.05 em")
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
    return "\(part) of \(whole) = \(tenths / 10).\(tenths % 10) %"
  }

  private func part(_ value: Double) -> String {
    let digits = String(Int((value * 10000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}
