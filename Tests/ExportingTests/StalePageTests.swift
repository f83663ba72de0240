import Diagnostics
import Testing

@testable import Exporting

@Suite struct StalePageTests {
  private struct Folder: ExportEnvironment {
    var files: Set<String>

    func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] { [] }
    func names(in folder: String) throws(Rejection) -> [String] { Array(files) }
    func kind(of path: String) -> FileKind { files.contains(path) ? .file : .nothing }
    func write(_ files: [OutputFile]) throws(Rejection) {}
  }

  private func words(_ written: [String], beside others: [String]) -> String? {
    var problems = Problems()
    StalePages.report(
      beside: written.map { OutputFile(path: $0, bytes: []) },
      in: Folder(files: Set(written + others)), into: &problems)
    return problems.diagnostics.first { $0.code == "output.stale-pages" }?.message.english
  }

  @Test func pagesOfALongerTextAreNamed() {
    #expect(words(["o/s-1.pdf"], beside: ["o/s-2.pdf", "o/s-3.pdf"])?.contains("2 files") == true)
    #expect(words(["x.png"], beside: ["x-1.png", "x-2.png"])?.contains("x-2.png") == true)
    #expect(
      words(["x-1.svg", "x-2.svg"], beside: ["x.svg", "x-3.svg"])?.contains("2 files") == true)
  }

  @Test func otherFilesAreNot() {
    #expect(words(["a.pdf"], beside: ["a-1.pdf", "a-2.pdf"]) == nil)
    #expect(words(["x-1.png", "x-2.png"], beside: ["y-3.png", "x-3.svg", "x-9.png"]) == nil)
    #expect(words(["x.png", "x.pdf"], beside: ["x.svg"]) == nil)
    #expect(words(["2031-05.png"], beside: ["2031.png", "2031-06.png"]) == nil)
  }
}
