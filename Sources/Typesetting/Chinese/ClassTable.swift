/// The class of every character before its neighbours are looked at.
///
/// One byte a character of the basic plane, built once; the planes above hold ideographs but for a
/// few ranges.
struct ClassTable: Sendable {
  /// The table; built at first use and never changed.
  static let standard = ClassTable()

  let basicPlane: [CharacterClass]

  init() {
    var table = [CharacterClass](repeating: .latin, count: 0x10000)
    func mark(_ range: ClosedRange<UInt32>, _ kind: CharacterClass) {
      for code in range { table[Int(code)] = kind }
    }
    for (range, kind) in ClassTable.ranges { mark(range, kind) }
    for (members, kind) in ClassTable.members {
      for scalar in members.unicodeScalars { table[Int(scalar.value)] = kind }
    }
    basicPlane = table
  }

  /// The class of a scalar value.
  @inline(__always) subscript(_ value: UInt32) -> CharacterClass {
    value < 0x10000 ? basicPlane[Int(value)] : ClassTable.supplementary(value)
  }

  private static func supplementary(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0xE0100...0xE01EF: .extend
    case 0x10AF6: .ellipsis  // a line filler that CSS counts among the ellipses
    case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: .han
    case 0x1D400...0x1D7FF: .latin
    default: .han
    }
  }

  // Later rows overrule earlier ones; whatever no row names is a letter of some alphabet.
  private static let ranges: [(ClosedRange<UInt32>, CharacterClass)] = [
    (0x0000...0x001F, .ignorable), (0x007F...0x009F, .ignorable),
    (0x0021...0x002F, .latinOther), (0x003A...0x0040, .latinOther),
    (0x005B...0x0060, .latinOther), (0x007B...0x007E, .latinOther), (0x0030...0x0039, .digit),
    (0x0300...0x036F, .extend), (0x1AB0...0x1AFF, .extend), (0x1DC0...0x1DFF, .extend),
    (0x20D0...0x20FF, .extend), (0x302A...0x302F, .extend), (0xFE00...0xFE0F, .extend),
    (0xFE20...0xFE2F, .extend), (0x200B...0x200F, .ignorable), (0x202A...0x202E, .ignorable),
    (0x2060...0x206F, .ignorable), (0x2000...0x200A, .space),
    (0x2010...0x2027, .latinOther), (0x2030...0x205E, .latinOther), (0x20A0...0x20CF, .latinOther),
    (0x2100...0x214F, .han), (0x2160...0x2188, .han), (0x2190...0x23FF, .han),
    (0x2460...0x27BF, .han), (0x2B00...0x2BFF, .han), (0x2E80...0x9FFF, .han),
    (0xA000...0xA4CF, .han), (0xAC00...0xD7AF, .han), (0xE000...0xFAFF, .han),
    (0xFE10...0xFE1F, .han), (0xFE30...0xFE6F, .han), (0xFF00...0xFF60, .han),
    (0xFF61...0xFF9F, .han), (0xFFE0...0xFFEF, .han), (0xFFF0...0xFFFB, .ignorable),
  ]

  private static let members: [(String, CharacterClass)] = [
    ("“‘（〔【〖［｛《〈「『〘〚〝｟", .open),
    ("”’）〕】〗］｝》〉」』〙〛〞〟｠", .close),
    ("、，；：", .pause),
    ("。．？！‼⁇⁈⁉", .stop),
    ("～—–〜゠‐‑", .link),
    ("·‧・･", .middle),
    ("／", .slash),
    ("⸺", .longDash),
    ("…⋯․‥︙", .ellipsis),
    ("々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー", .nonStarter),
    ("￥＄￡№＋－", .prefix),
    ("℃℉㎡㎥㎏㎞㎜㎝㎎㏄％﹪￠", .postfix),
    ("\u{3000}", .wideSpace),
    ("([{¿¡„‚«‹", .latinOpen),
    ("!),.:;?]}»›", .latinClose),
    ("%‰‱°′″‵", .latinPostfix),
    ("¹²³⁰⁴⁵⁶⁷⁸⁹", .latinClose),
    ("-", .hyphen), ("/", .slash),
    ("\u{0009}\u{000A}\u{000B}\u{000C}\u{000D}\u{0020}\u{0085}", .space),
    ("\u{00A0}\u{2007}\u{202F}", .noBreakSpace), ("\u{200B}", .zeroWidthBreak),
    ("\u{2028}\u{2029}", .lineSeparator), ("\u{FEFF}", .ignorable), ("\u{200D}", .extend),
    ("−±×÷=<>≤≥≈∶", .latinOther),
  ]
}
