import Diagnostics
import Testing

@testable import ReportReading

/// The tables of words, those of the program and those that a county adds.
@Suite struct VocabularyTests {
  /// The lists that the program looks up are there: one that is misspelt would be empty.
  @Test func everyListOfTheProgramHasWords() {
    #expect(Vocabulary.lists(of: "units") == ["all", "percent", "scales", "time"])
    #expect(Vocabulary.lists(of: "documents").count == 20)
    #expect(Vocabulary.lists(of: "indicators").count == 17)
    for table in Vocabulary.tables {
      for list in Vocabulary.lists(of: table) {
        #expect(!Vocabulary.words("\(table).\(list)").isEmpty, "\(table).\(list)")
      }
    }
    #expect(Units.all.contains(Scalars("个百分点")) && Units.scales.contains(Scalars("万")))
    #expect(DocumentWords.familyNames.contains("王") && !DocumentWords.familyNames.contains("的"))
    #expect(IndicatorWords.changesTo.contains(Scalars("下降至")))
  }

  @Test func rowsOfAListAreJoined() throws {
    let table = try VocabularyTable(
      "\u{FEFF}# 单位\r\nall\t网格次 户房\r\n\r\nall\t户\u{3000}间\n", file: "units.tsv", known: ["all"])
    #expect(table.lists == ["all": ["网格次", "户房", "户", "间"]])
  }

  /// Every mistake at once, each at its line.
  @Test func mistakesAreToldAtTheirLines() throws {
    let text = "al\t网格次\nall 户房\nall\t\nall\t\(String(repeating: "长", count: 25))\n"
    let rejection = try #require(throws: Rejection.self) {
      _ = try VocabularyTable(text, file: "units.tsv", known: ["all", "time"])
    }
    #expect(
      rejection.diagnostics.map { $0.code.rawValue } == [
        "vocabulary.unknown-list", "vocabulary.row", "vocabulary.row", "vocabulary.long-word",
      ])
    #expect(rejection.diagnostics.map { $0.range?.start.line } == [1, 2, 3, 4])
  }

  /// The table of the program adds nothing, and what comes after a reading is refused, not passed over.
  @Test func wordsAreAddedBeforeTheFirstReading() throws {
    let before = Units.all.contains(Scalars("件"))
    let rejection = try #require(throws: Rejection.self) {
      try Vocabulary.add("all\t户房\n", to: "units", file: "units.tsv")
    }
    #expect(before && rejection.diagnostics.map(\.code.rawValue) == ["vocabulary.too-late"])
    #expect(Vocabulary.addedTexts.isEmpty)
  }
}
