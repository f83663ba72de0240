import Diagnostics
import ReportModel
import ReportReading
import Testing

/// Notes of text files: where their marks stand, what they say, and the way to the report file and back.
@Suite struct NoteTests {
  static let text = """
    # 关于社情民意工作的通知

    全镇共办理事项312件，[^a]其中按时办结299件，
    办结率稳步提高。[^b]各村要继续抓好落实。

    | 村名 | 件数[^c] |
    | --- | --- |
    | 东村 | 12 |

    - 列表中的脚注[^d]也要收下。

    [^a]: 数据截至四月底。
    [^b]: 按时办结率
        为95.8%。
    [^c]: 含上月结转。
    [^d]: 见附件。
    """

  private func found(_ report: Report) -> [String] {
    report.blocks.flatMap { block in
      block.notes.map { "\(String(block.text.prefix($0.offset).suffix(3)))|\($0.text)" }
    }
  }

  @Test func markdownNotesStandAtTheirPlaces() throws {
    let report = try read(Self.text, name: "a.md")
    #expect(found(report) == ["2件，|数据截至四月底。", "提高。|按时办结率为95.8%。", "的脚注|见附件。"])
    #expect(report.blocks.allSatisfy { !$0.text.contains("[^") })
    #expect(report.blocks.contains { $0.text.hasSuffix("办结率稳步提高。各村要继续抓好落实。") })
    // A table's note stands under it.
    #expect(report.tables[0].columns[1].name == "件数①")
    let table = try #require(report.blocks.firstIndex { $0.table != nil })
    #expect(report.blocks[table + 1].text == "①含上月结转。" && report.blocks[table + 1].role == .note)
  }

  @Test func plainTextKnowsTheSameMarks() throws {
    let report = try read(
      "关于社情民意工作的通知\n\n全镇共办理事项312件，[^1]其中按时办结299件。\n\n[^1]: 数据截至四月底。\n")
    #expect(found(report) == ["2件，|数据截至四月底。"])
    let number = try #require(report.indicators.first { $0.value == "299" })
    #expect(number.range.start.column == 23)
  }

  @Test func aMarkWithoutANoteIsReported() throws {
    var problems = Problems()
    let text = "关于有关工作的通知\n\n各村要抓好落实，[^x]确保工作取得实效。\n\n[^y]: 多余的脚注。\n"
    let report = try ReportReading.read(
      bytes: Array(text.utf8), name: "a.txt", into: &problems)
    #expect(problems.diagnostics.map(\.code) == ["reading.note-unknown", "reading.note-unused"])
    #expect(report.blocks.contains { $0.text.contains("[^x]") })
    #expect(!report.blocks.contains { $0.text.contains("多余") })
  }

  @Test func theReportFileKeepsNotes() throws {
    let report = try read(Self.text, name: "a.md")
    var problems = Problems()
    let yaml = ReportYAML.write(report)
    #expect(try ReportYAML.read(yaml, file: "a.yaml", into: &problems) == report)
    #expect(yaml.contains("312件，[^1]其中"))
    // An editor moves a mark.
    let moved = yaml.replacing("312件，[^1]其中", with: "[^1]312件，其中")
    let again = try ReportYAML.read(moved, file: "a.yaml", into: &problems)
    #expect(found(again).first == "理事项|数据截至四月底。")
  }
}
