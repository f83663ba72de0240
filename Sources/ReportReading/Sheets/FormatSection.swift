/// One section of a number format, taken apart.
struct FormatSection: Hashable {
  /// A part of a date or time.
  enum DatePart: Hashable { case year, month, day, weekday, hour, minute, second }

  /// A piece of a code, in its order.
  enum Piece: Hashable {
    case words(String)
    /// `0`, `#` or `?`: a digit.
    case digit(Character)
    case point
    /// `,` between or behind digits.
    case comma
    case percent
    /// `E+`: powers of ten.
    case power
    /// `/` of a fraction.
    case slash
    /// The number as it is.
    case general
    /// `@`: the text.
    case text
    case date(DatePart, count: Int)
    /// `[h]`: hours beyond a day.
    case elapsed(DatePart, count: Int)
    /// `.00` behind seconds.
    case fraction(Int)
    /// Before and after noon, as the code calls them.
    case noon(String, String)
  }

  /// `[>=100]`.
  struct Condition: Hashable {
    var sign: String
    var limit: Double

    func holds(for value: Double) -> Bool {
      switch sign {
      case "<": value < limit
      case "<=": value <= limit
      case ">": value > limit
      case ">=": value >= limit
      case "=": value == limit
      default: value != limit
      }
    }

    /// Whether only negative numbers fit, whose sign the code then writes itself.
    var isOfNegatives: Bool { sign.hasPrefix("<") && sign != "<>" && limit <= 0 }
  }

  private(set) var pieces: [Piece] = []
  private(set) var condition: Condition?
  /// 1, 2 or 3 for `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁, `[DBNum3]` １２３.
  private(set) var numerals = 0
  /// Whether names of days and months are Chinese.
  private(set) var isChinese = false

  init(pieces: [Piece], condition: Condition?, numerals: Int, isChinese: Bool) {
    self.pieces = pieces
    self.condition = condition
    self.numerals = numerals
    self.isChinese = isChinese
    settleMinutes()
  }

  /// The sections of a code.
  static func sections(of code: String) -> [FormatSection] {
    var reader = FormatCodeReader(code)
    return reader.sections()
  }

  /// Whether it shows a date or a time.
  var isDate: Bool {
    pieces.contains {
      switch $0 {
      case .date, .elapsed, .noon: true
      default: false
      }
    }
  }

  /// Whether it shows a day or a part of one, not only a time.
  var hasDay: Bool {
    pieces.contains {
      guard case .date(let part, _) = $0 else { return false }
      return [.year, .month, .day, .weekday].contains(part)
    }
  }

  /// Whether a number stands among words or figures of another script.
  var hasWords: Bool {
    numerals > 0
      || pieces.contains {
        if case .words(let words) = $0 { words.contains { !$0.isWhitespace } } else { false }
      }
  }

  var isText: Bool { pieces.contains(.text) }

  /// Whether it shows nothing at all.
  var isEmpty: Bool { pieces.isEmpty }

  /// Text in its place among a code's words.
  func words(around text: String) -> String {
    pieces.reduce("") { words, piece in
      switch piece {
      case .words(let own): words + own
      case .text, .general: words + text
      default: words
      }
    }
  }

  /// `m` is a minute behind hours and before seconds, else a month.
  private mutating func settleMinutes() {
    func part(_ piece: Piece) -> DatePart? {
      switch piece {
      case .date(let part, _), .elapsed(let part, _): part
      default: nil
      }
    }
    let places = pieces.indices.filter { part(pieces[$0]) != nil }
    for (order, place) in places.enumerated() {
      guard case .date(.month, let count) = pieces[place], count <= 2 else { continue }
      let before = order > 0 ? part(pieces[places[order - 1]]) : nil
      let after = order + 1 < places.count ? part(pieces[places[order + 1]]) : nil
      if before == .hour || after == .second { pieces[place] = .date(.minute, count: count) }
    }
  }
}
