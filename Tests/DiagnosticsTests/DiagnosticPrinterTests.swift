import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
  let finding = Diagnostic(
    .error, "layout.unknown-frame", Wording("no frame \"main\"", "没有文框“main”"),
    at: SourceRange(file: "layout.yaml", line: 20, column: 37),
    hints: [Wording("frames are lead, briefs", "已有 lead、briefs")],
    related: [
      Note(Wording("first here", "先在此"), at: SourceRange(file: "layout.yaml", line: 3, column: 5))
    ])

  @Test func printsPlaceCodeAndBothLanguages() {
    let text = DiagnosticPrinter().text(of: finding)
    #expect(
      text == """
        layout.yaml:20:37: error: no frame "main"  [layout.unknown-frame]
          错误：没有文框“main”
          hint: frames are lead, briefs
          建议：已有 lead、briefs
          layout.yaml:3:5: first here  先在此
        """)
  }

  @Test(arguments: [WordingLanguage.english, .chinese])
  func printsOneLanguage(_ language: WordingLanguage) {
    let text = DiagnosticPrinter(language: language).text(of: finding)
    #expect(text.contains("没有文框") == (language == .chinese))
    #expect(text.contains("no frame") == (language == .english))
  }

  @Test func tellsAFindingOnceAndTheWorstFirst() {
    func note(_ severity: Severity, _ words: String, line: Int) -> Diagnostic {
      Diagnostic(
        severity, "a.b", Wording(words, words), at: SourceRange(file: "f", line: line))
    }
    let all = [
      note(.note, "n", line: 1), note(.warning, "w", line: 2), note(.error, "e", line: 3),
      note(.warning, "w", line: 4), note(.warning, "v", line: 5),
    ]
    #expect(
      DiagnosticPrinter(language: .english).text(of: all) == """
        f:3:1: error: e  [a.b]
        f:2:1: warning: w (2 times)  [a.b]
        f:5:1: warning: v  [a.b]
        f:1:1: note: n  [a.b]
        """)
    #expect(DiagnosticPrinter(language: .chinese).text(of: all).contains("警告：w（2 次）"))
  }

  @Test func writesOutTheFirstTwentyOfACode() {
    let many = (1...4000).map {
      Diagnostic(.warning, "a.b", Wording("w\($0)", "w\($0)"), at: SourceRange(file: "f", line: $0))
    }
    let other = Diagnostic(.warning, "c.d", Wording("v", "v"))
    let text = DiagnosticPrinter(language: .english).text(of: many + [other])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines[19] == "f:20:1: warning: w20  [a.b]")
    #expect(lines[20] == "warning: 3980 more of this kind  [a.b]")
    #expect(lines[21] == "warning: v  [c.d]")
    let exact = DiagnosticPrinter(language: .chinese).text(of: many.prefix(20))
    #expect(!exact.contains("同类"))
  }

  @Test func rejectionsFollowErrorsOnly() throws {
    var problems = Problems()
    problems.report(Diagnostic(.warning, "a.b", Wording("w", "警")))
    try problems.rejectOnErrors()
    #expect(problems.hasWarnings && !problems.hasErrors)
    problems.report(finding)
    #expect(throws: Rejection.self) { try problems.rejectOnErrors() }
  }

  @Test func rangesUnite() {
    let a = SourceRange(file: "f", line: 2, column: 3)
    let b = SourceRange(file: "f", line: 1, column: 9)
    #expect(a.union(b).start == b.start)
    #expect(a.union(b).end == a.end)
  }
}
