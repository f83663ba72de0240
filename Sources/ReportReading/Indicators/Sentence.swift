/// A sentence of a paragraph: its place, its clause bounds and its quotations.
struct Sentence {
  /// The paragraph's text.
  let text: Scalars
  /// Its place, final marks included, spaces at the ends left out.
  let range: Range<Int>

  /// The words.
  var string: String { text[range].string }

  /// The sentences that are searched: those up to ``ReadingLimits/searchedSentence``.
  static func searched(_ text: Scalars) -> [Sentence] {
    sentences(of: text).filter { $0.range.count <= ReadingLimits.searchedSentence }
  }

  /// Cuts a text at 。！？ and what closes behind them.
  static func sentences(of text: Scalars) -> [Sentence] {
    var result: [Sentence] = []
    var start = 0
    var place = 0
    func add(_ end: Int) {
      var low = start
      while low < end, text[low].isSpace { low += 1 }
      if low < end { result.append(Sentence(text: text, range: low..<end)) }
    }
    while place < text.count {
      guard isEnd(text, place) else {
        place += 1
        continue
      }
      place += 1
      while place < text.count, Marks.closing.contains(text[place]) || isEnd(text, place) {
        place += 1
      }
      add(place)
      start = place
    }
    add(text.count)
    return result
  }

  private static func isEnd(_ text: Scalars, _ place: Int) -> Bool {
    switch text[place] {
    case "。", "！", "？", "!", "?": true
    default: false
    }
  }

  /// The start of the clause that holds a place: behind the last ， ； ： 。 or bracket before it.
  func clauseStart(before place: Int, brackets: Bool = true) -> Int {
    var probe = place
    while probe > range.lowerBound {
      let scalar = text[probe - 1]
      if Marks.strongClause.contains(scalar), !isPoint(probe - 1) { return probe }
      // What brackets add lies inside the clause: 生产总值（GDP）326亿元.
      if scalar == "）" || scalar == ")", probe - 1 > range.lowerBound,
        let open = Brackets.open(of: probe - 1, in: text, from: range.lowerBound)
      {
        probe = open
        continue
      }
      if brackets, scalar == "（" || scalar == "(" { return probe }
      if brackets, scalar == "—", !isRange(probe - 1) { return probe }
      probe -= 1
    }
    return probe
  }

  /// The end of the clause that holds a place: at the next ， ； ： 。
  func clauseEnd(after place: Int) -> Int {
    var probe = place
    while probe < range.upperBound {
      if Marks.strongClause.contains(text[probe]), !isPoint(probe) { return probe }
      probe += 1
    }
    return probe
  }

  /// Where the brackets close that hold a place: what they add rules nothing behind them.
  func asideEnd(_ place: Int) -> Int? {
    guard let close = text[place..<range.upperBound].firstIndex(where: { $0 == "）" || $0 == ")" }),
      let open = Brackets.open(of: close, in: text, from: range.lowerBound), open < place
    else { return nil }
    return close
  }

  /// Whether a dash stands between digits: 18—34岁.
  private func isRange(_ place: Int) -> Bool {
    place > range.lowerBound && place + 1 < range.upperBound && text[place - 1].isDigit
      && text[place + 1].isDigit
  }

  /// Whether a comma or point stands between digits.
  private func isPoint(_ place: Int) -> Bool {
    guard text[place] == "," || text[place] == ":", place > range.lowerBound,
      place + 1 < range.upperBound
    else { return false }
    return text[place - 1].isDigit && text[place + 1].isDigit
  }

  /// The quotations and book titles that are names: short, and no sentence inside.
  func names() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    for place in range {
      switch text[place] {
      case "“", "《", "「", "‘": if open == nil { open = place }
      case "”", "》", "」", "’":
        if let start = open {
          let inner = text[start..<place]
          let isName =
            text[place] == "》"
            || (inner.count <= 30 && !inner.contains { Marks.stop.contains($0) || $0 == "，" })
          if isName { result.append(start..<(place + 1)) }
        }
        open = nil
      default: break
      }
    }
    return result
  }
}
