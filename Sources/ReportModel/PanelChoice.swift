/// What an editor says of a report's number panel 数说.
public enum PanelChoice: Hashable, Sendable {
  /// The figures that say most, where there are enough.
  case automatic
  /// No panel.
  case off
  /// These figures in this order: places in the list of indicators, from 1.
  case chosen([Int])

  /// Reads `true`, `false` or `[3, 1, 7]`; nil for anything else.
  public init?(_ text: String) {
    let words = text.filter { !$0.isWhitespace }
    switch words {
    case "true", "yes": self = .automatic
    case "false", "no": self = .off
    default:
      guard words.hasPrefix("["), words.hasSuffix("]") else { return nil }
      let parts = words.dropFirst().dropLast().split(
        separator: ",", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Int($0) }
      guard !numbers.isEmpty, numbers.count == parts.count, numbers.allSatisfy({ $0 > 0 }) else {
        return nil
      }
      self = .chosen(numbers)
    }
  }

  /// As it is written in a report file.
  public var description: String {
    switch self {
    case .automatic: "true"
    case .off: "false"
    case .chosen(let numbers): "[" + numbers.map(String.init).joined(separator: ", ") + "]"
    }
  }
}
