import Notations
internal import Segmentation

/// Finds the numbers of a sentence (step P6). Everything that is no quantity (dates, names,
/// telephone and case numbers, ordinals, formula weights) is left out here.
struct NumberScanner {
  let sentence: Sentence
  let blocked: [Range<Int>]
  var text: Scalars { sentence.text }
  var end: Int { sentence.range.upperBound }

  /// Prepares a sentence; `blocked` are stretches without quantities: names and times.
  init(_ sentence: Sentence, blocked: [Range<Int>]) {
    self.sentence = sentence
    self.blocked = blocked.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The numbers, in their order.
  func tokens() -> [NumberToken] {
    var result: [NumberToken] = []
    var place = sentence.range.lowerBound
    var block = 0
    while place < end {
      while block < blocked.count, blocked[block].upperBound <= place { block += 1 }
      if block < blocked.count, blocked[block].contains(place) {
        place = blocked[block].upperBound
        continue
      }
      if let token = token(at: place) {
        result.append(token)
        place = token.range.upperBound
      } else {
        place = skip(from: place)
      }
    }
    return result
  }

  private func skip(from place: Int) -> Int {
    var next = place + 1
    guard text[place].isDigit else { return next }
    while next < end, text[next].isDigit || text[next] == "." || text[next] == "," { next += 1 }
    return next
  }

  private func token(at place: Int) -> NumberToken? {
    let scalar = text[place]
    if scalar.isDigit { return digits(at: place) }
    if scalar == "翻" { return doubling(at: place) }
    if scalar == "一" || scalar == "半", let half = half(at: place) { return half }
    if scalar == "百", text.has("百分之", at: place) { return percentWords(at: place) }
    if HanNumerals.all.contains(scalar) { return written(at: place) }
    return nil
  }

  private func digits(at start: Int) -> NumberToken? {
    let isNegative = NumberTraps.isSign(text, start - 1, floor: sentence.range.lowerBound)
    guard
      isNegative || !NumberTraps.precedes(text, start, floor: sentence.range.lowerBound)
    else { return nil }
    var place = start
    var value = readDigits(&place)
    if isNegative {
      value = "-" + value
      return withUnit(start: start - 1, number: place, value: value, style: .digits)
    }
    if text.has("分之", at: place) {
      place += 2
      let top = readDigits(&place)
      if top.isEmpty { return nil }
      return NumberToken(
        style: .share, range: start..<tail(from: place).end, unitStart: place,
        value: value == "100" ? top : "\(top)/\(value)", unit: value == "100" ? "%" : "",
        after: tail(from: place).words)
    }
    if let second = secondOfRange(at: place) {
      value += "-" + second.value
      place = second.end
    }
    return withUnit(start: start, number: place, value: value, style: .digits)
  }

  /// Digits with thousands commas and a point; full-width digits become half-width.
  private func readDigits(_ place: inout Int) -> String {
    var value = ""
    while place < end {
      let scalar = text[place]
      if let digit = scalar.digitValue {
        value.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + digit)))
      } else if scalar == "." || scalar == "．" || scalar == "·", place + 1 < end,
        text[place + 1].isDigit, !value.contains("."), !value.isEmpty,
        scalar != "·" || isDecimal(behind: place)
      {
        value += "."
      } else if scalar == ",", isThousands(place) {
        // the comma is left out
      } else if scalar.isSpace, isGroup(behind: place, value) {
        // as is the space of 321 146件
      } else {
        break
      }
      place += 1
    }
    return value
  }

  /// 1·8%: a raised dot is a decimal point where a unit follows; 5·12 is a date.
  private func isDecimal(behind dot: Int) -> Bool {
    var place = dot + 1
    while place < end, text[place].isDigit { place += 1 }
    return unit(at: place) != nil
  }

  /// Whether a space parts the thousands of one number: three digits behind it, and again, up to a
  /// unit; a year or a telephone number has more in front.
  private func isGroup(behind space: Int, _ value: String) -> Bool {
    guard (1...3).contains(value.count) || space >= 4 && text[space - 4].isSpace,
      !value.isEmpty, !value.contains("."), isThousands(space)
    else { return false }
    var place = space
    while place < end, text[place].isSpace, isThousands(place) { place += 4 }
    while place < end, text[place].isDigit || text[place] == "." { place += 1 }
    return unit(at: place) != nil
  }

  private func isThousands(_ place: Int) -> Bool {
    guard place + 3 < end, (1...3).allSatisfy({ text[place + $0].isDigit }) else { return false }
    return place + 4 >= end || !text[place + 4].isDigit
  }

  /// The second number of 3到5, 50—80, 3~5, when a unit follows it.
  private func secondOfRange(at place: Int) -> (value: String, end: Int)? {
    guard place + 1 < end, Marks.rangeDash.contains(text[place]), text[place + 1].isDigit else {
      return nil
    }
    var next = place + 1
    let value = readDigits(&next)
    guard unit(at: next) != nil else { return nil }
    return (value, next)
  }

  private func written(at start: Int) -> NumberToken? {
    let floor = sentence.range.lowerBound
    guard start == floor || !HanNumerals.all.contains(text[start - 1]) else { return nil }
    guard !NumberTraps.precedes(text, start, floor: floor) else { return nil }
    var place = start
    while place < end, HanNumerals.all.contains(text[place]) { place += 1 }
    if text.has("分之", at: place) { return fraction(start, place) }
    // 一二类苗, 三五个: numbers side by side count nothing.
    if (2...3).contains(place - start),
      text[start..<place].allSatisfy({ HanNumerals.digit($0) ?? 0 > 0 })
    {
      return nil
    }
    if place < end, text[place] == "成" { return tenths(start, place) }
    var number = place
    while number > start, text[number - 1] == "万" || text[number - 1] == "亿" { number -= 1 }
    guard number > start, let value = HanNumerals.value(text[start..<number]) else { return nil }
    guard
      let token = withUnit(start: start, number: number, value: String(value), style: .written)
    else { return nil }
    return NumberTraps.isVagueWritten(text[start..<number], token) ? nil : token
  }

  /// Reads 余, scale and unit behind a number.
  func withUnit(start: Int, number: Int, value: String, style: NumberToken.Style) -> NumberToken? {
    var place = number
    var more = readMore(&place)
    let own = unit(at: place)
    if own == nil, let row = unitOfRow(behind: number) {
      return NumberToken(
        style: style, range: start..<number, unitStart: number, value: value, unit: row)
    }
    guard let found = own ?? bare(start, at: number) else { return nil }
    if let time = hoursAndMinutes(start, value, place..<found.end, style) { return time }
    let unitStart = place
    place = found.end
    if more.isEmpty, !opensWord(place) { more = readMore(&place) }
    let tail = tail(from: place)
    let unit = text[unitStart..<found.end].filter { $0 != "余" && $0 != "多" && !$0.isSpace }
    // 10万余人次: behind the scale.
    if more.isEmpty,
      let inside = text[unitStart..<found.end].firstIndex(where: { $0 == "余" || $0 == "多" })
    {
      more = text[inside...inside].string
    }
    var token = NumberToken(
      style: style, range: start..<tail.end, unitStart: unitStart, value: value,
      unit: Scalars(unit).string.replacingFullWidthPercent,
      after: [more, tail.words].filter { !$0.isEmpty }.joined(separator: "；"))
    token.isCondition = NumberTraps.isCondition(text, token, tailLength: tail.words.count, end: end)
    return NumberTraps.isTrap(text, token, sentence) ? nil : token
  }

  /// 1小时20分钟 is one time: 80分钟.
  private func hoursAndMinutes(
    _ start: Int, _ value: String, _ unit: Range<Int>, _ style: NumberToken.Style
  ) -> NumberToken? {
    guard Scalars(text[unit]).hasSuffix("小时"), let hours = Int(value), unit.upperBound < end,
      text[unit.upperBound].isDigit
    else { return nil }
    var place = unit.upperBound
    guard let minutes = Int(readDigits(&place)), minutes < 60,
      let behind = self.unit(at: place), text[place] == "分"
    else { return nil }
    let token = NumberToken(
      style: style, range: start..<behind.end, unitStart: place,
      value: String(hours * 60 + minutes), unit: "分钟")
    return NumberTraps.isTrap(text, token, sentence) ? nil : token
  }

  /// 2.16和1.66个百分点: a number of a row has the unit that stands behind the last. Only shares and
  /// measures are written so; 1、2年级 is no row.
  private func unitOfRow(behind number: Int) -> String? {
    var place = number
    while place + 1 < end, "、和与".unicodeScalars.contains(text[place]) {
      place += 1
      if text[place] == "-" || text[place] == "−" { place += 1 }
      guard place < end, text[place].isDigit else { return nil }
      _ = readDigits(&place)
      if let found = unit(at: place) {
        let unit = text[place..<found.end].string.replacingFullWidthPercent
        let isShare = unit == "%" || unit == "‰" || unit.hasSuffix("分点")
        return isShare || Measures.contains(unit) && text[number - 1].isDigit ? unit : nil
      }
    }
    return nil
  }

  /// 26幢多层住宅: 多 is of the word behind the unit.
  private func opensWord(_ place: Int) -> Bool {
    guard place + 1 < end, text[place] == "多" || text[place] == "余", text[place + 1].isHan else {
      return false
    }
    let words = Segmentation(Scalars(text[place..<min(place + 4, end)])).words
    return words.first.map { $0.range.count > 1 && $0.partOfSpeech != .counted } ?? false
  }

  private func readMore(_ place: inout Int) -> String {
    guard place < end, "余多来".unicodeScalars.contains(text[place]) else { return "" }
    if text[place] == "来", unit(at: place + 1) == nil { return "" }
    if text[place] == "多", text.has("多次", at: place) { return "" }
    defer { place += 1 }
    return text[place..<(place + 1)].string
  }

  /// Scale and unit at a place: 万亩, 个百分点, 毫克/升.
  func unit(at place: Int) -> (end: Int, isBare: Bool)? {
    var next = place
    while next < end, text[next] == " " { next += 1 }
    let whole = Units.all.match(in: text, at: next, limit: end)
    if let scale = Units.scales.match(in: text, at: next, limit: end) {
      var behind = next + scale
      if behind < end, text[behind] == "余" || text[behind] == "多" { behind += 1 }
      if let unit = Units.all.match(in: text, at: behind, limit: end) {
        let both = behind + unit
        if both > next + (whole ?? 0), !NumberTraps.isFalseUnit(text, behind, both, end: end) {
          return (both, false)
        }
      }
      // 1260万棒，: whatever one character counts them by.
      if whole == nil {
        let isUnit =
          behind == next + scale && behind + 1 < end && text[behind].isHan
          && Marks.clause.contains(text[behind + 1]) && !Self.noUnits.contains(text[behind])
        return (isUnit ? behind + 1 : next + scale, false)
      }
    }
    // 花样57种，: kinds are counted where nothing follows that they are kinds of.
    if whole == nil, next < end, text[next] == "种",
      next + 1 == end || Marks.clause.contains(text[next + 1])
    {
      return (next + 1, false)
    }
    guard let whole, !NumberTraps.isFalseUnit(text, next, next + whole, end: end) else {
      return nil
    }
    return (pair(behind: next + whole) ?? next + whole, false)
  }

  private static let noUnits = ScalarSet("多余来以左的了起整左右内前后")

  /// 台（件）: a second classifier in brackets.
  private func pair(behind place: Int) -> Int? {
    guard place + 2 < end, text[place] == "（" || text[place] == "(",
      let length = Units.all.match(in: text, at: place + 1, limit: end), length <= 2,
      place + 1 + length < end, "）)".unicodeScalars.contains(text[place + 1 + length])
    else { return nil }
    return place + length + 2
  }

  /// A number without a unit behind a noun that has none: pH 7.2, 指数102.3.
  private func bare(_ start: Int, at place: Int) -> (end: Int, isBare: Bool)? {
    guard place >= end || Marks.clause.contains(text[place]) || text[place] == "）" else {
      return nil
    }
    var before = start
    while before > sentence.range.lowerBound, text[before - 1].isSpace { before -= 1 }
    let floor = sentence.range.lowerBound
    if let length = IndicatorWords.empty.match(in: text, endingAt: before, from: floor) {
      before -= length
    }
    guard IndicatorWords.bareNouns.match(in: text, endingAt: before, from: floor) != nil else {
      return nil
    }
    return (place, true)
  }

  /// 左右, 以上, 以内 and their like.
  func tail(from place: Int) -> (words: String, end: Int) {
    guard let length = Self.tails.match(in: text, at: place, limit: end) else { return ("", place) }
    return (text[place..<(place + length)].string, place + length)
  }

  private static let tails = Lexicon("左右 以上 以下 以内 上下 及以上 之内 内 之多")
}

extension String {
  /// ％ as %.
  var replacingFullWidthPercent: String { self == "％" ? "%" : self }
}
