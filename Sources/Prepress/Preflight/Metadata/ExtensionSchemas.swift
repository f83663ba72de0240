/// The schemas that a packet describes itself (ISO 19005-2, 6.6.2.3.2 and 6.6.2.3.3): what its
/// further properties are called and hold.
struct ExtensionSchemas {
  /// The types of the described properties, by full name; nil for a type of the packet's own.
  private(set) var types: [String: XMPType?] = [:]
  /// What is wrong with the descriptions.
  private(set) var faults: [String] = []

  /// Reads the descriptions of a packet.
  init(_ packet: XMPPacket) {
    for (name, value) in packet.properties where name == Self.name("Extension", "schemas") {
      for schema in items(of: value, .bag, "schemas") { read(schema) }
    }
  }

  private static func name(_ part: String, _ local: String) -> String {
    XMPSchemas.fullName("pdfa\(part):\(local)") ?? local
  }

  private mutating func read(_ schema: XMPValue) {
    let fields = fields(
      of: schema, "Schema", texts: ["schema", "namespaceURI", "prefix"],
      lists: ["property", "valueType"])
    let space = fields["namespaceURI"]?.firstText ?? ""
    var own: Set<String> = []
    for type in fields["valueType"].map({ items(of: $0, .seq, "valueType") }) ?? [] {
      if let name = readType(type) { own.insert(name) }
    }
    for property in fields["property"].map({ items(of: $0, .seq, "property") }) ?? [] {
      let described = self.fields(
        of: property, "Property", texts: ["name", "valueType", "category", "description"], lists: []
      )
      requireAll(["name", "valueType", "category", "description"], in: described, "property")
      let category = described["category"]?.firstText ?? ""
      if category != "internal", category != "external" { faults.append("category \(category)") }
      guard let name = described["name"]?.firstText, let words = described["valueType"]?.firstText
      else { continue }
      let type = XMPType(words)
      if type == nil, !own.contains(Self.base(of: words)) { faults.append("valueType \(words)") }
      types["\(space)|\(name)"] = .some(type)
    }
    requireAll(["schema", "namespaceURI", "prefix"], in: fields, "schema")
  }

  /// A type of the packet's own; its name.
  private mutating func readType(_ value: XMPValue) -> String? {
    let texts = ["type", "namespaceURI", "prefix", "description"]
    let fields = fields(of: value, "Type", texts: texts, lists: ["field"])
    requireAll(texts, in: fields, "valueType")
    for field in fields["field"].map({ items(of: $0, .seq, "field") }) ?? [] {
      let texts = ["name", "valueType", "description"]
      requireAll(texts, in: self.fields(of: field, "Field", texts: texts, lists: []), "field")
    }
    return fields["type"]?.firstText
  }

  /// The name of a type without what kind of list it is.
  private static func base(of words: String) -> String {
    words.split(separator: " ").last.map(String.init) ?? words
  }

  private mutating func items(
    of value: XMPValue, _ order: XMPValue.Order, _ what: String
  ) -> [XMPValue] {
    guard case .array(let found, let items) = value, found == order else {
      faults.append("\(what): \(order.rawValue)")
      return []
    }
    return items.map(\.value)
  }

  /// The fields of a description by their local names; what has another namespace or form is a
  /// fault.
  private mutating func fields(
    of value: XMPValue, _ part: String, texts: [String], lists: [String]
  ) -> [String: XMPValue] {
    guard case .structure(let found) = value else {
      faults.append(part)
      return [:]
    }
    var fields: [String: XMPValue] = [:]
    for (name, value) in found {
      guard let local = (texts + lists).first(where: { Self.name(part, $0) == name }) else {
        faults.append(name.split(separator: "|").last.map(String.init) ?? name)
        continue
      }
      if texts.contains(local) {
        guard case .text = value else {
          faults.append(local)
          continue
        }
      }
      fields[local] = value
    }
    return fields
  }

  private mutating func requireAll(
    _ names: [String], in fields: [String: XMPValue], _ what: String
  ) {
    for name in names where fields[name] == nil { faults.append("\(what): \(name)") }
  }
}
