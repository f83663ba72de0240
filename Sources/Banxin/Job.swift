@_exported public import Charting
@_exported public import Diagnostics
@_exported public import ReportModel
import Synchronization

/// A file in memory: what goes into a job, and what comes out of it.
public struct File: Hashable, Sendable {
  /// Its name; the ending says what it is. Folders are parted by `/`, as in `photos/1.jpg`.
  public var name: String
  /// What is in it.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file of a text, in UTF-8.
  public init(_ name: String, text: String) { self.init(name, bytes: Array(text.utf8)) }

  /// Makes a file of a chart that was built in Swift; its name ends in `.vl.json`.
  public init<Row>(_ name: String, chart: Chart<Row>) { self.init(name, text: chart.spec.json) }
}

/// Something to be made: a report, a page, an issue, a chart, documents of a table, a bulletin.
///
/// A job is a value that holds all that it needs; nothing is read from the current folder and nothing
/// is written. Run it with ``Workshop/make(_:cancellation:onProgress:)``.
public protocol Job: Sendable {
  /// The files that it reads, by their names.
  var files: [File] { get }
  /// Does the work; called by the workshop.
  func work(at bench: inout Workbench) throws(Failure)
}

/// What came of a job.
public struct Product: Hashable, Sendable {
  /// The files that were made, in their order.
  public var files: [File]
  /// Number of pages; 0 where nothing has pages.
  public var pages: Int
  /// What is to be looked at.
  public var findings: [Finding]

  /// The bytes of the first file of a kind, such as `pdf`.
  public func first(_ ending: String) -> [UInt8]? {
    files.first { $0.name.hasSuffix(".\(ending)") }?.bytes
  }
}

/// Something that a person should know: what, where, and what to do about it.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is: `error`, `warning` or `note`.
  public var severity: String
  /// The stable name of its kind, as the table of problem codes lists them.
  public var code: String
  /// What is wrong, in Chinese.
  public var chinese: String
  /// What is wrong, in English.
  public var english: String
  /// `file:line:column`; nil where no place is known.
  public var place: String?
  /// As it is printed for a person: place, words in both languages, hints.
  public var description: String

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code.rawValue
    chinese = diagnostic.message.chinese
    english = diagnostic.message.english
    place = diagnostic.range.map {
      "\($0.file):\($0.start.line):\($0.start.column)"
    }
    description = DiagnosticPrinter(language: .both).text(of: [diagnostic])
  }
}

/// Why a job made nothing.
public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reasons; never empty.
  public var findings: [Finding]

  init(_ rejection: Rejection, besides problems: Problems = Problems()) {
    let known = Set(rejection.diagnostics)
    findings =
      (problems.diagnostics.filter { !known.contains($0) } + rejection.diagnostics)
      .map(Finding.init)
  }

  /// Whether it was cancelled, and not in the wrong.
  public var isCancelled: Bool {
    findings.contains { $0.code == JobFolder.cancelled.code.rawValue }
  }

  /// As it is printed for a person.
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// How far a job has come.
public enum JobProgress: Hashable, Sendable {
  /// Its files are read.
  case reading
  /// Its text is set.
  case composing
  /// One of its pieces, pages or charts or rows, is being made.
  case piece(Int, of: Int)
  /// Its files are made.
  case writing
}

/// Ends a job from elsewhere: it stops where it next reads or writes a file, and makes nothing.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Makes one that is not cancelled.
  public init() {}

  /// Ends the jobs that were given it.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether it was cancelled.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
