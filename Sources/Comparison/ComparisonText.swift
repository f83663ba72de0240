public import Diagnostics
import Notations
import ReportModel

extension ReportComparison {
  /// The differences for a screen, a line each, and how many of which kind: words taken out between
  /// `[-` and `-]`, words put in between `{+` and `+}`.
  public func text(_ language: WordingLanguage = .both) -> String {
    ChangeList(changes: changes).text(language) { _, kind, change in
      let place = [change.old.map { "\($0)" }, change.new.map { "\($0)" }].compactMap { $0 }
        .joined(separator: " → ")
      return "\(kind)\t\(place)\t\(Self.words(of: change))"
    }
  }

  /// How many differences there are.
  public func summary(_ language: WordingLanguage = .both) -> String {
    ChangeList(changes: changes).summary(language)
  }

  /// The differences as JSON: `changes`, each with `kind`, `role`, `name`, `old` and `new` as places
  /// `file:line:column`, `oldText`, `newText`, and `edits` of words.
  public var json: String {
    ChangeList(changes: changes).json { change, writer in
      if let role = change.role { writer.value("role", role.rawValue) }
      if !change.name.isEmpty { writer.value("name", change.name) }
      if let old = change.old { writer.value("old", "\(old)") }
      if let new = change.new { writer.value("new", "\(new)") }
    }
  }

  private static func words(of change: ReportChange) -> String {
    let name = change.name.isEmpty ? "" : change.name + "："
    switch change.kind {
    case .removed: return "[-\(change.oldText)-]"
    case .added: return "{+\(change.newText)+}"
    case .changed, .cell, .note, .column, .metadata, .row:
      return name + marked(change.newText, change.edits)
    case .picture: return name + "[-\(change.oldText)-]{+\(change.newText)+}"
    case .moved, .split, .joined, .role, .marks: return name + change.newText
    }
  }

  /// The new words with the edits in them, and a few characters around each.
  static func marked(_ newText: String, _ edits: [WordEdit]) -> String {
    let text = Array(newText)
    var said = ""
    var place = 0
    for (number, edit) in edits.enumerated() {
      let gap = text[min(place, edit.new.lowerBound)..<edit.new.lowerBound]
      let isFirst = number == 0
      if gap.count <= (isFirst ? near : 2 * near) {
        said += String(gap)
      } else {
        said += (isFirst ? "" : String(gap.prefix(near))) + "…" + String(gap.suffix(near))
      }
      if !edit.oldWords.isEmpty { said += "[-\(edit.oldWords)-]" }
      if !edit.newWords.isEmpty { said += "{+\(edit.newWords)+}" }
      place = edit.new.upperBound
    }
    let rest = text[place...]
    return said + String(rest.prefix(near)) + (rest.count > near ? "…" : "")
  }

  /// How many characters are shown beside a changed word.
  private static let near = 8
}
