import Diagnostics
import ReportModel
import TestSupport
import Testing

@testable import Exporting
@testable import ReportReading

/// Web pages, Markdown and JSON give back the report that they were written from, CSV its tables: on
/// twenty reports made by chance, of all that papers write.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PlainExportTests {
  private static func read(_ text: [UInt8], _ name: String) throws -> Report {
    var problems = Problems()
    return try ReportReading.read(bytes: text, name: name, into: &problems)
  }

  private static func written(_ report: Report, as ending: String) throws -> [OutputFile] {
    let captured = CapturedFiles(base: FileSystem())
    let home = try ResourceHome.find(
      given: PressPage.root, variable: nil, executable: "", in: FileSystem())
    var job = ExportJob(input: "报告.md", layout: "bulletin-a4", output: "报告.\(ending)")
    job.report = report
    var problems = Problems()
    _ = try Exporter(home: home, environment: captured).run(job, into: &problems)
    return captured.files
  }

  /// What a report says, without where it stood in its file.
  private static func content(_ report: Report) -> [String] {
    let facts = report.metadata.map { "\($0.key) = \($0.value)" }.sorted()
    let blocks = report.blocks.map { block in
      let marks = block.marks.map { "\($0.kind)\($0.range)\($0.reading)" }.joined(separator: " ")
      let notes = block.notes.map { "\($0.offset) \($0.isEndnote) \($0.text)" }
        .joined(separator: " ")
      let figure = block.figure.flatMap { report.figures[$0].path } ?? ""
      return [
        block.role.rawValue, block.text, "\(block.runInLead)", marks, notes, figure,
        block.table.map { Self.words(of: report.tables[$0]) } ?? "",
      ].joined(separator: " | ")
    }
    return facts + blocks
  }

  private static func words(of table: ReportTable) -> String {
    let columns = table.columns.map { "\($0.name) \($0.type.rawValue) \($0.unit) \($0.over)" }
    return "\(columns) \(table.rows) \(table.spans) \(table.hasTotalRow)"
  }

  @Test(arguments: 1...20) func aWebPageReadsBack(_ seed: Int) throws {
    let report = try Self.read(Array(ReportText(seed: seed).text.utf8), "报告.md")
    let files = try Self.written(report, as: "html")
    let back = try Self.read(files[0].bytes, "报告.html")
    #expect(Self.content(back) == Self.content(report))
  }

  @Test(arguments: 1...20) func markdownReadsBack(_ seed: Int) throws {
    let report = try Self.read(Array(ReportText(seed: seed).text.utf8), "报告.md")
    let back = try Self.read(try Self.written(report, as: "md")[0].bytes, "报告.md")
    #expect(Self.content(back) == Self.content(report))
  }

  /// JSON keeps everything, places and findings too.
  @Test(arguments: 1...20) func jsonReadsBack(_ seed: Int) throws {
    let report = try Self.read(Array(ReportText(seed: seed).text.utf8), "报告.md")
    let back = try Self.read(try Self.written(report, as: "json")[0].bytes, "报告.json")
    #expect(Self.content(back) == Self.content(report))
    #expect(back.blocks == report.blocks)
    #expect(back.indicators == report.indicators)
  }

  @Test(arguments: 1...20) func separatedTablesReadBack(_ seed: Int) throws {
    let report = try Self.read(Array(ReportText(seed: seed).text.utf8), "报告.md")
    let files = try Self.written(report, as: "csv")
    let numbers = files.first { $0.path == "报告-指标.csv" }
    #expect((numbers == nil) == (report.indicators.isEmpty || report.tables.isEmpty))
    if report.tables.isEmpty { return }
    #expect(files.count == report.tables.count + (numbers == nil ? 0 : 1))
    for (file, table) in zip(files, report.tables) {
      let back = try Self.read(file.bytes, "报告.csv").tables
      #expect(back.map(\.rows) == [table.rows])
      #expect(back.map { $0.columns.map(\.name) } == [table.columns.map(\.name)])
    }
    guard let numbers, let list = try Self.read(numbers.bytes, "指标.csv").tables.first else {
      return
    }
    #expect(list.rows.map { $0[1] } == report.indicators.map(\.value))
  }

  /// A page that another program wrote is none of ours.
  @Test func otherWebPagesAreLeftToOfficePrograms() {
    #expect(throws: Rejection.self) {
      try Self.read(Array("<html><body><p>正文。</p></body></html>".utf8), "页.html")
    }
  }

  @Test func aReportWithoutTablesAndNumbersHasNoCSV() throws {
    let report = try Self.read(Array("# 标题\n\n正文没有数。\n".utf8), "报告.md")
    #expect(throws: Rejection.self) { try Self.written(report, as: "csv") }
  }
}

/// A report in Markdown, made by chance.
private struct ReportText {
  private var random: RandomText
  private(set) var text = ""
  private var notes: [String] = []

  init(seed: Int) {
    random = RandomText(seed: UInt64(seed))
    var facts = ["date: 2031-05-\(10 + seed % 20)"]
    if chance(2) { facts.append("kicker: \(words(5...9))") }
    if chance(2) { facts.append("deck: ——\(words(6...12))") }
    if chance(2) { facts.append("byline: 本报记者 \(words(2...3))") }
    add("---\n\(facts.joined(separator: "\n"))\n---")
    add("# \(words(8...16))")
    for _ in 0..<random.number(in: 3...9) { part() }
    if chance(3) { add("河口镇人民政府"); add("2031年5月6日") }
    for (number, note) in notes.enumerated() { add("[^\(number + 1)]: \(note)") }
  }

  private mutating func chance(_ most: Int) -> Bool { random.number(in: 1...most) == 1 }

  private mutating func add(_ paragraph: String) { text += paragraph + "\n\n" }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    let signs = "堤防巡查汛期安全检查河口镇村组道路春耕灌溉水库泵站干部群众整改完成情况"
    return String((0..<random.number(in: range)).map { _ in signs.randomCharacter(&random) })
  }

  private mutating func sentence() -> String {
    "\(words(6...14))，\(words(4...9))\(random.number(in: 2...90))处，\(words(5...12))。"
  }

  private mutating func part() {
    switch random.number(in: 0...9) {
    case 0: add("## 一、\(words(5...10))")
    case 1: add("- \(sentence())\n- \(sentence())")
    case 2: add("> \(sentence())")
    case 3: table()
    case 4: add("![\(words(6...12))](photos/\(random.number(in: 1...9)).jpg)")
    case 5:
      add("\(words(4...8))**\(words(2...4))**\(words(3...6))~~\(words(2...3))~~，\(sentence())")
    case 6:
      notes.append("据\(words(3...5))统计。")
      add("\(words(8...14))[^\(notes.count)]，\(sentence())")
    default: add(sentence() + sentence())
    }
  }

  private mutating func table() {
    let columns = random.number(in: 2...4)
    add("表：\(words(4...8))")
    var lines = ["| 村 | " + (1..<columns).map { "项目\($0)" }.joined(separator: " | ") + " |"]
    lines.append("|" + String(repeating: " --- |", count: columns))
    for _ in 0..<random.number(in: 2...5) {
      let cells = (1..<columns).map { _ in "\(random.number(in: 1...99))" }
      lines.append("| \(words(2...3))村 | \(cells.joined(separator: " | ")) |")
    }
    add(lines.joined(separator: "\n"))
  }
}

extension String {
  fileprivate func randomCharacter(_ random: inout RandomText) -> Character {
    let signs = [Character](self)
    return signs[random.number(in: 0...(signs.count - 1))]
  }
}
