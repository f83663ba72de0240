/// How a cell's value is shown: a format code as spreadsheets have it (ECMA-376 part 1, 18.8.30 and
/// 18.8.31), with its sections for positive and negative numbers, zero and text.
struct NumberFormat: Hashable {
  private let sections: [FormatSection]

  /// Most characters of a code; a spreadsheet allows 255.
  private static let codeLimit = 1_000

  /// The format of a code or, where there is none, of a built-in number.
  init(code: String?, id: Int) {
    let given = code ?? ""
    let code = given.isEmpty ? BuiltInFormats.code(id) : given
    sections = FormatSection.sections(of: String(code.prefix(Self.codeLimit)))
  }

  /// The number as a person sees it; text that is no number stays.
  func text(of raw: String, since1904: Bool) -> String {
    guard let value = DecimalDigits(raw) else { return words(of: raw) }
    guard let (section, isBare) = section(for: value.double) else {
      return GeneralNumber.text(of: value)
    }
    if section.isDate {
      let date = DateWords(section: section, since1904: since1904)
      return date.text(of: value.double) ?? GeneralNumber.text(of: value)
    }
    let magnitude = value.magnitude
    let words = NumberWords(section: section).text(of: magnitude)
    let isSigned = value.isNegative && !isBare && words.contains { $0 != "0" && $0.isNumber }
    return ((isSigned ? "-" : "") + words).trimmingSpaces
  }

  /// Text as a person sees it: a code's fourth section may put words around it, or hide it.
  func words(of text: String) -> String {
    guard sections.count > 3 || sections.first?.isText == true, let last = sections.last else {
      return text
    }
    return last.words(around: text)
  }

  /// Whether numbers stand among words, in another script, or in thousands, so that what is shown is
  /// not the number.
  var hasWords: Bool { sections.first?.hasWords ?? false }

  /// Whether nothing is ever shown: `;;;`.
  var hidesAll: Bool { sections.count > 3 && sections.allSatisfy(\.isEmpty) }

  /// The day of a number that the format shows as one, as `2031-05-20`, whatever part of it is shown;
  /// nil for what is no date.
  func day(of raw: String, since1904: Bool) -> String? {
    guard let value = DecimalDigits(raw)?.double, let section = section(for: value)?.section,
      section.isDate, section.hasDay
    else { return nil }
    return SerialDate(value, since1904: since1904)?.iso
  }

  /// The section for a number, and whether it stands for negative ones, which it shows without a sign.
  private func section(for value: Double) -> (section: FormatSection, isBare: Bool)? {
    let numeric = sections.prefix(3)
    if numeric.contains(where: { $0.condition != nil }) {
      guard
        let place = numeric.firstIndex(where: { $0.condition?.holds(for: value) ?? false })
          ?? numeric.lastIndex(where: { $0.condition == nil })
      else { return nil }
      return (numeric[place], numeric[place].condition?.isOfNegatives ?? (place == 1))
    }
    guard let first = numeric.first else { return nil }
    if value < 0, numeric.count > 1 { return (numeric[1], true) }
    if value == 0, numeric.count > 2 { return (numeric[2], false) }
    return (first, false)
  }
}

/// A number without a format of its own.
enum GeneralNumber {
  /// Fifteen digits at most, as spreadsheets have them; never in powers of ten where they are plain.
  static func text(of value: DecimalDigits) -> String {
    let digits = value.isInteger ? value : value.significant(15)
    return (digits.isNegative && !digits.isZero ? "-" : "") + digits.magnitude.plain
  }

  /// As a cell shows it, eleven characters wide with the point: a third is 0.333333333, and what comes of
  /// 0.45 in single precision 0.450000003. Whole numbers and very small ones keep their digits.
  static func shown(_ value: DecimalDigits) -> String {
    if value.isInteger { return text(of: value) }
    let decimals = max(0, width - value.wholeDigits)
    return text(
      of: value.exponent < least ? value.significant(width) : value.rounded(decimals))
  }

  private static let width = 10
  /// Powers of ten under which a cell shows one.
  private static let least = -4
}
