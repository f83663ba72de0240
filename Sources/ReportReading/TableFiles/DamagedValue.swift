internal import Diagnostics

/// How a value lost something on its way through a spreadsheet.
enum DamagedValue: CaseIterable {
  /// A number of more than fifteen digits: a spreadsheet keeps fifteen.
  case digits
  /// `3.7E+17`: a long number written in powers of ten.
  case powers
  /// `####`: a column too narrow for its number.
  case narrow
  /// `�`: a character that some program could not read.
  case character

  var wording: Wording {
    switch self {
    case .digits:
      Wording(
        "numbers have more than 15 digits, whose last ones a spreadsheet does not keep",
        "个号码超过 15 位，表格软件存成数字后末位已丢失")
    case .powers:
      Wording(
        "numbers are written in powers of ten, so that digits are lost",
        "个号码成了科学计数，末位已丢失")
    case .narrow:
      Wording("cells hold # signs instead of a value", "个单元格因列宽不够只存下 #")
    case .character:
      Wording("cells hold characters that were not understood", "个单元格有乱码“�”")
    }
  }

  var hint: Wording {
    switch self {
    case .digits, .powers:
      Wording(
        "format the column as text, type the numbers again, and save the file",
        "请把该列设为文本格式，重新录入号码后保存")
    case .narrow: Wording("widen the column and export again", "请加宽该列后重新导出")
    case .character: Wording("export the file again as UTF-8", "请以 UTF-8 重新导出")
    }
  }

  /// What is wrong with a text, if anything.
  init?(_ text: String) {
    let bytes = text.utf8
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") {
      guard bytes.count >= 3, bytes.allSatisfy({ $0 == first }) else { return nil }
      self = .narrow
    } else if (0x30...0x39).contains(first), Self.isPower(text) {
      self = .powers
    } else if bytes.count == 18, text.hasSuffix("000"), Self.isWrongIdentity(Array(bytes)) {
      self = .digits
    } else if bytes.contains(0xBD), text.unicodeScalars.contains("\u{FFFD}") {
      self = .character
    } else {
      return nil
    }
  }

  /// `3.70105E+17`, from eight digits on.
  private static func isPower(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }),
      text[..<mark].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      text[text.index(after: mark)...].hasPrefix("+"),
      let power = Int(text[text.index(mark, offsetBy: 2)...])
    else { return false }
    return (7...40).contains(power) && text.contains(".")
      || (7...40).contains(power) && mark == text.index(after: text.startIndex)
  }

  /// An identity number whose check digit does not fit (GB 11643) and whose last digits are zeros:
  /// they stand for digits that were lost.
  private static func isWrongIdentity(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    let checks = Array("10X98765432".utf8)
    return checks[sum % 11] != bytes[17]
  }

  /// The names of a spreadsheet's errors.
  static let errors: Set<String> = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
  ]
}
