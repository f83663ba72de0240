internal import Diagnostics

/// Refuses files that would cost more to read than they can be worth, before the YAML library sees
/// them: anchors and aliases (a few lines of them can stand for millions of nodes), brackets nested
/// deeper than any report, and too many nodes.
enum YAMLGuard {
  /// How deep brackets may nest.
  static let depth = 32

  /// Throws for the first such place.
  static func check(_ text: String, file: String) throws(Rejection) {
    var state = State()
    for byte in text.utf8 {
      if let problem = state.take(byte, file: file) { throw Rejection(problem) }
    }
  }

  private struct State {
    var line = 1
    var column = 0
    var nesting = 0
    var nodes = 0
    var quote: UInt8?
    var isEscaped = false
    var isComment = false
    var previous: UInt8 = 0x0A

    mutating func take(_ byte: UInt8, file: String) -> Diagnostic? {
      defer { previous = byte }
      if byte == 0x0A {
        line += 1
        column = 0
        nodes += 1
        isComment = false
        return nodes > ReadingLimits.yamlNodes ? ReadingProblems.yamlTooMany(file, line: line) : nil
      }
      if byte & 0xC0 != 0x80 { column += 1 }
      if isComment { return nil }
      if let quote {
        takeQuoted(byte, quote)
        return nil
      }
      return takePlain(byte, file: file)
    }

    private mutating func takeQuoted(_ byte: UInt8, _ open: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C, open == 0x22 {
        isEscaped = true
      } else if byte == open {
        quote = nil
      }
    }

    private mutating func takePlain(_ byte: UInt8, file: String) -> Diagnostic? {
      let opensToken = " \t\n[{,:-".utf8.contains(previous)
      switch byte {
      case 0x22, 0x27: if opensToken { quote = byte }
      case 0x23: if " \t\n".utf8.contains(previous) { isComment = true }
      case 0x26, 0x2A:
        if opensToken {
          let place = SourceRange(file: file, line: line, column: column)
          return ReadingProblems.yamlAlias(place)
        }
      case 0x5B, 0x7B:
        nesting += 1
        if nesting > YAMLGuard.depth {
          return ReadingProblems.yamlDepth(SourceRange(file: file, line: line, column: column))
        }
      case 0x5D, 0x7D: nesting -= 1
      case 0x2C: nodes += 1
      default: break
      }
      return nil
    }
  }
}
