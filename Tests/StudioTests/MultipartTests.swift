import Foundation
import Testing

@testable import Studio

@Suite struct MultipartTests {
  private func form(_ lines: [String]) -> Data { Data(lines.joined(separator: "\r\n").utf8) }

  @Test func fieldsAndFilesComeApart() throws {
    let body = form([
      "--x", "Content-Disposition: form-data; name=\"layout\"", "", "bulletin-a4", "--x",
      "Content-Disposition: form-data; name=\"report\"; filename=\"稿.txt\"",
      "Content-Type: text/plain", "", "标题", "", "正文", "--x--", "",
    ])
    let pieces = try Multipart(body, type: "multipart/form-data; boundary=x").pieces
    #expect(pieces.map(\.name) == ["layout", "report"])
    #expect(pieces[1].fileName == "稿.txt")
    #expect(String(decoding: pieces[1].data, as: UTF8.self) == "标题\r\n\r\n正文")
  }

  @Test func brokenBodiesAreFaults() {
    let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--"
    for body in ["", "--x", "--x\r\n", String(whole.dropLast(3)), "y" + whole.dropFirst(3)] {
      #expect(throws: Fault.self) {
        _ = try Multipart(Data(body.utf8), type: "multipart/form-data; boundary=x")
      }
    }
    #expect(throws: Fault.self) { _ = try Multipart(Data(whole.utf8), type: "multipart/form-data") }
  }
}
