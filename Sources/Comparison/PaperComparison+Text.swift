public import Diagnostics
import Notations

extension PaperComparison {
  /// The differences for a screen, a line each with its page and its place in millimetres, and how many
  /// of which kind.
  public func text(_ language: WordingLanguage = .both) -> String {
    ChangeList(changes: changes).text(language) { number, kind, change in
      "\(number)\t\(kind)\t\(Self.place(of: change))\t\(Self.words(of: change))"
    }
  }

  /// How many differences there are.
  public func summary(_ language: WordingLanguage = .both) -> String {
    ChangeList(changes: changes).summary(language)
  }

  /// The differences as JSON: `changes`, each with `kind`, `old` and `new` as page and place in
  /// millimetres, `oldText`, `newText`, `name`, and `edits` of words.
  public var json: String {
    func add(_ name: String, _ place: PagePlace?, to writer: inout JSONWriter) {
      guard let place else { return }
      func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
      writer.value("\(name)Page", place.page)
      writer.value("\(name)Left", tenth(place.left))
      writer.value("\(name)Top", tenth(place.top))
      writer.value("\(name)Width", tenth(place.width))
      writer.value("\(name)Height", tenth(place.height))
    }
    return ChangeList(changes: changes).json { change, writer in
      add("old", change.old, to: &writer)
      add("new", change.new, to: &writer)
      if !change.name.isEmpty { writer.value("name", change.name) }
    }
  }

  /// A difference in one line of text.
  public static func words(of change: PaperChange) -> String {
    switch change.kind {
    case .removed: "[-\(change.oldText)-]"
    case .added: "{+\(change.newText)+}"
    case .changed: ReportComparison.marked(change.newText, change.edits)
    case .page: "[-\(change.oldText)-]{+\(change.newText)+}"
    case .moved, .role: change.newText
    case .place: change.newText + " " + change.name
    case .picture, .pictureAdded, .pictureRemoved, .crop: change.name
    }
  }

  /// The page and the place at which one looks for a difference.
  public static func place(of change: PaperChange) -> String {
    guard let place = change.new ?? change.old else { return "" }
    return "第\(place.page)版 \(Int(place.left.rounded())),\(Int(place.top.rounded()))mm"
  }
}
