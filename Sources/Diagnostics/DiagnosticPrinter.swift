/// Turns findings into lines of text:
///
///     layout.yaml:20:37: error: frame "main" is not in master "front"  [layout.unknown-frame]
///       错误：主页“front”没有文框“main”
///       hint: frames of "front" are lead, briefs  提示：…
public struct DiagnosticPrinter: Sendable {
  /// Which language is printed; with `both` the Chinese wording follows on its own line.
  public var language: WordingLanguage

  /// Makes a printer for a language.
  public init(language: WordingLanguage = .both) { self.language = language }

  /// The lines of one finding, without a final newline; `times` is how often it was found, told where
  /// it is more than once.
  public func text(of diagnostic: Diagnostic, times: Int = 1) -> String {
    var lines = [headline(of: diagnostic, times: times)]
    if language == .both {
      let count = times > 1 ? "（\(times) 次）" : ""
      lines.append("  \(diagnostic.severity.chinese)：\(diagnostic.message.chinese)\(count)")
    }
    for hint in diagnostic.hints {
      lines.append(contentsOf: phrases(of: hint, label: ("hint: ", "建议：")).map { "  \($0)" })
    }
    for note in diagnostic.related {
      let words = phrases(of: note.message, label: ("", "")).joined(separator: "  ")
      lines.append("  \(note.range): \(words)")
    }
    return lines.joined(separator: "\n")
  }

  /// How many findings of one code are written out; a report of four thousand pictures without a file
  /// would hide every other word.
  static let writtenOut = 20

  /// The lines of several findings: the worst first, one that says the same as another once, with the
  /// place of the first and how often; of one code at most `writtenOut`, and then how many more.
  public func text(of diagnostics: some Sequence<Diagnostic>) -> String {
    var counts: [Saying: Int] = [:]
    var first: [Diagnostic] = []
    for diagnostic in diagnostics {
      let saying = Saying(diagnostic)
      if counts.updateValue((counts[saying] ?? 0) + 1, forKey: saying) == nil {
        first.append(diagnostic)
      }
    }
    return Severity.allCases.reversed().flatMap { severity in
      lines(of: first.filter { $0.severity == severity }) { counts[Saying($0)] ?? 1 }
    }.joined(separator: "\n")
  }

  /// The lines of different findings of one severity; after the last of a code that is written out
  /// stands how many of it are not.
  private func lines(of findings: [Diagnostic], times: (Diagnostic) -> Int) -> [String] {
    let all = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
    var seen: [Code: Int] = [:]
    return findings.flatMap { finding -> [String] in
      let place = (seen[finding.code] ?? 0) + 1
      seen[finding.code] = place
      guard place <= Self.writtenOut else { return [] }
      let line = text(of: finding, times: times(finding))
      let more = (all[finding.code] ?? 0) - Self.writtenOut
      guard place == Self.writtenOut, more > 0 else { return [line] }
      return [line, "\(rest(more, finding.severity))  [\(finding.code.rawValue)]"]
    }
  }

  private func rest(_ count: Int, _ severity: Severity) -> String {
    switch language {
    case .english: "\(severity.rawValue): \(count) more of this kind"
    case .chinese: "\(severity.chinese)：同类还有 \(count) 处"
    case .both: "\(severity.rawValue): \(count) more of this kind  同类还有 \(count) 处"
    }
  }

  /// A finding without its place.
  private struct Saying: Hashable {
    var severity: Severity
    var code: Code
    var message: Wording

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity
      code = diagnostic.code
      message = diagnostic.message
    }
  }

  private func headline(of diagnostic: Diagnostic, times: Int) -> String {
    let place = diagnostic.range.map { "\($0): " } ?? ""
    let words =
      language == .chinese
      ? "\(diagnostic.severity.chinese)：\(diagnostic.message.chinese)"
      : "\(diagnostic.severity.rawValue): \(diagnostic.message.english)"
    let count =
      times < 2 ? "" : language == .chinese ? "（\(times) 次）" : " (\(times) times)"
    return "\(place)\(words)\(count)  [\(diagnostic.code.rawValue)]"
  }

  private func phrases(of wording: Wording, label: (String, String)) -> [String] {
    switch language {
    case .english: [label.0 + wording.english]
    case .chinese: [label.1 + wording.chinese]
    case .both: [label.0 + wording.english, label.1 + wording.chinese]
    }
  }
}
