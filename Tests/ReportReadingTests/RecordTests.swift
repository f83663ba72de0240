import Diagnostics
import Foundation
import ReportReading
import Testing

@Suite struct RecordTests {
  private func table(_ text: String) throws -> (RecordTable, [Diagnostic]) {
    var problems = Problems()
    let table = try RecordTable.read(bytes: Array(text.utf8), name: "t.csv", into: &problems)
    return (table, problems.diagnostics)
  }

  private func code(_ bytes: [UInt8]) -> (code: String, place: String?)? {
    var problems = Problems()
    do {
      _ = try RecordTable.read(bytes: bytes, name: "t.csv", into: &problems)
      return nil
    } catch {
      return (error.diagnostics[0].code.rawValue, error.diagnostics[0].range?.description)
    }
  }

  @Test func quotationsHoldAnything() throws {
    let text = "编号,内容\r\n1,\"甲，\"\"乙\"\"\n第二行, 丙\"\r\n\n2,丁\n"
    let (table, findings) = try table(text)
    #expect(table.fields == ["编号", "内容"])
    #expect(table.rows.map(\.values) == [["1", "甲，\"乙\"\n第二行, 丙"], ["2", "丁"]])
    // The second record stands behind a line break in a cell and an empty line.
    #expect(table.rows.map(\.range.start.line) == [2, 5])
    #expect(findings.isEmpty)
  }

  @Test(arguments: ["a\tb\n1\t2", "a;b\n1;2", "a,b\n1,2", "\u{FEFF}a,b\r1,2"])
  func separatorsAreFound(_ text: String) throws {
    let found = try table(text).0
    #expect(found.fields == ["a", "b"])
    #expect(found.rows.map(\.values) == [["1", "2"]])
  }

  @Test func chineseEncodingsAreRead() throws {
    // 编号,姓名 / 1,王 in GB 18030.
    let bytes: [UInt8] =
      [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0x31, 0x2C, 0xCD, 0xF5, 0x0A]
    var problems = Problems()
    let table = try RecordTable.read(bytes: bytes, name: "t.csv", into: &problems)
    #expect(table.fields == ["编号", "姓名"])
    #expect(table.rows[0].values == ["1", "王"])
  }

  @Test func rowsOfAnotherWidthAreReported() throws {
    let (table, findings) = try table("a,b\n1,2\n3\n4,5,6\n7,8\n")
    #expect(table.rows.map(\.values) == [["1", "2"], ["7", "8"]])
    #expect(findings.map { $0.range?.start.line } == [3, 4])
    #expect(findings.allSatisfy { $0.code == "records.row-width" })
  }

  @Test func brokenTablesAreRefusedAtTheirPlace() throws {
    #expect(code(Array("a,b\n1,\"x\ny".utf8))?.code == "records.open-quote")
    #expect(code(Array("a,b\n1,\"x\ny".utf8))?.place == "t.csv:2:1")
    #expect(code(Array("a,b\n1,\"x\"y\n".utf8))?.code == "records.text-after-quote")
    #expect(code(Array("a,a\n1,2\n".utf8))?.code == "records.bad-head")
    #expect(code(Array("a,\n1,2\n".utf8))?.code == "records.bad-head")
    #expect(code([])?.code == "reading.empty")
    #expect(code([0x61, 0x2C, 0x62, 0x0A, 0x00])?.code == "reading.nul")
  }

  @Test func templatesNeverLeaveAHole() throws {
    let template = try RecordTemplate("{{ 甲 }}与{{乙|—}}，{{丙}}{{丙}}", file: "t.md")
    #expect(template.names == ["甲", "乙", "丙"])
    #expect(template.fill { ["甲": "1", "丙": "3"][$0] }.text == "1与—，33")
    let holes = template.fill { _ in nil }
    #expect(holes.missing == ["甲", "丙"])
    #expect(throws: Rejection.self) { try RecordTemplate("一\n{{二\n}}", file: "t.md") }
  }

  @Test func valuesHaveNoMarks() throws {
    let value = RecordTemplate.markdown("a|b *c*\n[d](e)")
    #expect(value == "a\\|b \\*c\\*<br>\\[d\\](e)")
  }

  @Test func mapsAreRead() throws {
    let text = "template: slip.md\noutput: \"{{编号}}\"\nfields: { 编号: no }\n"
    let map = try RecordMap.read(text, file: "map.yaml")
    #expect(map.template == "slip.md")
    #expect(map.fields == ["编号": "no"])
    #expect(throws: Rejection.self) { try RecordMap.read("tmplate: x\n", file: "map.yaml") }
  }
}
