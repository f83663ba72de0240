internal import Diagnostics

/// An element of a part: enough of a tree for paragraphs, tables and cells. Prefixes are dropped:
/// the parts that are read have no two elements of one local name that mean different things in one
/// place.
final class WordElement {
  let name: String
  let attributes: XMLAttributes
  fileprivate(set) var children: [WordElement] = []
  fileprivate(set) var text = ""

  init(name: String, attributes: XMLAttributes) {
    self.name = name
    self.attributes = attributes
  }

  /// An element put together from parts of others.
  init(name: String, children: [WordElement]) {
    self.name = name
    self.children = children
    attributes = XMLAttributes([])
  }

  /// An element that holds text alone.
  init(name: String, text: String) {
    self.name = name
    self.text = text
    attributes = XMLAttributes([])
  }

  /// The same element with other children.
  func with(children: [WordElement]) -> WordElement {
    let element = WordElement(name: name, attributes: attributes)
    element.text = text
    element.children = children
    return element
  }

  /// The first child of a name.
  func child(_ name: String) -> WordElement? { children.first { $0.name == name } }

  /// A child's `val`.
  func value(_ name: String) -> String? { child(name)?.attributes["val"] }

  /// Whether a switch such as `<w:b/>` is on; nil where it is not there.
  func flag(_ name: String) -> Bool? {
    guard let child = child(name) else { return nil }
    return !["0", "false", "off", "none"].contains(child.attributes["val"] ?? "1")
  }
}

/// Parses a part into its tree.
enum WordXML {
  /// Most elements of a part.
  static let elementLimit = 8_000_000

  static func parse(_ bytes: [UInt8], part: String, file: String) throws(Rejection) -> WordElement {
    var builder = TreeBuilder()
    try PartEvents.read(bytes, part: part, file: file) { builder.take($0) }
    guard let root = builder.root else {
      throw Rejection(WordProblems.badXML(file, part: part, line: 1))
    }
    return root
  }

  private struct TreeBuilder {
    var root: WordElement?
    private var count = 0
    private var open: [WordElement] = []

    /// Takes an event; whether there is room for more.
    mutating func take(_ event: PartEvents.Event) -> Bool {
      switch event {
      case .start(let name, let attributes):
        let element = WordElement(name: name, attributes: attributes)
        if root == nil { root = element }
        open.last?.children.append(element)
        open.append(element)
        count += 1
        return count <= WordXML.elementLimit
      case .end: open.removeLast()
      case .text(let words):
        guard let element = open.last else { return true }
        // Between elements there is only what makes a part readable.
        let isText = ["t", "v", "f", "instrText", "delText"].contains(element.name)
        if isText || !words.allSatisfy(\.isWhitespace) { element.text += words }
      }
      return true
    }
  }
}
