import Foundation
import Testing

/// The official paper measured on its PDF against GB/T 9704, in millimetres, to a tenth.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct GongwenTests {
  struct Positions: Decodable {
    struct Line: Decodable {
      var text: String
      var left: Double
      var right: Double
      var baseline: Double
      var size: Double
      var font: String
      var colour: String
      var lefts: [Double]
      var dashTop: Double?
    }
    struct Rule: Decodable {
      var left: Double
      var right: Double
      var top: Double
      var foot: Double
      var weight: Double
    }
    struct Page: Decodable {
      var lines: [Line]
      var rules: [Rule]

      func line(_ start: String) -> Line? { lines.first { $0.text.hasPrefix(start) } }
    }
    var pages: [Page]
  }

  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path
  private static let character = 156.0 / 28
  private static let pitch = 156.0 / 28 * 1.875
  private static let sample = Program.root.appendingPathComponent("layouts/gongwen-a4/sample.md")
    .path

  private func isNear(_ value: Double?, _ wanted: Double, within tolerance: Double = 0.1) -> Bool {
    value.map { abs($0 - wanted) <= tolerance } ?? false
  }

  /// Renders a report and reads where its lines stand; nil, loudly, without the tool.
  private func positions(of report: String, _ settings: [String] = []) throws -> Positions? {
    guard FileManager.default.isExecutableFile(atPath: Self.python) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf").path
    let outcome = try Program.run(
      ["render", report, "-l", "gongwen-a4", "-o", page] + settings.flatMap { ["--set", $0] })
    #expect(outcome.code == 0, "\(outcome.errors)")
    let check = Process()
    check.executableURL = URL(fileURLWithPath: Self.python)
    check.arguments = [Program.root.appendingPathComponent("Tests/Tools/positions.py").path, page]
    let pipe = Pipe()
    check.standardOutput = pipe
    try check.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    return try JSONDecoder().decode(Positions.self, from: data)
  }

  @Test func twentyTwoLinesOfTwentyEightCharacters() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("text.txt")
    try ("岑岭乡人民政府关于版心的通知\n\n" + String(repeating: "国", count: 28 * 50) + "。\n")
      .write(to: file, atomically: true, encoding: .utf8)
    guard let page = try positions(of: file.path)?.pages[1] else { return }
    let lines = page.lines.filter { $0.text.hasPrefix("国") }
    #expect(lines.count == 22)
    for line in lines {
      #expect(line.text.count == 28)
      #expect(isNear(line.left, 28) && isNear(line.right - line.left, 156), "\(line)")
    }
    let height = (lines.last?.baseline ?? 0) - (lines.first?.baseline ?? 0) + Self.character
    #expect(isNear(height, 225), "\(height)")
    #expect(isNear(lines.first?.size, Self.character, within: 0.01))
  }

  @Test func theHeadStandsWhereTheStandardHasIt() throws {
    guard let set = try positions(of: Self.sample) else { return }
    let (first, second) = (set.pages[0], set.pages[1])
    // From the top of the em box to the baseline: known from line 1 of page 2, whose top is at 37.
    let ascent = (second.lines.first?.baseline ?? 0) - 37
    let mark = try #require(first.line("岑岭乡人民政府文件"))
    let markTop = mark.baseline - 0.88 * mark.size
    #expect(isNear(markTop, 37 + 35) && mark.colour != "000000", "\(mark)")
    #expect(isNear((mark.left + mark.right) / 2, 28 + 78))
    #expect(mark.right - mark.left <= 156 && mark.size <= 18.13)
    for (row, start) in ["000018", "内部", "加急"].enumerated() {
      let line = try #require(first.line(start))
      #expect(isNear(line.left, 28), "\(line)")
      #expect(isNear(line.baseline, 37 + Self.pitch * Double(row) + ascent, within: 0.5))
    }
    let number = try #require(first.line("岑政发"))
    let numberTop = number.baseline - ascent
    #expect(isNear(numberTop, markTop + 18.12 + 2 * Self.pitch), "\(number)")
    #expect(isNear((number.left + number.right) / 2, 28 + 78))
    let rule = try #require(first.rules.first)
    #expect(isNear(rule.top - rule.weight / 2, numberTop + Self.character + 4), "\(rule)")
    #expect(isNear(rule.left, 28) && isNear(rule.right, 184))
    let title = try #require(first.line("岑岭乡人民政府关于"))
    let titleTop = title.baseline - 0.88 * title.size
    #expect(isNear(titleTop, rule.top - rule.weight / 2 + 2 * Self.pitch), "\(title)")
    #expect(isNear(title.size * 72 / 25.4, 22))
    let addressee = try #require(first.line("各村民委员会"))
    let row = (addressee.baseline - ascent - 37) / Self.pitch
    #expect(isNear(row, row.rounded(), within: 0.01) && isNear(addressee.left, 28))
    // The first page shows text.
    #expect(first.line("为贯彻落实") != nil)
  }

  @Test func theEndStandsWhereTheStandardHasIt() throws {
    guard let set = try positions(of: Self.sample) else { return }
    let pages = set.pages
    let date = try #require(pages.compactMap { $0.line("2031年11月6日") }.first)
    #expect(isNear(date.right, 184 - 4 * Self.character), "\(date)")
    let page = try #require(pages.first { $0.line("2031年11月6日") != nil })
    let signer = try #require(page.lines.first { $0.text == "岑岭乡人民政府" })
    #expect(isNear((signer.left + signer.right) / 2, (date.left + date.right) / 2))
    let reference = try #require(pages.compactMap { $0.line("附件：1.") }.first)
    #expect(isNear(reference.lefts[0], 28 + 2 * Self.character))
    let second = try #require(pages.compactMap { $0.line("2.村股份") }.first)
    #expect(isNear(second.left, reference.lefts[3]), "\(second) under \(reference)")
    let turned = try #require(page.lines.first { $0.baseline > second.baseline + 1 })
    #expect(isNear(turned.left, second.lefts[2]), "\(turned) under \(second)")
    for (number, start) in [(1, "附件1"), (2, "附件2")] {
      let attachment = try #require(pages.first { $0.lines.first?.text == start }, "\(number)")
      #expect(isNear(attachment.lines[0].left, 28))
      let title = attachment.lines[1]
      #expect(isNear((title.left + title.right) / 2, 106), "\(title)")
      let rows = (title.baseline - 0.88 * title.size - 37) / Self.pitch
      #expect(isNear(rows, 2, within: 0.01), "\(title)")
    }
  }

  @Test func imprintAndNumbersStandWhereTheStandardHasThem() throws {
    guard let set = try positions(of: Self.sample) else { return }
    let last = try #require(set.pages.last)
    let rules = last.rules.filter { isNear($0.left, 28) && isNear($0.right, 184) }
      .sorted { $0.top < $1.top }.suffix(3)
    #expect(rules.map(\.weight).map { ($0 * 100).rounded() / 100 } == [0.35, 0.25, 0.35])
    #expect(isNear(rules.last?.top, 37 + 225), "\(rules)")
    let copies = try #require(last.line("抄送："))
    #expect(isNear(copies.left, 28 + 14 * 25.4 / 72) && isNear(copies.size, 14 * 25.4 / 72))
    #expect(
      last.lines.contains { $0.text.hasSuffix("印发") && isNear($0.right, 184 - 14 * 25.4 / 72) })
    for (number, page) in set.pages.enumerated() {
      let folio = try #require(page.lines.last)
      #expect(folio.text.filter { $0 != " " } == "—\(number + 1)—")
      let inset = 14 * 25.4 / 72
      if number.isMultiple(of: 2) {
        #expect(isNear(folio.right, 184 - inset), "\(folio)")
      } else {
        #expect(isNear(folio.left, 28 + inset), "\(folio)")
      }
      #expect(isNear(folio.dashTop, 262 + 7), "\(folio)")
    }
  }

  // MARK: Other forms

  /// Several issuers: names as wide as the longest, 文件 at their right in the middle, signers two on a
  /// line, and the number on the line of the last one (7.2.4, 7.2.6).
  @Test func issuersWhoWriteTogetherShareTheMark() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("joint.txt")
    let text =
      "霖泽县发展和改革局\n霖泽县财政局文件\n\n霖发改发〔2031〕46号\n\n关于联合开展项目资金核查的请示\n\n县政府：\n\n"
      + "为加强项目资金管理，提高资金使用效益，拟在全县联合开展项目资金核查。现将有关事项请示如下。\n"
    try text.write(to: file, atomically: true, encoding: .utf8)
    guard let set = try positions(of: file.path, ["signer=张某某 李某某 王某某"]) else { return }
    let lines = set.pages[0].lines
    let red = lines.filter { $0.colour != "000000" }
    #expect(red.map(\.text).joined().filter { !$0.isWhitespace }.count == 9 + 6 + 2, "\(red)")
    let left = try #require(red.map(\.left).min())
    let right = try #require(red.map(\.right).max())
    #expect(isNear((left + right) / 2, 28 + 78, within: 0.5))
    let number = try #require(lines.first { $0.text.contains("霖发改发") })
    let last = try #require(lines.first { $0.text.contains("王某某") })
    #expect(isNear(number.baseline, last.baseline))
    let first = try #require(lines.first { $0.text.contains("张某某") })
    #expect(isNear(last.baseline - first.baseline, Self.pitch))
    let second = try #require(lines.first { $0.text.contains("李某某") })
    #expect(isNear(second.right, 184 - Self.character, within: 0.2), "\(second)")
  }

  @Test func aLetterHasItsRules() throws {
    guard let set = try positions(of: Self.sample, ["document.form=letter"]) else { return }
    let first = set.pages[0]
    let mark = try #require(first.line("岑岭乡人民政府"))
    #expect(isNear(mark.baseline - 0.88 * mark.size, 30), "\(mark)")
    let wide = first.rules.filter { isNear($0.left, 20) && isNear($0.right, 190) }
      .sorted { $0.top < $1.top }
    #expect(wide.count == 4)
    let bottom = mark.baseline + 0.12 * mark.size
    #expect(isNear(wide[0].top - wide[0].weight / 2, bottom + 4), "\(wide[0])")
    #expect(wide[0].weight > wide[1].weight && wide[2].weight < wide[3].weight)
    #expect(isNear(wide[3].top + wide[3].weight / 2, 297 - 20))
    let number = try #require(first.line("岑政发") ?? first.lines.first { $0.text.contains("岑政发") })
    #expect(isNear(number.right, 184))
    // No number on the first page; neither printer nor rules at the end.
    #expect(!first.lines.contains { $0.text.hasPrefix("—") })
    #expect(!set.pages.contains { $0.lines.contains { $0.text.hasSuffix("印发") } })
  }

  @Test func anOrderHasItsMark() throws {
    guard let set = try positions(of: Self.sample, ["document.form=order"]) else { return }
    let first = set.pages[0]
    let mark = try #require(first.line("岑岭乡人民政府文件"))
    #expect(isNear(mark.baseline - 0.88 * mark.size, 37 + 20), "\(mark)")
    let number = try #require(first.line("岑政发"))
    let bottom = mark.baseline + 0.12 * mark.size
    #expect(isNear(number.baseline - number.size * 0.88, bottom + 2 * Self.pitch, within: 2))
  }

  @Test func minutesHangTheNamesOfThosePresent() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("minutes.md")
    let names = Array(repeating: "陆青禾", count: 14).joined(separator: "　")
    try """
    岑岭乡人民政府会议纪要

    〔2031〕7号

    岑岭乡乡长办公会议纪要

    2031年11月5日，乡长主持召开办公会议，研究盘活闲置农房等事项。

    一、关于盘活闲置农房。会议同意设立专班，由乡长任组长，每月调度一次。

    出席：\(names)
    """.write(to: file, atomically: true, encoding: .utf8)
    guard let set = try positions(of: file.path, ["document.form=minutes"]) else { return }
    let lines = set.pages.flatMap(\.lines)
    let present = try #require(lines.first { $0.text.hasPrefix("出席：") })
    #expect(isNear(present.left, 28 + 2 * Self.character), "\(present)")
    let following = try #require(lines.first { $0.baseline > present.baseline + 1 })
    #expect(isNear(following.left, 28 + 5 * Self.character), "\(following)")
  }
}
