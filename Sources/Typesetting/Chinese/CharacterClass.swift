/// What a character is to the rules of Chinese composition (typography part 1, after CLREQ and
/// GB/T 15834).
///
/// The first classes are those of the rules; the rest tell Western text apart. A class is found by
/// `ClassTable` and then settled by the neighbours (`ClassResolver`): a hyphen, a slash, a dash or a
/// quotation mark is Chinese or Western by where it stands.
enum CharacterClass: UInt8, Sendable, CaseIterable {
  /// Ideographs, kana and every other full-width character.
  case han
  /// OPEN: opening quotes and brackets.
  case open
  /// CLOSE: closing quotes and brackets.
  case close
  /// PAUSE 句内点号.
  case pause
  /// STOP 句末点号.
  case stop
  /// LINK 连接号.
  case link
  /// MID 间隔号.
  case middle
  /// SLASH 分隔号.
  case slash
  /// LONG: the dash —— (a pair is one).
  case longDash
  /// LONG: the ellipsis ……
  case ellipsis
  /// Full-width characters that start no line: 々, small kana, prime signs.
  case nonStarter
  /// Full-width signs before a number: ￥ №.
  case prefix
  /// Full-width signs behind a number: ℃ ㎡ ％.
  case postfix
  /// U+3000.
  case wideSpace
  /// Letters.
  case latin
  /// Digits.
  case digit
  /// Western opening brackets and quotes.
  case latinOpen
  /// Western closing brackets, quotes, commas and stops.
  case latinClose
  /// Western signs that break like letters: & @ # + =.
  case latinOther
  /// Western signs behind a number that stay with it: % ‰ °.
  case latinPostfix
  /// The hyphen inside Western words and between digits.
  case hyphen
  /// U+0020, tabs and line ends in the source.
  case space
  /// U+00A0 and its kin.
  case noBreakSpace
  /// U+200B.
  case zeroWidthBreak
  /// U+2028: a line ends here whatever it costs.
  case lineSeparator
  /// Combining marks and variation selectors: they belong to the character before.
  case extend
  /// Characters that are not set at all: byte order marks, directional controls.
  case ignorable

  /// Whether the character stands in a Western run.
  @inline(__always) var isWestern: Bool {
    rawValue >= CharacterClass.latin.rawValue && rawValue <= CharacterClass.hyphen.rawValue
  }

  /// Whether a gap is due beside it when the other neighbour is Han (MX-1).
  @inline(__always) var takesMixedGap: Bool {
    self == .latin || self == .digit || self == .latinPostfix
  }

  /// Whether it counts as Han beside Western text and for 单字不成行.
  @inline(__always) var isIdeographic: Bool { self == .han || self == .nonStarter }

  /// Whether it is a Chinese mark: an ideographic space beside it is none of ours.
  @inline(__always) var isMark: Bool {
    rawValue >= CharacterClass.open.rawValue && rawValue <= CharacterClass.ellipsis.rawValue
  }
}
