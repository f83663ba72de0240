import DisplayList
import Notations

/// Inks as operators of a content stream (ISO 32000-1, 8.6).
enum InkSyntax {
  /// A share with four decimals at most, without what says nothing.
  static func number(_ value: Double) -> String { DecimalText.trimmed(value, 4) }

  /// The four shares.
  static func shares(_ ink: Ink) -> String {
    [ink.cyan, ink.magenta, ink.yellow, ink.black].map(number).joined(separator: " ")
  }

  /// The colour space of a spot ink: `Separation` with the shares of the full ink beside it.
  static func separation(_ name: String, full: Ink) -> String {
    """
    [ /Separation \(pdfName(name)) /DeviceCMYK << /FunctionType 2 /Domain [ 0 1 ] /N 1 \
    /C0 [ 0 0 0 0 ] /C1 [ \(shares(full)) ] >> ]
    """
  }

  /// A name with everything but plain letters and digits as #xx.
  static func pdfName(_ name: String) -> String {
    name.utf8.reduce(into: "/") { text, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      text += isPlain ? String(UnicodeScalar(byte)) : "#" + hex(byte)
    }
  }

  static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
