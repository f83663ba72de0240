import Foundation

/// A file inside a text: `data:image/png;base64,iVBOR…` (RFC 2397).
enum EmbeddedFile {
  /// Whether a name is such a text.
  static func isEmbedded(_ name: String) -> Bool { name.hasPrefix("data:") }

  /// The bytes; nil where the text is cut short or holds other signs.
  static func bytes(of name: String) -> [UInt8]? {
    guard isEmbedded(name), let comma = name.firstIndex(of: ",") else { return nil }
    let body = String(name[name.index(after: comma)...])
    guard name[..<comma].lowercased().hasSuffix(";base64") else {
      return body.removingPercentEncoding.map { Array($0.utf8) }
    }
    // Many writers leave the signs out that fill the last four.
    let missing = (4 - body.utf8.count % 4) % 4
    return Data(base64Encoded: body + String(repeating: "=", count: missing)).map(Array.init)
  }
}
