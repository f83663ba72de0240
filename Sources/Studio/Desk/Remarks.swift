import Exporting
import Foundation

/// What somebody said of a place on a page.
struct Remark: Codable, Sendable {
  struct Answer: Codable, Sendable {
    var author: String
    var text: String
    var time: String
  }

  var id: Int
  /// The page, from 1.
  var page: Int
  /// Thousandths of the page's width and height.
  var x: Int
  var y: Int
  /// The story and the block that stood there, where one did.
  var story: Int?
  var block: Int?
  /// How the block began, by which it is found again when it has moved.
  var quote: String
  var author: String
  var text: String
  /// ISO 8601, in UTC.
  var time: String
  var isSettled = false
  var answers: [Answer] = []
}

/// A change of the remarks.
enum RemarkChange: Decodable, Sendable {
  case add(
    page: Int, x: Int, y: Int, story: Int?, block: Int?, quote: String, author: String,
    text: String)
  case answer(id: Int, author: String, text: String)
  case settle(id: Int, isSettled: Bool)
  case remove(id: Int)

  /// Whether who only reads proofs may do this: say something, not do away with it.
  var isForReaders: Bool {
    switch self {
    case .add, .answer: true
    case .settle, .remove: false
    }
  }
}

/// The remarks on a document, in a file beside it: `稿.docx.remarks.json`.
struct RemarkBook: Codable, Sendable {
  var format = 1
  var remarks: [Remark] = []

  private static let most = 1000
  private static let longest = 2000

  static func file(of path: String) -> String { "\(path).remarks.json" }

  /// Those of a document; none where there is no file. A file that is none of ours is a fault, so that
  /// nothing that somebody wrote is lost.
  static func read(_ path: String, in folder: WorkFolder) throws(Fault) -> RemarkBook {
    let file = try folder.safe(Self.file(of: path))
    guard let bytes = folder.bytes(of: file) else { return RemarkBook() }
    guard let book = try? JSONDecoder().decode(RemarkBook.self, from: Data(bytes)), book.format == 1
    else {
      throw .badRemarks(file)
    }
    return book
  }

  /// The file's bytes: the same for the same remarks.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
  }

  mutating func apply(_ change: RemarkChange, at time: String) throws(Fault) {
    switch change {
    case .add(let page, let x, let y, let story, let block, let quote, let author, let text):
      guard remarks.count < Self.most, (1...10_000).contains(page), (0...1000).contains(x),
        (0...1000).contains(y)
      else { throw .malformed("there is no such place, or too many remarks", "没有这个位置，或批注太多") }
      remarks.append(
        Remark(
          id: (remarks.map(\.id).max() ?? 0) + 1, page: page, x: x, y: y, story: story,
          block: block, quote: String(quote.prefix(40)), author: Self.name(author),
          text: try Self.checked(text), time: time))
    case .answer(let id, let author, let text):
      let place = try place(of: id)
      guard remarks[place].answers.count < Self.most else {
        throw .malformed("too many answers", "回复太多")
      }
      remarks[place].answers.append(
        Remark.Answer(author: Self.name(author), text: try Self.checked(text), time: time))
    case .settle(let id, let isSettled): remarks[try place(of: id)].isSettled = isSettled
    case .remove(let id): remarks.remove(at: try place(of: id))
    }
  }

  private func place(of id: Int) throws(Fault) -> Int {
    guard let place = remarks.firstIndex(where: { $0.id == id }) else { throw .notFound }
    return place
  }

  private static func name(_ author: String) -> String {
    String(author.filter { !$0.isNewline }.prefix(40))
  }

  private static func checked(_ text: String) throws(Fault) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.count <= Self.longest else {
      throw .malformed("a remark has 1 to \(longest) characters", "批注应有 1 到 \(longest) 字")
    }
    return text
  }
}
