/// What ISO 19005-2, 6.6 asks of the properties of a packet, whatever they say.
struct MetadataCheck {
  /// Checks every property: known beforehand or described in the packet, and of its type.
  static func check(_ packet: XMPPacket, log: inout PreflightLog) {
    let extensions = ExtensionSchemas(packet)
    for fault in extensions.faults.prefix(8) { log.add("xmp-extension-schema", fault) }
    for (name, value) in packet.properties {
      let local = name.split(separator: "|").last.map(String.init) ?? name
      if let type = XMPSchemas.types[name] {
        if !type.accepts(value) { log.add("xmp-value-type", local) }
      } else if let described = extensions.types[name] {
        if let described, !described.accepts(value) { log.add("xmp-value-type", local) }
      } else if name.hasPrefix(XMPPacket.rdf) || name.hasPrefix("adobe:") {
        continue
      } else {
        log.add("xmp-property-undefined", local)
      }
    }
  }

  /// The identification of PDF/A (6.6.4).
  static func checkClaim(_ xmp: XMPFields, log: inout PreflightLog) {
    let part = xmp["pdfaid:part"]
    if part != "2" { log.add("a2u-no-claim", part.map { "part \($0)" } ?? "") }
    let level = xmp["pdfaid:conformance"]
    if part != nil, !["A", "B", "U"].contains(level ?? "") {
      log.add("a2u-no-claim", "conformance \(level ?? "–")")
    }
  }
}
