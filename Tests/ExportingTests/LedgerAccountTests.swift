import Diagnostics
import Foundation
import LayoutSpecs
import PageMakeup
import ReportModel
import TestSupport
import Testing
import Typesetting

@testable import Exporting

/// A ledger says one thing hundreds of times; each cell still has its own print.
struct LedgerAccountTests {
  @Test func cellsThatSayTheSameBalance() throws {
    let matter = Array("道路破损修补路灯不亮需更换井盖松动")
    let rows = (0..<1500).map { row in
      [
        "\(row + 1)", "第\(row % 40 + 1)网格", String(matter.prefix(8 + row % 12)),
        ["城管办", "社建办", "党政办"][row % 3], "\(row % 12 + 1)月\(row % 28 + 1)日",
      ]
    }
    let problems = try made(rows)
    #expect(
      !problems.diagnostics.contains { $0.code == "page.text-lost" },
      "\(problems.diagnostics.first.map(\.message.english) ?? "")")
  }

  private func made(_ rows: [[String]]) throws -> Problems {
    let root = DumpSnapshot.packageRoot(
      above: URL(fileURLWithPath: #filePath).deletingLastPathComponent())
    let home = try ResourceHome.find(
      given: root.path, variable: nil, executable: "", in: FileSystem())
    var problems = Problems()
    let layout = try home.layout("ledger", into: &problems)
    let range = SourceRange(file: "ledger.csv", line: 1)
    var head = ReportBlock(role: .tableHeader, text: "", lines: [1], range: range)
    head.table = 0
    let names = ["序号", "网格", "事项", "责任单位", "时限"]
    let table = ReportTable(
      title: "", columns: names.map { TableColumn(name: $0, type: .text) }, rows: rows,
      hasTotalRow: false, headerLine: 1, ruleLine: nil, rowLines: rows.indices.map { $0 + 2 },
      range: range)
    let report = Report(source: "ledger.csv", blocks: [head], tables: [table])
    _ = try Makeup(shaper: SquareShaper()).make(
      MakeupJob(report: report, layout: layout, pictures: []), into: &problems)
    return problems
  }
}
