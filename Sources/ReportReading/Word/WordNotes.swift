/// The footnotes and endnotes of a Word file.
struct WordNotes {
  /// A place that a note hangs on.
  struct Reference: Hashable {
    var isEndnote: Bool
    var id: String

    init(_ element: WordElement) {
      isEndnote = element.name == "endnoteReference"
      id = element.attributes["id"] ?? ""
    }
  }

  private var words: [Reference: String] = [:]

  /// No notes.
  init() {}

  init(footnotes: WordElement?, endnotes: WordElement?) {
    for (root, isEndnote) in [(footnotes, false), (endnotes, true)] {
      for note in root?.children ?? [] {
        guard let id = note.attributes["id"], note.attributes["type"] == nil else { continue }
        var place = Reference(note)
        place.isEndnote = isEndnote
        place.id = id
        words[place] = Self.text(of: note).trimmingSpaces
      }
    }
  }

  /// The words of a note; nil where the file has none for a mark.
  func text(of reference: Reference) -> String? { words[reference] }

  private static func text(of element: WordElement) -> String {
    switch element.name {
    case "t": element.text
    case "del", "moveFrom", "instrText": ""
    default: element.children.reduce("") { $0 + text(of: $1) }
    }
  }
}
