import Diagnostics
import Foundation
import Notations
import Testing

@testable import Exporting

/// Schemas say what the readers read, in both languages.
@Suite struct SchemaTests {
  @Test(arguments: SchemaKind.allCases)
  func everyKeyIsDescribedInBothLanguages(_ kind: SchemaKind) throws {
    let shape = try FileSchema.shape(of: kind)
    let writer = SchemaWriter(shape: shape, words: SchemaWords.table, area: kind.rawValue)
    for path in shape.allKeys {
      let words = try #require(writer.description(of: path), "\(kind) \(path) has no words")
      #expect(words.contains { $0.isASCII && $0.isLetter }, "\(path): \(words)")
      #expect(words.unicodeScalars.contains { $0.value > 0x2E80 }, "\(path): \(words)")
    }
  }

  @Test(arguments: SchemaKind.allCases)
  func schemasAreJSON(_ kind: SchemaKind) throws {
    let text = try FileSchema.json(of: kind)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["type"] as? String == "object")
    #expect(text == (try FileSchema.json(of: kind)))
  }

  @Test func choicesRangesAndNeededKeysAreTheReaders() throws {
    let text = try FileSchema.json(of: .issue)
    #expect(text.contains("\"on-picture\""))
    let layout = try FileSchema.json(of: .layout)
    #expect(layout.contains("\"hangmo-banjiao\"") && layout.contains("\"maximum\" : 24"))
    let report = try FileSchema.json(of: .report)
    #expect(report.contains("\"attachment-title\""))
    let job = try FileSchema.json(of: .job)
    #expect(job.contains("\"row\"") && job.contains("\"required\""))
  }
}
