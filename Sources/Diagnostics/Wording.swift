/// A sentence for a person, in the two languages of the product.
///
/// The English wording is lower case, has no full stop and names the thing; the Chinese one follows
/// the same rule.
public struct Wording: Hashable, Sendable {
  /// English wording.
  public var english: String
  /// Chinese wording (simplified).
  public var chinese: String

  /// Makes a wording from its two languages.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// Which of the two languages is printed.
public enum WordingLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
  case both
}
