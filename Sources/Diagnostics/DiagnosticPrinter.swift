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

  /// The lines of one finding, without a final newline.
  public func text(of diagnostic: Diagnostic) -> String {
    var lines = [headline(of: diagnostic)]
    if language == .both {
      lines.append("  \(diagnostic.severity.chinese)：\(diagnostic.message.chinese)")
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

  /// The lines of several findings, in their order.
  public func text(of diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { text(of: $0) }.joined(separator: "\n")
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { "\($0): " } ?? ""
    let words =
      language == .chinese
      ? "\(diagnostic.severity.chinese)：\(diagnostic.message.chinese)"
      : "\(diagnostic.severity.rawValue): \(diagnostic.message.english)"
    return "\(place)\(words)  [\(diagnostic.code.rawValue)]"
  }

  private func phrases(of wording: Wording, label: (String, String)) -> [String] {
    switch language {
    case .english: [label.0 + wording.english]
    case .chinese: [label.1 + wording.chinese]
    case .both: [label.0 + wording.english, label.1 + wording.chinese]
    }
  }
}
