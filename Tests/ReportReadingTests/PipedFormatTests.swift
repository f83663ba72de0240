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
}
