internal import Diagnostics

/// A Word file with places for values: `{{name}}`, also where Word parted it into several runs, and
/// its own merge fields (MERGEFIELD).
struct WordTemplate {
  private let bytes: [UInt8]
  private let file: String
  private let document: WordElement

  private static let main = "word/document.xml"

  /// Takes a file apart; a placeholder without an end is a rejection.
  init(_ bytes: [UInt8], file: String) throws(Rejection) {
    self.bytes = bytes
    self.file = file
    guard let part = try ZipArchive(bytes, file: file).part(Self.main) else {
      throw Rejection(WordProblems.damaged(file))
    }
    let tree = try WordXML.parse(part, part: Self.main, file: file)
    document = MergeFields.named(tree)
    for text in Self.texts(of: document) { _ = try RecordTemplate(text, file: file) }
  }

  /// The names of all places, in their order, each once.
  var names: [String] {
    var names: [String] = []
    for text in Self.texts(of: document) {
      for name in (try? RecordTemplate(text, file: file))?.names ?? [] where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The names of the places that some values leave open.
  func missing(_ value: (String) -> String?) -> [String] {
    var missing: [String] = []
    for text in Self.texts(of: document) {
      for name in (try? RecordTemplate(text, file: file))?.fill(value).missing ?? []
      where !missing.contains(name) { missing.append(name) }
    }
    return missing
  }

  /// The file with its values, or the names of those that are missing.
  func fill(
    _ value: (String) -> String?
  ) throws(Rejection) -> (bytes: [UInt8], missing: [String]) {
    var missing: [String] = []
    let filled = fill(document, value, &missing)
    if !missing.isEmpty { return ([], missing) }
    let part = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + filled.xml
    return (
      try ZipArchive.replacing(Self.main, with: Array(part.utf8), in: bytes, file: file), []
    )
  }

  /// The words of each paragraph that holds a place.
  private static func texts(of element: WordElement) -> [String] {
    if element.name == "p" {
      let text = element.runTexts.joined()
      return (text.contains("{{") ? [text] : []) + element.children.flatMap { inner($0) }
    }
    return element.children.flatMap { texts(of: $0) }
  }

  /// Paragraphs of text boxes inside a paragraph.
  private static func inner(_ element: WordElement) -> [String] {
    element.name == "txbxContent"
      ? texts(of: element) : element.children.flatMap { inner($0) }
  }

  private func fill(
    _ element: WordElement, _ value: (String) -> String?, _ missing: inout [String]
  ) -> WordElement {
    guard element.name == "p" else {
      return element.with(children: element.children.map { fill($0, value, &missing) })
    }
    var pieces = element.runTexts
    guard pieces.joined().contains("{{") else {
      return element.with(children: element.children.map { fillInside($0, value, &missing) })
    }
    Self.gather(&pieces)
    for index in pieces.indices where pieces[index].contains("{{") {
      guard let filled = (try? RecordTemplate(pieces[index], file: file))?.fill(value) else {
        continue
      }
      for name in filled.missing where !missing.contains(name) { missing.append(name) }
      pieces[index] = filled.text
    }
    var rest = pieces[...]
    return element.replacingRunTexts { rest.popFirst() ?? "" }
  }

  /// Text boxes of a paragraph that holds no place itself.
  private func fillInside(
    _ element: WordElement, _ value: (String) -> String?, _ missing: inout [String]
  ) -> WordElement {
    if element.name == "txbxContent" { return fill(element, value, &missing) }
    return element.with(children: element.children.map { fillInside($0, value, &missing) })
  }

  /// Moves each place as a whole into the piece where it begins.
  private static func gather(_ pieces: inout [String]) {
    for index in pieces.indices {
      while isOpen(pieces[index]) {
        guard let next = pieces.indices.first(where: { $0 > index && !pieces[$0].isEmpty }) else {
          return
        }
        pieces[index].append(pieces[next].removeFirst())
      }
    }
  }

  /// Whether a place begins in a piece and does not end there, or may.
  private static func isOpen(_ piece: String) -> Bool {
    if piece.hasSuffix("{"), !piece.hasSuffix("{{{") { return true }
    guard let last = piece.ranges(of: "{{").last else { return false }
    return !piece[last.upperBound...].contains("}}")
  }
}

/// Merge fields of Word as places of a template.
private enum MergeFields {
  /// The tree with `{{name}}` for each MERGEFIELD.
  static func named(_ element: WordElement) -> WordElement {
    if element.name == "fldSimple", let name = field(element.attributes["instr"] ?? "") {
      return run(name, like: element.children.first { $0.name == "r" })
    }
    let children = element.children.map { named($0) }
    guard element.name == "p" || element.name == "hyperlink" else {
      return element.with(children: children)
    }
    var result: [WordElement] = []
    var index = 0
    while index < children.count {
      if let (name, end, like) = complex(children, at: index) {
        result.append(run(name, like: like))
        index = end
      } else {
        result.append(children[index])
        index += 1
      }
    }
    return element.with(children: result)
  }

  /// A field of several runs from a place on: its name, the place behind it and a run of its result.
  private static func complex(
    _ runs: [WordElement], at start: Int
  ) -> (name: String, end: Int, like: WordElement?)? {
    guard mark(runs[start]) == "begin" else { return nil }
    var instruction = ""
    var result: WordElement?
    var isResult = false
    for index in (start + 1)..<max(start + 1, runs.count) {
      switch mark(runs[index]) {
      case "begin": return nil
      case "separate": isResult = true
      case "end": return field(instruction).map { ($0, index + 1, result ?? runs[start]) }
      default:
        for child in runs[index].children where child.name == "instrText" {
          instruction += child.text
        }
        if isResult, result == nil, runs[index].name == "r" { result = runs[index] }
      }
    }
    return nil
  }

  private static func mark(_ run: WordElement) -> String? {
    run.children.first { $0.name == "fldChar" }?.attributes["fldCharType"]
  }

  /// `MERGEFIELD 姓名 \* MERGEFORMAT` or `MERGEFIELD "家庭 住址"`.
  private static func field(_ instruction: String) -> String? {
    let text = instruction.trimmingSpaces
    guard text.uppercased().hasPrefix("MERGEFIELD") else { return nil }
    let rest = text.dropFirst(10).drop { $0 == " " }
    let isQuoted = rest.first == "\""
    let name =
      isQuoted ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != " " && $0 != "\\" }
    return name.isEmpty ? nil : String(name)
  }

  private static func run(_ name: String, like run: WordElement?) -> WordElement {
    let properties = run?.child("rPr").map { [$0] } ?? []
    let words = WordElement(name: "t", text: "{{\(name)}}")
    return WordElement(name: "r", children: properties + [words])
  }
}

extension WordElement {
  /// The words of a paragraph's runs, those of its text boxes left out.
  fileprivate var runTexts: [String] {
    if name == "txbxContent" { return [] }
    return name == "t" ? [text] : children.flatMap(\.runTexts)
  }

  /// The same with other words for each of `runTexts`.
  fileprivate func replacingRunTexts(_ next: () -> String) -> WordElement {
    if name == "txbxContent" { return self }
    if name == "t" { return WordElement(name: "t", text: next()) }
    return with(children: children.map { $0.replacingRunTexts(next) })
  }
}

extension WordElement {
  /// The element as XML without namespaces, as the readers of this target take it.
  fileprivate var xml: String {
    var text = "<\(name)"
    for (name, value) in attributes.all { text += " \(name)=\"\(Self.escaped(value))\"" }
    text += ">" + Self.escaped(self.text)
    for child in children { text += child.xml }
    return text + "</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML has no room for other controls.
      default:
        if scalar.value >= 0x20 || scalar.value == 0x09 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
