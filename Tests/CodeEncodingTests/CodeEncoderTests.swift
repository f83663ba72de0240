import CodeEncoding
import Diagnostics
import Testing

@Suite struct CodeEncoderTests {
  @Test func aCodeHasItsFindersInThreeCorners() throws {
    let code = try CodeEncoder.matrix(for: "https://example.cn/2022", as: .qr)
    #expect(code.columns == 25 && code.rows == 25 && code.modules.count == 625)
    // The top row of a finder: seven dark modules, then a light one (ISO/IEC 18004 6.3.3).
    #expect(code.modules.prefix(8) == [true, true, true, true, true, true, true, false])
    #expect(code.modules[25 - 7..<25].allSatisfy { $0 })
    #expect(code.modules[24 * 25..<24 * 25 + 7].allSatisfy { $0 })
    #expect(!code.modules[624 - 24 + 17..<624].allSatisfy { $0 })
  }

  @Test func theSameTextGivesTheSameCode() throws {
    #expect(try CodeEncoder.matrix(for: "版心", as: .qr) == CodeEncoder.matrix(for: "版心", as: .qr))
    #expect(try CodeEncoder.matrix(for: "版心", as: .qr) != CodeEncoder.matrix(for: "版口", as: .qr))
  }

  /// 13 digits of EAN: guards, six digits, the middle, six digits, guards (ISO/IEC 15420 4.3).
  @Test func anEANHasItsGuardsAndItsCheckDigit() throws {
    let bars = try CodeEncoder.matrix(for: "690123456789", as: .ean13)
    #expect(bars.rows == 1 && bars.columns == 95)
    #expect(bars.modules.prefix(3) == [true, false, true])
    #expect(bars.modules.suffix(3) == [true, false, true])
    #expect(bars.modules[45..<50] == [false, true, false, true, false])
    #expect(try CodeEncoder.matrix(for: "6901234567892", as: .ean13) == bars)
  }

  /// Start, a symbol a letter, check symbol: 11 modules each; stop: 13 (ISO/IEC 15417 4.2).
  @Test func aCode128HasElevenModulesALetter() throws {
    let bars = try CodeEncoder.matrix(for: "GRID", as: .code128)
    #expect(bars.columns == 11 * 6 + 13)
    #expect(bars.modules.prefix(6) == [true, true, false, true, false, false])
    #expect(bars.modules.suffix(13) == "1100011101011".map { $0 == "1" })
  }

  @Test(arguments: [
    ("", CodeKind.code128), ("网格001", .code128), (String(repeating: "9", count: 49), .code128),
    ("12345", .ean13), ("69012345678x", .ean13), ("6901234567893", .ean13),
  ])
  func barsThatCannotHoldATextAreRefused(_ text: String, _ kind: CodeKind) {
    #expect(throws: Rejection.self) { try CodeEncoder.matrix(for: text, as: kind) }
  }

  @Test(arguments: ["", String(repeating: "x", count: 301), "a\0b"])
  func emptyAndLongTextsAreRefused(_ text: String) {
    #expect(throws: Rejection.self) { try CodeEncoder.matrix(for: text, as: .qr) }
  }
}
