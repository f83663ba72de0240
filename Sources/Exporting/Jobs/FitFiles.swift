import Foundation
import Notations
import PageMakeup

/// `fit.json` for tools and `fit.txt` for people: how the page was filled.
enum FitFiles {
  private struct Page: Encodable {
    var variants: [Manifest.Fit]?
    var plan: Plan?
    var pages: [Plan]?
  }

  private struct Plan: Encodable {
    struct Placed: Encodable {
      var name: String
      var columns: [Int]
      var lines: [Int]
      var oversetRows: Int
      var carriedRows: Int
      var fit: Manifest.Fit?
    }
    var exact: Bool
    var filler: Bool
    var cost: Double
    var articles: [Placed]

    init(_ report: PlanReport) {
      exact = report.isExact
      filler = report.hasFiller
      cost = (report.cost * 100).rounded() / 100
      articles = report.placed.map {
        Placed(
          name: $0.name, columns: [$0.columns.lowerBound, $0.columns.upperBound],
          lines: [$0.lines.lowerBound, $0.lines.upperBound], oversetRows: $0.oversetRows,
          carriedRows: $0.carriedRows, fit: $0.fit.map(Manifest.Fit.init))
      }
    }
  }

  static func files(for made: MadeUp, in folder: String) -> [OutputFile] {
    let fits = [made.fit].compactMap { $0 } + made.variants.compactMap(\.fit)
    let plans = made.plans.map(Plan.init)
    guard !fits.isEmpty || !plans.isEmpty else { return [] }
    let page = Page(
      variants: fits.isEmpty ? nil : fits.map(Manifest.Fit.init),
      plan: plans.count == 1 ? plans[0] : nil, pages: plans.count > 1 ? plans : nil)
    var text = fits.enumerated().map { words(for: $0.element, number: $0.offset + 1) }
    for (number, plan) in made.plans.enumerated() {
      let head = plans.count > 1 ? "第 \(number + 1) 版 page  " : ""
      text.append(head + words(for: plan))
    }
    return [
      OutputFile(path: "\(folder)/fit.json", bytes: JSONFile.bytes(of: page)),
      OutputFile(path: "\(folder)/fit.txt", bytes: Array(text.joined(separator: "\n").utf8)),
    ]
  }

  static func words(for fit: FitReport, number: Int) -> String {
    var lines = [
      "方案 variant \(number)  \(fit.skeleton)",
      "  \(fit.isExact ? "恰好排满 exact" : "脚线未齐 feet not level")  代价 cost \(rounded(fit.cost))"
        + "  试排 settings tried \(fit.tried)",
    ]
    for knob in fit.knobs {
      let moved = knob.rows - knob.ideal
      let sign = moved > 0 ? "+" : ""
      lines.append("  \(knob.name)  \(knob.rows) 行 lines" + (moved == 0 ? "" : "（\(sign)\(moved)）"))
    }
    if !fit.variants.isEmpty {
      lines.append("  段落调整 paragraphs  \(fit.variants.joined(separator: ", "))")
    }
    if let columns = fit.columnSet { lines.append("  分栏 columns  \(columns) 字") }
    if let next = fit.next {
      lines.append("  下一方案 next  \(next.skeleton)  代价至少 cost at least \(rounded(next.cost))")
    }
    for foot in fit.feet {
      lines.append("  第 \(foot.column) 栏 column  末行 last line \(foot.line)  \(foot.occupant)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func words(for plan: PlanReport) -> String {
    var lines = [
      "\(plan.isExact ? "恰好排满 exact" : "未排满 not exact")  代价 cost \(rounded(plan.cost))"
        + (plan.hasFiller ? "  用了补白 with a filler" : "")
    ]
    for placed in plan.placed {
      var over = placed.oversetRows > 0 ? "  溢出 overset \(placed.oversetRows) 行 lines" : ""
      if placed.carriedRows > 0 { over += "  转版 carried over \(placed.carriedRows) 行 lines" }
      lines.append(
        "  \(placed.columns.lowerBound)-\(placed.columns.upperBound) 栏"
          + "  \(placed.lines.lowerBound)-\(placed.lines.upperBound) 行  \(placed.name)\(over)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rounded(_ cost: Double) -> String { DecimalText.fixed(cost, 2) }
}

/// JSON files: keys sorted, so that equal values give equal bytes.
enum JSONFile {
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("reports have only finite numbers and strings")
    }
    return [UInt8](data) + [UInt8(ascii: "\n")]
  }
}
