public import Diagnostics
public import ReportModel

/// The entry of this target: bytes of a file to a report.
public enum ReportReading {
  /// The readers, in the order in which they are listed to a user. A new format is one line here.
  public static let readers: [any ReportReader] = [
    PlainTextReader(), MarkdownReader(), YAMLReader(), WordReader(),
    SheetReader(), WebPageReader(),
  ]

  /// Reads a report, choosing the reader by the file ending of `name`; an unknown ending is taken
  /// for plain text if it decodes as such. Warnings go to `problems`; throws when the file is empty,
  /// too large, not text, or of a format that is known and not supported (`.doc`).
  public static func read(
    bytes: [UInt8], name: String, emoji: EmojiPolicy = .draw, into problems: inout Problems
  ) throws(Rejection) -> Report {
    let ending = name == PipedFormat.name ? PipedFormat.ending(of: bytes) : ending(of: name)
    let other = OfficeFormat(ending: ending)
    // What an office program has made of another format is read as what it is.
    let isMade = other != nil && OfficeFormat.isReadable(bytes, ending: ending)
    let isOwnPage = WebPageReader.format.endings.contains(ending) && WebPageReader.isOwn(bytes)
    if ending == "pdf" || (other != nil && !isMade && !isOwnPage) {
      throw Rejection(ReadingProblems.notSupported(name, ending: ending))
    }
    let form = isOwnPage ? ending : other?.rawValue ?? ending
    let reader = readers.first { type(of: $0).format.endings.contains(form) }
    var report = try (reader ?? PlainTextReader()).read(
      Source(name: name, bytes: bytes, emoji: emoji), into: &problems)
    HeadlineCheck.check(report, into: &problems)
    PanelCheck.settle(&report, into: &problems)
    return report
  }

  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }
}
