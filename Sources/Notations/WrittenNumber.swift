/// A number as people write it in a table: `1,034`, `１２`, `95%`, `-3.5`, `+2`.
public struct WrittenNumber: Hashable, Sendable {
  /// The number as written; 95 of `95%`.
  public let value: Double
  /// Whether a percent sign stands behind it.
  public let isPercent: Bool

  /// Reads a number; nil for anything else. Commas, or another mark that a
  /// program puts in their place, part groups of three digits, or of four as 1,2345.
  public init?(_ text: some StringProtocol) {
    var plain = ""
    var hasPercent = false
    var groups: [Int] = []
    var mark: Unicode.Scalar?
    var (isBehindPoint, hasEnded) = (false, false)
    for scalar in text.unicodeScalars {
      let narrow = Self.narrow(scalar)
      let isBlank = [" ", "\t", "\u{A0}", "\u{3000}"].contains(narrow)
      if isBlank {
        hasEnded = !plain.isEmpty
        continue
      }
      if hasPercent || (hasEnded && narrow != "%") { return nil }
      switch narrow {
      case "0"..."9":
        if !isBehindPoint, !groups.isEmpty { groups[groups.count - 1] += 1 }
        plain.unicodeScalars.append(narrow)
      case "-", "+":
        if !plain.isEmpty { return nil }
        plain.unicodeScalars.append(narrow)
      case ".":
        if isBehindPoint { return nil }
        isBehindPoint = true
        plain.unicodeScalars.append(narrow)
      case ",", ";", "'", "\u{2019}":
        // One mark parts all groups.
        if isBehindPoint || plain.isEmpty || (mark ?? narrow) != narrow { return nil }
        mark = narrow
        groups.append(0)
      case "%": hasPercent = true
      default: return nil
      }
    }
    guard let last = plain.last, last.isNumber, let value = Double(plain),
      groups.allSatisfy({ $0 == 3 || $0 == 4 }), Set(groups).count <= 1
    else { return nil }
    self.value = value
    isPercent = hasPercent
  }

  /// A digit or mark of full width as the one of half width.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2212: "-"
    default: scalar
    }
  }

  /// Whether a cell says only that there is nothing: `-`, `—`, `/`, `…`, or blanks.
  public static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { "-—–－/／…. \t\u{A0}\u{3000}".unicodeScalars.contains($0) }
  }
}
