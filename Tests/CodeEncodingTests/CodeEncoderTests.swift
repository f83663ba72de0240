import CodeEncoding
import Diagnostics
import Testing

@Suite struct CodeEncoderTests {
  @Test func aCodeHasItsFindersInThreeCorners() throws {
    let code = try CodeEncoder.matrix(for: "https://example.cn/2022")
    #expect(code.side == 25 && code.modules.count == 625)
    // The top row of a finder: seven dark modules, then a light one (ISO/IEC 18004 6.3.3).
    #expect(code.modules.prefix(8) == [true, true, true, true, true, true, true, false])
    #expect(code.modules[25 - 7..<25].allSatisfy { $0 })
    #expect(code.modules[24 * 25..<24 * 25 + 7].allSatisfy { $0 })
    #expect(!code.modules[624 - 24 + 17..<624].allSatisfy { $0 })
  }

  @Test func theSameTextGivesTheSameCode() throws {
    #expect(try CodeEncoder.matrix(for: "版心") == CodeEncoder.matrix(for: "版心"))
    #expect(try CodeEncoder.matrix(for: "版心") != CodeEncoder.matrix(for: "版口"))
  }

  @Test(arguments: ["", String(repeating: "x", count: 301), "a\0b"])
  func emptyAndLongTextsAreRefused(_ text: String) {
    #expect(throws: Rejection.self) { try CodeEncoder.matrix(for: text) }
  }
}
