import Testing

@testable import ReportReading

/// What a report without a file name is.
@Suite struct PipedFormatTests {
  @Test(arguments: [
    ("柳溪街道走访通报\n本周走访居民12户。", "txt"), ("---\nlayout: jianbao\n---\n# 通报", "md"),
    ("# 通报\n\n正文。", "md"), ("\u{FEFF}导语。\n\n## 一、情况\n", "md"), ("#标签 不是标题\n", "txt"),
    ("# 版心报告文件\n# role: body\nformat: 1\nblocks: []\n", "yaml"),
    ("<!DOCTYPE html>\n<p>", "html"), ("{\\rtf1\\ansi", "rtf"), ("%PDF-1.7\n", "pdf"), ("", "txt"),
    ("PK\u{3}\u{4}…word/document.xml…", "docx"), ("PK\u{3}\u{4}…xl/workbook.xml…", "xlsx"),
  ])
  func formatsAreToldByTheirBeginning(_ text: String, _ ending: String) {
    #expect(PipedFormat.ending(of: Array(text.utf8)) == ending)
  }

  @Test(arguments: [("text", "odt"), ("spreadsheet", "ods")])
  func openDocumentsSayWhatTheyAre(_ kind: String, _ ending: String) {
    let head = "PK\u{3}\u{4}" + String(repeating: "\0", count: 26)
    let text = head + "mimetypeapplication/vnd.oasis.opendocument.\(kind)PK…"
    #expect(PipedFormat.ending(of: Array(text.utf8)) == ending)
  }

  /// A compound file with one sector of a header and a directory of streams.
  private func compound(_ streams: [String]) -> [UInt8] {
    var bytes = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 508)
    bytes[30] = 9
    for name in ["Root Entry"] + streams {
      var entry = [UInt8](repeating: 0, count: 128)
      for (place, unit) in name.utf8.enumerated() { entry[2 * place] = unit }
      entry[64] = UInt8(2 * name.utf8.count + 2)
      bytes += entry
    }
    return bytes
  }

  @Test func oldFilesAreToldByTheirFirstStream() {
    #expect(PipedFormat.ending(of: compound(["1Table", "WordDocument"])) == "doc")
    #expect(PipedFormat.ending(of: compound(["Workbook", "WordDocument"])) == "xls")
    #expect(PipedFormat.ending(of: compound(["Book"])) == "xls")
    // Cut off or unknown: the more usual one, whose converter says what is wrong.
    #expect(PipedFormat.ending(of: [0xD0, 0xCF, 0x11, 0xE0]) == "doc")
    #expect(PipedFormat.ending(of: Array(compound(["Workbook"]).prefix(530))) == "doc")
  }
}
