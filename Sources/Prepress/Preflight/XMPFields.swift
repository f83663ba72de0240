import XMLReading

/// The fields of an XMP packet (ISO 16684-1) that preflight reads: properties of the document's
/// descriptions, written as elements or as attributes. A field is asked for by the prefix in which
/// the standards print it; which one the packet chose does not matter, its namespace does.
struct XMPFields {
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let namespaces = [
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/", "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
  ]

  /// Texts by namespace, a bar and the local name.
  private var fields: [String: String] = [:]

  /// Reads a packet in UTF-8 or UTF-16; nil where it is not well-formed, has a document type or no
  /// RDF.
  init?(_ bytes: [UInt8]) {
    var packet = Packet()
    // Behind the packet there may be room for a longer one (ISO 16684-1, 7.3.2).
    var bytes = bytes
    while let last = bytes.last, [0, 9, 10, 13, 32].contains(last) {
      bytes.removeLast()
    }
    // UTF-16 from the low byte ends with the zero of its last letter.
    if bytes.count % 2 == 1, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) {
      bytes.append(0)
    }
    do {
      try XMLEvents.read(bytes, naming: .namespaces) { event in
        packet.take(event)
        return true
      }
    } catch {
      return nil
    }
    guard packet.hasRDF else { return nil }
    fields = packet.fields
  }

  /// What a field holds: its text, or that of its first item; nil where there is none or it is
  /// empty.
  subscript(_ name: String) -> String? {
    let parts = name.split(separator: ":").map(String.init)
    guard parts.count == 2, let space = Self.namespaces[parts[0]] else { return nil }
    return fields["\(space)|\(parts[1])"]
  }

  /// A packet being read.
  private struct Packet {
    var fields: [String: String] = [:]
    private(set) var hasRDF = false
    private var open: [String] = []
    /// The property being read and how deep it lies.
    private var property: (name: String, depth: Int)?
    private var words = ""
    private var isRead = false

    mutating func take(_ event: XMLEvents.Event) {
      switch event {
      case .start(let name, let attributes):
        if name == "\(XMPFields.rdf)|RDF" { hasRDF = true }
        let isProperty = property == nil && open.last == "\(XMPFields.rdf)|Description"
        if isProperty { (property, words, isRead) = ((name, open.count), "", false) }
        if name == "\(XMPFields.rdf)|Description", property == nil {
          for (name, value) in attributes { keep(value, as: name) }
        }
        open.append(name)
      case .end(let name):
        open.removeLast()
        // Of several languages or items the first counts.
        if name == "\(XMPFields.rdf)|li", !words.allSatisfy(\.isWhitespace) { isRead = true }
        guard let ended = property, ended.depth == open.count else { return }
        keep(words, as: ended.name)
        property = nil
      case .text(let part):
        if property != nil, !isRead { words += part }
      }
    }

    private mutating func keep(_ value: String, as name: String) {
      var value = value[...]
      while value.first?.isWhitespace == true { value.removeFirst() }
      while value.last?.isWhitespace == true { value.removeLast() }
      if !value.isEmpty, fields[name] == nil { fields[name] = String(value) }
    }
  }
}
