/// Where an address or a long number may be parted, so that the line before it is not torn open: behind
/// the marks of a web or mail address, behind the area code of a telephone number, between groups of
/// four digits of an account.
struct AddressSeams {
  /// A place and what ending a line there costs.
  struct Place {
    /// Scalars before it.
    var offset: Int
    var price: Int32
  }

  /// The places, rising; none in an ordinary word, number, date or version.
  let places: [Place]

  /// Prices: above `BreakPenalty.hyphen`, so that no line is thought loose for not parting one.
  private enum Price {
    static let slash: Int32 = 160
    static let mark: Int32 = 220
    static let telephone: Int32 = 300
    static let group: Int32 = 500
  }

  /// Digits of a telephone number with its area code; a date has eight.
  private static let telephone = 10
  /// Digits from which a number is an account or a card.
  private static let account = 14

  init(_ scalars: ArraySlice<UInt32>) {
    let text = Array(scalars)
    guard text.count >= Self.telephone else {
      places = []
      return
    }
    if Self.isAddress(text) {
      places = Self.marks(text)
    } else if text.count(where: Self.isDigit) >= Self.telephone {
      places = Self.groups(text)
    } else {
      places = []
    }
  }

  /// 网址 and 邮箱: letters with a scheme, a path, an at sign, or two points.
  private static func isAddress(_ text: [UInt32]) -> Bool {
    guard text.contains(where: isLetter) else { return false }
    let points = text.indices.dropLast().count {
      text[$0] == 0x2E && isAlphanumeric(text[$0 + 1]) && $0 > 0
    }
    return points >= 2 || points == 1 && text.contains { $0 == 0x40 || $0 == 0x2F }
      || text.indices.dropLast().contains { text[$0] == 0x2F && text[$0 + 1] == 0x2F }
  }

  /// Behind / . - _ @ and the marks of a query, before a letter or digit.
  private static func marks(_ text: [UInt32]) -> [Place] {
    text.indices.dropFirst().compactMap { index in
      guard index + 1 < text.count, isAlphanumeric(text[index]) else { return nil }
      switch text[index - 1] {
      case 0x2F: return Place(offset: index, price: Price.slash)
      case 0x2E, 0x2D, 0x5F, 0x40, 0x3F, 0x26, 0x3D, 0x23, 0x3A, 0x7E, 0x25:
        return Place(offset: index, price: Price.mark)
      default: return nil
      }
    }
  }

  private static func groups(_ text: [UInt32]) -> [Place] {
    guard text.allSatisfy({ isDigit($0) || $0 == 0x2D }) else { return [] }
    if text.contains(0x2D) {
      return text.indices.dropFirst().filter { text[$0 - 1] == 0x2D && isDigit(text[$0]) }
        .map { Place(offset: $0, price: Price.telephone) }
    }
    guard text.count >= account else { return [] }
    return stride(from: 4, to: text.count - 2, by: 4).map { Place(offset: $0, price: Price.group) }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private static func isAlphanumeric(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || isLetter(scalar)
  }
}
