import Diagnostics
import Notations

/// One difference, of reports or of pages.
protocol Change {
  associatedtype Kind: ChangeKind
  var kind: Kind { get }
  var oldText: String { get }
  var newText: String { get }
  var edits: [WordEdit] { get }
}

/// What was done, with its name in Chinese.
protocol ChangeKind: Hashable, CaseIterable, RawRepresentable where RawValue == String {
  var chinese: String { get }
}

extension ReportChange: Change {}
extension ReportChange.Kind: ChangeKind {}
extension PaperChange: Change {}
extension PaperChange.Kind: ChangeKind {}

/// Differences in words and as JSON.
struct ChangeList<Element: Change> {
  let changes: [Element]

  /// A line for each, of its number from 1, its kind in words and itself; then how many there are.
  func text(
    _ language: WordingLanguage, _ line: (Int, String, Element) -> String
  ) -> String {
    let lines = changes.enumerated().map { index, change in
      line(index + 1, Self.said(change.kind.chinese, change.kind.rawValue, language), change)
    }
    return (lines + [summary(language)]).joined(separator: "\n")
  }

  /// How many there are of which kind.
  func summary(_ language: WordingLanguage) -> String {
    if changes.isEmpty { return Self.said("没有差别", "no difference", language) }
    let counts = Element.Kind.allCases.compactMap { kind -> (String, String)? in
      let count = changes.filter { $0.kind == kind }.count
      return count > 0 ? ("\(kind.chinese) \(count)", "\(count) \(kind.rawValue)") : nil
    }
    return Self.said(
      "共 \(changes.count) 处：" + counts.map(\.0).joined(separator: "，"),
      "\(changes.count) differences: " + counts.map(\.1).joined(separator: ", "), language)
  }

  /// `differs` and `changes`, each with `kind`, what `places` writes of it, `oldText`, `newText` and
  /// `edits` of words.
  func json(_ places: (Element, inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("differs", !changes.isEmpty)
      writer.array("changes", changes) { change, writer in
        writer.value("kind", change.kind.rawValue)
        places(change, &writer)
        writer.value("oldText", change.oldText)
        writer.value("newText", change.newText)
        writer.array("edits", change.edits) { edit, writer in
          writer.value("old", edit.oldWords)
          writer.value("new", edit.newWords)
        }
      }
    }
    return writer.text
  }

  private static func said(
    _ chinese: String, _ english: String, _ language: WordingLanguage
  ) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    case .both: "\(chinese)  \(english)"
    }
  }
}
