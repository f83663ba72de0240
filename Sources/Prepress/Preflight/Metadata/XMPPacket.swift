import XMLReading

/// The value of an XMP property (ISO 16684-1, 6.3).
indirect enum XMPValue {
  /// How the items of an array stand to one another.
  enum Order: String { case bag = "Bag", seq = "Seq", alt = "Alt" }

  /// One item of an array and the language that it names.
  struct Item {
    var value: XMPValue
    var language: String?
  }

  case text(String)
  case array(Order, [Item])
  case structure([(name: String, value: XMPValue)])

  /// The text, or that of the first item that has one; nil where there is none or it is blank.
  var firstText: String? {
    switch self {
    case .text(let words):
      let trimmed = words.trimmed
      return trimmed.isEmpty ? nil : trimmed
    case .array(_, let items): return items.lazy.compactMap(\.value.firstText).first
    case .structure: return nil
    }
  }
}

/// An XMP packet: the properties of all its descriptions in their order. Names are those of
/// `XMLEvents.Naming.namespaces`, `http://…/|title`.
struct XMPPacket {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let xml = "http://www.w3.org/XML/1998/namespace"

  private(set) var properties: [(name: String, value: XMPValue)] = []

  /// Reads a packet in UTF-8 or UTF-16; nil where it is not well-formed, has a document type or no
  /// RDF.
  init?(_ bytes: [UInt8]) {
    guard let root = Element.read(Self.withoutPadding(bytes)),
      let rdf = root.first("\(Self.rdf)|RDF")
    else { return nil }
    for description in rdf.children where description.name == "\(Self.rdf)|Description" {
      properties += Self.fields(of: description)
    }
  }

  /// The languages of a field's items, such as `dc:title`.
  func languages(of name: String) -> [String] {
    guard let full = XMPSchemas.fullName(name),
      let field = properties.first(where: { $0.name == full }),
      case .array(_, let items) = field.value
    else { return [] }
    return items.compactMap(\.language)
  }

  /// Behind the packet there may be room for a longer one (ISO 16684-1, 7.3.2).
  private static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    while let last = bytes.last, [0, 9, 10, 13, 32].contains(last) { bytes.removeLast() }
    // UTF-16 from the low byte ends with the zero of its last letter.
    if bytes.count % 2 == 1, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) {
      bytes.append(0)
    }
    return bytes
  }

  // MARK: Values

  /// Properties as attributes, then those as elements.
  private static func fields(of element: Element) -> [(name: String, value: XMPValue)] {
    let short = element.attributes.filter {
      $0.name.contains("|") && !$0.name.hasPrefix(rdf) && !$0.name.hasPrefix(xml)
    }
    return short.map { ($0.name, .text($0.value)) }
      + element.children.map { ($0.name, value(of: $0)) }
  }

  private static func value(of element: Element) -> XMPValue {
    let resource = element.attribute("\(rdf)|resource")
    if let resource { return .text(resource) }
    if element.attribute("\(rdf)|parseType") == "Resource" { return structure(of: element) }
    guard let child = element.children.first else {
      let fields = fields(of: element)
      return fields.isEmpty ? .text(element.text) : .structure(fields)
    }
    for order in [XMPValue.Order.bag, .seq, .alt] where child.name == "\(rdf)|\(order.rawValue)" {
      return .array(
        order,
        child.children.map { .init(value: value(of: $0), language: $0.attribute("\(xml)|lang")) })
    }
    return structure(of: child.name == "\(rdf)|Description" ? child : element)
  }

  /// The fields of an element; a value that only has qualifiers is that value.
  private static func structure(of element: Element) -> XMPValue {
    let fields = fields(of: element)
    return fields.first { $0.name == "\(rdf)|value" }?.value ?? .structure(fields)
  }

  // MARK: Elements

  private struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    var text = ""
    var children: [Element] = []

    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The first element of a name at or below this one.
    func first(_ name: String) -> Element? {
      self.name == name ? self : children.lazy.compactMap { $0.first(name) }.first
    }

    static func read(_ bytes: [UInt8]) -> Element? {
      var open = [Element(name: "", attributes: [])]
      do {
        try XMLEvents.read(bytes, naming: .namespaces) { event in
          switch event {
          case .start(let name, let attributes):
            open.append(Element(name: name, attributes: attributes))
          case .text(let part): open[open.count - 1].text += part
          case .end:
            let ended = open.removeLast()
            open[open.count - 1].children.append(ended)
          }
          return true
        }
      } catch {
        return nil
      }
      return open[0]
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
