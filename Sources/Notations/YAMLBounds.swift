/// What a YAML text may cost its reader, looked at before a library sees it: brackets that nest, anchors
/// and aliases (a few lines of them can stand for millions of nodes), and nodes. The one scanner and the
/// one set of limits of all files in YAML.
public struct YAMLBounds: Sendable {
  /// How deep brackets, and maps and lists in each other, may nest.
  public static let depth = 64
  /// Most aliases of a file that may have some; a layout needs none, a bomb needs many.
  public static let aliases = 64
  /// Most nodes, those that aliases stand for among them.
  public static let nodes = 2_000_000

  /// What goes too far.
  public enum Excess: Hashable, Sendable { case depth, aliases, nodes }

  /// The first place at which a text goes too far.
  public struct Offence: Hashable, Sendable {
    /// What goes too far.
    public var excess: Excess
    /// The line, from 1.
    public var line: Int
    /// The character of the line, from 1; 0 at its end.
    public var column: Int
  }

  /// The first offence of a text; nil for one that keeps to the limits. Where no alias may be, an anchor
  /// is an offence too.
  public static func offence(in text: String, aliases: Int = aliases) -> Offence? {
    var bounds = YAMLBounds(mostAliases: aliases)
    for byte in text.utf8 {
      if let excess = bounds.take(byte) {
        return Offence(excess: excess, line: bounds.line, column: bounds.column)
      }
    }
    return nil
  }

  private let mostAliases: Int
  private var line = 1
  private var column = 0
  private var nesting = 0
  private var seenAliases = 0
  private var seenNodes = 0
  private var quote: UInt8?
  private var isEscaped = false
  private var isComment = false
  private var previous: UInt8 = 0x0A

  private init(mostAliases: Int) { self.mostAliases = mostAliases }

  private mutating func take(_ byte: UInt8) -> Excess? {
    defer { previous = byte }
    if byte == 0x0A {
      line += 1
      column = 0
      seenNodes += 1
      isComment = false
      return seenNodes > Self.nodes ? .nodes : nil
    }
    if byte & 0xC0 != 0x80 { column += 1 }
    if isComment { return nil }
    if let quote {
      takeQuoted(byte, quote)
      return nil
    }
    return takePlain(byte)
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

  private mutating func takePlain(_ byte: UInt8) -> Excess? {
    let opensToken = " \t\n[{,:-".utf8.contains(previous)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): if opensToken { quote = byte }
    case UInt8(ascii: "#"): if " \t\n".utf8.contains(previous) { isComment = true }
    case UInt8(ascii: "&") where opensToken && mostAliases == 0: return .aliases
    case UInt8(ascii: "*") where opensToken:
      seenAliases += 1
      if seenAliases > mostAliases { return .aliases }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      nesting += 1
      if nesting > Self.depth { return .depth }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): nesting -= 1
    case UInt8(ascii: ","): seenNodes += 1
    default: break
    }
    return nil
  }
}
