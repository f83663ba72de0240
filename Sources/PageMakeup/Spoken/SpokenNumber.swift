/// A number as it stands in a text: digits, thousands commas, a fraction.
struct SpokenNumber {
  var whole: String
  var fraction: String?
  /// Behind its last digit.
  var end: Int

  /// The number at a place; full-width digits count as digits.
  init?(_ text: [Character], at start: Int) {
    guard start < text.count, text[start].isSpokenDigit else { return nil }
    whole = ""
    var place = start
    while place < text.count {
      if let digit = text[place].spokenDigit {
        whole.append(digit)
      } else if text[place] != "," || !Self.isThousands(text, place, digits: whole.count) {
        break
      }
      place += 1
    }
    let isPoint = place < text.count && ".．".contains(text[place])
    if isPoint, place + 1 < text.count, text[place + 1].isSpokenDigit {
      place += 1
      var digits = ""
      while place < text.count, let digit = text[place].spokenDigit {
        digits.append(digit)
        place += 1
      }
      fraction = digits
    }
    end = place
  }

  private static func isThousands(_ text: [Character], _ comma: Int, digits: Int) -> Bool {
    guard comma + 3 < text.count, digits >= 1 else { return false }
    let isGroup = (1...3).allSatisfy { text[comma + $0].isSpokenDigit }
    return isGroup && !(comma + 4 < text.count && text[comma + 4].isSpokenDigit)
  }

  /// The value where it has no fraction and is small enough.
  var value: Int? { fraction == nil && whole.count <= 9 ? Int(whole) : nil }

  /// As a quantity: 二百一十二点六.
  var words: String {
    let integer = HanNumber.cardinal(whole)
    return fraction.map { "\(integer)点\(HanNumber.row($0))" } ?? integer
  }

  /// As a quantity of ten thousands: 32276 is 三亿两千二百七十六万; nil where the words and 万 do.
  var tenThousands: String? {
    guard whole.count > 4, whole.first != "0", (fraction?.count ?? 0) <= 4,
      whole.count + 4 <= HanNumber.most
    else { return nil }
    let rest = fraction ?? ""
    return HanNumber.cardinal(whole + rest + String(repeating: "0", count: 4 - rest.count))
  }
}

extension Character {
  /// The ASCII digit of a digit of either width; nil for everything else.
  var spokenDigit: Character? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x30...0x39: return self
    case 0xFF10...0xFF19:
      return Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    default: return nil
    }
  }

  var isSpokenDigit: Bool { spokenDigit != nil }

  /// A Latin letter of either width.
  var isSpokenLetter: Bool {
    unicodeScalars.count == 1
      && unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
      }
  }
}
