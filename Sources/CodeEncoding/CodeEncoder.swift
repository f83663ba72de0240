internal import CQREncode
public import Diagnostics

/// The modules of a code, row by row from the top, without the quiet zone.
public struct ModuleMatrix: Hashable, Sendable {
  /// Modules on each side.
  public let side: Int
  /// Whether a module is dark.
  public let modules: [Bool]
}

/// Turns a text into a QR code.
public enum CodeEncoder {
  /// Longest text in UTF-8 bytes: a larger code is too fine for newsprint.
  public static let longest = 300

  /// A code at error correction M, which survives the dirt of newsprint; a text that is empty or too
  /// long is rejected.
  public static func matrix(for text: String) throws(Rejection) -> ModuleMatrix {
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
    return ModuleMatrix(side: side, modules: modules)
  }
}

enum CodeProblems {
  static func badLength(_ bytes: Int) -> Diagnostic {
    Diagnostic(
      .error, "code.bad-length",
      Wording(
        "a QR code holds 1 to \(CodeEncoder.longest) bytes here, not \(bytes)",
        "二维码内容应为 1 至 \(CodeEncoder.longest) 字节，现为 \(bytes) 字节"),
      hints: [Wording("use a shorter address", "请用短一些的网址")])
  }

  static func notEncoded() -> Diagnostic {
    Diagnostic(
      .error, "code.not-encoded", Wording("the QR code cannot be made", "无法生成二维码"))
  }
}
