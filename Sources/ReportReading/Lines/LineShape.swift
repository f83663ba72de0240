/// What a line looks like: everything roles and joins ask about, measured once.
struct LineShape {
  /// How a line is numbered.
  enum Ordinal: Hashable {
    /// 一、
    case han
    /// （一）
    case hanBracket
    /// 1． 1. 1、
    case digit
    /// （1） 1） ①
    case digitBracket
    /// 第三条
    case article
    /// 第一章, 第二节
    case chapter
    /// 一是 第一，
    case spoken
  }

  /// Characters.
  var count: Int
  /// The numbering at its start, and its length.
  var ordinal: Ordinal?
  var ordinalLength = 0
  /// 。！？ inside or at the end.
  var stops = 0
  /// ，； inside or at the end.
  var commas = 0
  /// The last character ends a sentence or line (rule J1).
  var endsClosed: Bool
  /// The last character is 。！？.
  var endsWithStop: Bool
  /// Parts between spaces.
  var parts: [Range<Int>] = []
  /// Digits in it.
  var digits = 0

  /// Measures a text.
  init(_ text: Scalars) {
    count = text.count
    endsClosed = text.last.map(Marks.lineEnd.contains) ?? false
    endsWithStop = Self.endsWithStop(text)
    var partStart: Int?
    for (place, scalar) in text.enumerated() {
      if Marks.stop.contains(scalar) { stops += 1 }
      if scalar == "，" || scalar == "；" { commas += 1 }
      if scalar.isDigit { digits += 1 }
      if scalar.isSpace {
        if let start = partStart { parts.append(start..<place) }
        partStart = nil
      } else if partStart == nil {
        partStart = place
      }
    }
    if let start = partStart { parts.append(start..<text.count) }
    if let found = Self.ordinal(of: text) { (ordinal, ordinalLength) = found }
  }

  /// Long enough, or with marks enough, to be running text (rule J1).
  var isBodyLike: Bool { count >= 20 || stops > 0 || commas > 0 }

  private static func endsWithStop(_ text: Scalars) -> Bool {
    var place = text.count - 1
    while place >= 0, Marks.closing.contains(text[place]) { place -= 1 }
    return place >= 0 && Marks.stop.contains(text[place])
  }

  /// The numbering at the start of a text and its length.
  static func ordinal(of text: Scalars) -> (Ordinal, Int)? {
    guard let first = text.first else { return nil }
    if (0x2460...0x249B).contains(first.value) { return (.digitBracket, 1) }
    if "（([［".unicodeScalars.contains(first) { return bracketed(text) }
    if first == "第" { return article(text) }
    var place = 0
    while place < text.count, place < 4, hanDigits.contains(text[place]) { place += 1 }
    if place > 0 {
      // 一 、总体要求
      while place < text.count, place < 5, text[place] == " ", place + 1 < text.count,
        text[place + 1] == "、"
      {
        place += 1
      }
    }
    if place > 0, place < text.count {
      if text[place] == "、" || text[place] == "．" { return (.han, place + 1) }
      if text[place] == "是" { return (.spoken, place + 1) }
      return nil
    }
    while place < text.count, place < 3, text[place].isDigit { place += 1 }
    guard place > 0, place < text.count else { return nil }
    let mark = text[place]
    if mark == "．" || mark == "、" { return (.digit, place + 1) }
    if mark == ".", place + 1 < text.count, !text[place + 1].isDigit {
      return (.digit, place + (text[place + 1] == " " ? 2 : 1))
    }
    if mark == "）" || mark == ")" { return (.digitBracket, place + 1) }
    return nil
  }

  private static func bracketed(_ text: Scalars) -> (Ordinal, Int)? {
    var place = 1
    while place < text.count, place < 5, hanDigits.contains(text[place]) { place += 1 }
    let isHan = place > 1
    while !isHan, place < text.count, place < 4, text[place].isDigit { place += 1 }
    guard place > 1, place < text.count, "）)]］".unicodeScalars.contains(text[place]) else {
      return nil
    }
    return (isHan ? .hanBracket : .digitBracket, place + 1)
  }

  private static func article(_ text: Scalars) -> (Ordinal, Int)? {
    var place = 1
    while place < text.count, place < 6, hanDigits.contains(text[place]) || text[place].isDigit {
      place += 1
    }
    guard place > 1, place < text.count else { return nil }
    if text[place] == "条" { return (.article, place + 1) }
    if "章节编部".unicodeScalars.contains(text[place]) { return (.chapter, place + 1) }
    return text[place] == "，" ? (.spoken, place + 1) : nil
  }

  private static let hanDigits = ScalarSet("一二三四五六七八九十百〇零")
}
