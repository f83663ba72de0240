internal import Diagnostics
import Foundation
import FoundationXML

/// An element of a Word part: enough of a tree for paragraphs and tables. Prefixes are dropped:
/// the parts that are read have no two elements of one local name that mean different things.
final class WordElement {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [WordElement] = []
  fileprivate(set) var text = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// An element put together from parts of others.
  init(name: String, children: [WordElement]) {
    self.name = name
    self.children = children
    attributes = [:]
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

/// Parses a part into its tree. Document types are refused before the parser sees them, so no
/// entity can be expanded and no file be fetched.
enum WordXML {
  /// Deepest nesting of elements.
  static let depthLimit = 256

  static func parse(_ bytes: [UInt8], part: String, file: String) throws(Rejection) -> WordElement {
    if hasDocumentType(bytes) { throw Rejection(WordProblems.entities(file, part: part)) }
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    let builder = TreeBuilder()
    parser.delegate = builder
    guard parser.parse(), let root = builder.root, builder.isWhole else {
      throw Rejection(WordProblems.badXML(file, part: part, line: parser.lineNumber))
    }
    return root
  }

  /// `<!DOCTYPE` in any encoding: zeros of UTF-16 are passed over.
  private static func hasDocumentType(_ bytes: [UInt8]) -> Bool {
    let wanted = Array("<!DOCTYPE".utf8)
    var matched = 0
    for byte in bytes where byte != 0 {
      matched = byte == wanted[matched] ? matched + 1 : byte == wanted[0] ? 1 : 0
      if matched == wanted.count { return true }
    }
    return false
  }

  private final class TreeBuilder: NSObject, XMLParserDelegate {
    var root: WordElement?
    private var isTooDeep = false
    private var open: [WordElement] = []

    /// The parser takes a part that ends too early for well-formed.
    var isWhole: Bool { open.isEmpty && !isTooDeep }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      var local: [String: String] = [:]
      for (key, value) in attributes { local[WordXML.localName(key)] = value }
      let element = WordElement(name: WordXML.localName(name), attributes: local)
      if root == nil { root = element }
      open.last?.children.append(element)
      open.append(element)
      if open.count > WordXML.depthLimit {
        isTooDeep = true
        parser.abortParsing()
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if let element = open.last, ["t", "v", "instrText"].contains(element.name) {
        element.text += string
      }
    }
  }

  private static func localName(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
