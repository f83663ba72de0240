import Foundation
import Testing

@testable import Studio

/// What is said of a page is kept beside it, and nothing that was said is lost.
@Suite struct RemarkTests {
  private func book(_ changes: RemarkChange...) throws -> RemarkBook {
    var book = RemarkBook()
    for change in changes { try book.apply(change, at: "2031-05-01T08:00:00Z") }
    return book
  }

  private func remark(_ text: String, x: Int = 500) -> RemarkChange {
    .add(page: 1, x: x, y: 10, story: 0, block: 3, quote: "抓住项目", author: "王", text: text)
  }

  @Test func remarksAreAnsweredSettledAndRemoved() throws {
    let book = try book(
      remark("一"), remark("二"), .answer(id: 2, author: "李", text: "已核"),
      .settle(id: 2, isSettled: true), .remove(id: 1), remark("三"))
    #expect(book.remarks.map(\.id) == [2, 3])
    #expect(book.remarks[0].isSettled)
    #expect(book.remarks[0].answers.map(\.text) == ["已核"])
    let again = try JSONDecoder().decode(RemarkBook.self, from: Data(book.bytes))
    #expect(again.bytes == book.bytes)
  }

  @Test func whatIsNoRemarkIsRefused() {
    #expect(throws: Fault.self) { _ = try book(remark(" \n")) }
    #expect(throws: Fault.self) { _ = try book(remark(String(repeating: "字", count: 2001))) }
    #expect(throws: Fault.self) { _ = try book(remark("一", x: 1001)) }
    #expect(throws: Fault.self) { _ = try book(.settle(id: 7, isSettled: true)) }
  }

  @Test func whoReadsAProofSettlesNothing() {
    #expect(remark("一").isForReaders)
    #expect(RemarkChange.answer(id: 1, author: "", text: "").isForReaders)
    #expect(!RemarkChange.settle(id: 1, isSettled: true).isForReaders)
    #expect(!RemarkChange.remove(id: 1).isForReaders)
  }

  @Test func changesAreReadAsThePageWritesThem() throws {
    let text =
      #"{"add":{"page":2,"x":5,"y":6,"story":null,"block":null,"quote":"","author":"","text":"好"}}"#
    let change = try JSONDecoder().decode(RemarkChange.self, from: Data(text.utf8))
    #expect(try book(change).remarks.map(\.page) == [2])
  }

  @Test func aDocumentWithoutRemarksHasNone() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    // Files are named from the folder that the process works in; one that is not there is no book.
    #expect(
      try RemarkBook.read("no-such-report.txt", in: WorkFolder(path: place.path)).remarks.isEmpty)
  }
}
