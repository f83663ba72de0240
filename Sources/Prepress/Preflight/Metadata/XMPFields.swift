/// The fields of an XMP packet (ISO 16684-1) that preflight asks for by name. A field is asked for
/// by the prefix in which the standards print it; which one the packet chose does not matter, its
/// namespace does.
struct XMPFields {
  /// The packet whose fields these are.
  let packet: XMPPacket
  /// Texts by namespace, a bar and the local name; of several the first counts.
  private let fields: [String: String]

  /// Reads a packet; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard let packet = XMPPacket(bytes) else { return nil }
    self.packet = packet
    fields = Dictionary(
      packet.properties.compactMap { name, value in value.firstText.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a field holds: its text, or that of its first item; nil where there is none or it is
  /// empty.
  subscript(_ name: String) -> String? { XMPSchemas.fullName(name).flatMap { fields[$0] } }
}
