internal import Diagnostics
internal import XMLReading

/// The XML of a part of a Word or Excel file, with findings that name the part.
enum PartEvents {
  typealias Event = XMLEvents.Event

  /// Reads a part to its end, or until `take` says that it has enough (a rejection).
  static func read(
    _ bytes: [UInt8], part: String, file: String, _ take: (Event) -> Bool
  ) throws(Rejection) {
    guard bytes.count <= ZipArchive.partLimit else {
      throw Rejection(WordProblems.badXML(file, part: part, line: 1))
    }
    do throws(XMLEvents.Failure) {
      try XMLEvents.read(bytes, take)
    } catch {
      throw Rejection(
        error.hasDocumentType
          ? WordProblems.entities(file, part: part)
          : WordProblems.badXML(file, part: part, line: error.line))
    }
  }
}
