internal import Diagnostics
internal import XMLReading

/// The XML of a part of a Word or Excel file, with findings that name the part.
enum PartEvents {
  /// One thing of a part, in its order.
  enum Event {
    /// An element begins: its name without prefix.
    case start(name: String, attributes: XMLAttributes)
    case end(name: String)
    /// A stretch of text; one text may come in several.
    case text(String)

    fileprivate init(_ event: XMLEvents.Event) {
      switch event {
      case .start(let name, let attributes):
        self = .start(name: name, attributes: XMLAttributes(attributes))
      case .end(let name): self = .end(name: name)
      case .text(let words): self = .text(words)
      }
    }
  }

  /// Reads a part to its end, or until `take` says that it has enough (a rejection).
  static func read(
    _ bytes: [UInt8], part: String, file: String, _ take: (Event) -> Bool
  ) throws(Rejection) {
    guard bytes.count <= ZipArchive.partLimit else {
      throw Rejection(WordProblems.badXML(file, part: part, line: 1))
    }
    do throws(XMLEvents.Failure) {
      try XMLEvents.read(bytes) { take(Event($0)) }
    } catch {
      throw Rejection(
        error.hasDocumentType
          ? WordProblems.entities(file, part: part)
          : WordProblems.badXML(file, part: part, line: error.line))
    }
  }
}
