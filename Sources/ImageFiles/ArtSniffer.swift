public import DisplayList

/// Tells vector art from pictures of pixels by the first bytes of a file.
public enum ArtSniffer {
  /// What vector art may have at most: bytes of an SVG file; a PDF file may be as large as a picture.
  public static let svgLimit = 16 << 20
  /// PDF readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3).
  private static let pdfHead = 1024
  private static let svgHead = 4096

  /// The format, where it is one of vector art.
  public static func format(of bytes: [UInt8]) -> ImageFormat? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: PNGFile.signature) {
      return nil
    }
    if contains("%PDF-", in: bytes.prefix(pdfHead)) { return .pdf }
    // A byte order mark, then markup; the name may have a prefix.
    let head = bytes.prefix(svgHead)
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    guard start.first(where: { !isSpace($0) }) == UInt8(ascii: "<") else { return nil }
    return contains("<svg", in: head) || contains(":svg", in: head) ? .svg : nil
  }

  private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(word.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
