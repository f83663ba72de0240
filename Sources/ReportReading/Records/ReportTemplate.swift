public import Diagnostics

/// A report with places for values, Markdown, plain text or Word.
public struct ReportTemplate {
  private enum Kind {
    case text(RecordTemplate)
    case word(WordTemplate)
  }

  private let kind: Kind

  /// Takes a file apart by its bytes; what is no text and no Word file is a rejection.
  public init(_ bytes: [UInt8], name: String, into problems: inout Problems) throws(Rejection) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      kind = .word(try WordTemplate(bytes, file: name))
    } else {
      let text = try TextInput.read(bytes, name: name, into: &problems)
      kind = .text(try RecordTemplate(text, file: name))
    }
  }

  /// The names of all places, in their order, each once.
  public var names: [String] {
    switch kind {
    case .text(let template): template.names
    case .word(let template): template.names
    }
  }

  /// The names of the places that some values leave open.
  public func missing(_ value: (String) -> String?) -> [String] {
    switch kind {
    case .text(let template): template.fill(value).missing
    case .word(let template): template.missing(value)
    }
  }

  /// The file with its values, or the names of those that are missing; nothing is printed with a
  /// hole.
  public func fill(
    _ value: (String) -> String?
  ) throws(Rejection) -> (bytes: [UInt8], missing: [String]) {
    switch kind {
    case .text(let template):
      let filled = template.fill(prepare: RecordTemplate.markdown, value)
      return (Array(filled.text.utf8), filled.missing)
    case .word(let template): return try template.fill(value)
    }
  }
}
