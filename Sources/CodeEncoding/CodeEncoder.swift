internal import CQREncode
public import Diagnostics

/// What a code is drawn as.
public enum CodeKind: String, CaseIterable, Sendable {
  /// A square of modules (ISO/IEC 18004).
  case qr
  /// Bars for letters and digits of ASCII (ISO/IEC 15417).
  case code128 = "code-128"
  /// Bars for 12 or 13 digits, the last a check digit (ISO/IEC 15420).
  case ean13 = "ean-13"
}

/// The modules of a code, row by row from the top, without the quiet zone; bars are one row.
public struct ModuleMatrix: Hashable, Sendable {
  /// Modules across.
  public let columns: Int
  /// Modules down: as many as across, or 1 of bars.
  public let rows: Int
  /// Whether a module is dark.
  public let modules: [Bool]
}

/// Turns a text into a code.
public enum CodeEncoder {
  /// Longest text of a QR code in UTF-8 bytes: a larger code is too fine for newsprint.
  public static let longest = 300

  /// A code of a kind; a text that it cannot hold is rejected.
  public static func matrix(for text: String, as kind: CodeKind) throws(Rejection) -> ModuleMatrix {
    switch kind {
    case .qr: try square(text)
    case .code128, .ean13: try BarEncoder(kind: kind).bars(for: text)
    }
  }

  /// A code at error correction M, which survives the dirt of newsprint.
  private static func square(_ text: String) throws(Rejection) -> ModuleMatrix {
    guard !text.isEmpty, text.utf8.count <= longest, !text.utf8.contains(0) else {
      throw Rejection(CodeProblems.badLength(text.utf8.count))
    }
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw Rejection(CodeProblems.notEncoded())
    }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    guard side > 0, let data = code.pointee.data else { throw Rejection(CodeProblems.notEncoded()) }
    // Bit 0 of a module is its colour; the others say which part of the code it belongs to.
    let modules = (0..<(side * side)).map { data[$0] & 1 == 1 }
    return ModuleMatrix(columns: side, rows: side, modules: modules)
  }
}
