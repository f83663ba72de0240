public import Diagnostics
public import ReportModel

/// A name and file endings of an input format.
public struct InputFormat: Hashable, Sendable {
  /// What it is called in messages.
  public var name: String
  /// File endings in lower case, without the full stop.
  public var endings: [String]

  /// Makes a format.
  public init(name: String, endings: [String]) {
    self.name = name
    self.endings = endings
  }
}

/// A file that has been read into memory.
public struct Source: Sendable {
  /// The file as the user named it.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// What becomes of emoji in it.
  public var emoji: EmojiPolicy

  /// Makes a source.
  public init(name: String, bytes: [UInt8], emoji: EmojiPolicy = .draw) {
    self.name = name
    self.bytes = bytes
    self.emoji = emoji
  }
}

/// Turns one input format into a report.
public protocol ReportReader: Sendable {
  /// The format it reads.
  static var format: InputFormat { get }

  /// Understands a source. Collects warnings; throws when there is no report to return.
  func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report
}
