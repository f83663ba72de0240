import Diagnostics
import ReportModel
import ReportReading
import Testing

@Suite("Decoding (P0)")
struct DecodingTests {
  private let text = "工作总结\n\n今年以来，全镇新增企业18家。\n"

  @Test func utf8WithAndWithoutMark() throws {
    let plain = try read(text)
    let marked = try read("\u{FEFF}" + text)
    #expect(plain.blocks == marked.blocks)
    #expect(plain.indicators.map(\.value) == ["18"])
  }

  @Test(arguments: [true, false])
  func utf16ByMark(bigEndian: Bool) throws {
    var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in (text + "𠮷").utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += bigEndian ? [high, low] : [low, high]
    }
    var problems = Problems()
    let report = try ReportReading.read(bytes: bytes, name: "a.txt", into: &problems)
    #expect(report.blocks.first?.text == "工作总结")
    #expect(report.blocks.last?.text == "𠮷")
  }

  @Test func brokenUTF16IsRejected() {
    let lone: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]
    #expect(rejection(lone)?.code == "reading.encoding")
    #expect(rejection([0xFF, 0xFE, 0x41])?.code == "reading.encoding")
  }

  /// 工作总结。 in GB 18030.
  private let gb: [UInt8] = [0xB9, 0xA4, 0xD7, 0xF7, 0xD7, 0xDC, 0xBD, 0xE1, 0xA1, 0xA3]

  /// 鄉鎮公所通知：本鎮將於五月召開說明會。 in Big5, whose bytes are private characters in GB 18030.
  private let big5: [UInt8] = [
    0xB6, 0x6D, 0xC2, 0xED, 0xA4, 0xBD, 0xA9, 0xD2, 0xB3, 0x71, 0xAA, 0xBE, 0xA1, 0x47, 0xA5, 0xBB,
    0xC2, 0xED, 0xB1, 0x4E, 0xA9, 0xF3, 0xA4, 0xAD, 0xA4, 0xEB, 0xA5, 0x6C, 0xB6, 0x7D, 0xBB, 0xA1,
    0xA9, 0xFA, 0xB7, 0x7C, 0xA1, 0x43,
  ]

  @Test func big5IsToldFromGB18030() throws {
    var problems = Problems()
    let report = try ReportReading.read(bytes: big5, name: "a.txt", into: &problems)
    #expect(report.blocks.map(\.text) == ["鄉鎮公所通知：本鎮將於五月召開說明會。"])
    #expect(problems.diagnostics.contains { $0.code == "reading.big5" })
  }

  @Test func gb18030IsRead() throws {
    var problems = Problems()
    let report = try ReportReading.read(bytes: gb, name: "a.txt", into: &problems)
    #expect(report.blocks.first?.text == "工作总结。")
  }

  /// √, ×, ●, traditional and rare characters prove nothing against it; a byte that no pair begins
  /// with does, and its own place is named.
  @Test func strictDecodingAloneProvesGB18030() throws {
    let signs: [UInt8] = [0xA1, 0xCC, 0xA1, 0xC1, 0xA1, 0xF1, 0x81, 0x41, 0xF3, 0xB1]
    var problems = Problems()
    let report = try ReportReading.read(bytes: signs, name: "a.txt", into: &problems)
    #expect(report.blocks.first?.text == "√×●丄蟊")
    #expect(problems.diagnostics.filter { $0.severity == .error }.isEmpty)
    let found = rejection(gb + [0x0A] + gb + [0x80] + gb)
    #expect(found?.code == "reading.encoding")
    #expect(found?.message.english.contains("offset 21") == true)
    #expect(found?.range?.start == SourcePosition(line: 2, column: 11))
  }

  /// A text in UTF-8 that was cut inside a character is no GB 18030, although its bytes pair up.
  @Test func damagedUTF8IsNotTakenForGB18030() {
    let whole = Array("今年以来全镇各村扎实工作。".utf8)
    #expect(rejection(whole.dropLast())?.message.english.contains("offset 36") == true)
  }

  @Test func invalidUTF8NamesItsOffset() {
    let bytes = Array("工作".utf8) + [0xFF, 0xFF] + Array("总结".utf8)
    let found = rejection(bytes)
    #expect(found?.code == "reading.encoding")
    #expect(found?.message.english.contains("offset 6") == true)
  }

  @Test(arguments: [[0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80], [0xE5]])
  func malformedSequencesAreRejected(_ bytes: [UInt8]) {
    #expect(rejection(Array("A".utf8) + bytes)?.code == "reading.encoding")
  }

  @Test func nulIsRejected() {
    #expect(rejection(Array("工作\0总结".utf8))?.code == "reading.nul")
    #expect(rejection([0x7F, 0x45, 0x4C, 0x46, 0x00, 0xFF, 0x00])?.code == "reading.binary")
  }

  @Test(arguments: ["", " \n\t\u{3000}\r\n", "\u{FEFF}"])
  func emptyIsRejected(_ text: String) {
    #expect(rejection(Array(text.utf8))?.code == "reading.empty")
  }

  @Test func lineEndsAreAlike() throws {
    let lf = try read(text)
    for end in ["\r\n", "\r"] {
      let other = try read(text.replacingLineEnds(with: end))
      #expect(other.blocks == lf.blocks)
      #expect(other.indicators == lf.indicators)
    }
  }

  @Test func tooLargeIsRefused() {
    let bytes = [UInt8](repeating: 0x41, count: ReadingLimits.bytes + 1)
    #expect(rejection(bytes)?.code == "reading.too-large")
  }

  @Test func tooManyLinesAreRefused() {
    let text = String(repeating: "一\n", count: ReadingLimits.lines + 1)
    #expect(rejection(Array(text.utf8))?.code == "reading.too-many-lines")
  }

  @Test(arguments: ["report.rtf", "a.b/REPORT.DOC", "x.pdf", "t.ods.odt"])
  func knownFormatsThatAreNotSupported(_ name: String) {
    let found = rejection([0xD0, 0xCF, 0x11, 0xE0], name: name)
    #expect(found?.code == "reading.format")
    #expect(found?.hints.isEmpty == false)
  }

  /// WPS writes packages of the newer kind under its own names.
  @Test func otherEndingsAreReadByWhatTheyHold() {
    let package: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    let open = package + [UInt8](repeating: 0, count: 26) + Array("mimetypeapplication".utf8)
    #expect(OfficeFormat.isPackage(package) && !OfficeFormat.isPackage(open))
    #expect(OfficeFormat(ending: "et")?.ending(of: [0xD0, 0xCF, 0x11, 0xE0], named: "et") == "xls")
    #expect(OfficeFormat(ending: "odt") == .text && OfficeFormat(ending: "docx") == nil)
    #expect(rejection(package, name: "a.wps")?.code == "word.damaged")
  }

  @Test(arguments: ["report", "report.log", "dir.md/report"])
  func unknownEndingsAreText(_ name: String) throws {
    #expect(try read("# 标题\n", name: name).blocks.first?.text == "# 标题")
  }
}

extension String {
  fileprivate func replacingLineEnds(with end: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
  }
}
