public import Diagnostics

/// A place where a person should look before printing. Nothing is ever changed by itself.
public struct ProofFlag: Hashable, Sendable {
  /// What was noticed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A verb that asks for a further clause (`督促…`) has none.
    case incompleteSentence = "incomplete-sentence"
    /// One name in two forms.
    case nameForms = "name-forms"
    /// Two nouns that probably want a 、 between them.
    case missingSeparator = "missing-separator"
    /// A range written with a hyphen, `1-9月份`.
    case rangeHyphen = "range-hyphen"
    /// A number of things that differs from the things listed.
    case countMismatch = "count-mismatch"
    /// Parts that do not add up to their total.
    case sumMismatch = "sum-mismatch"
    /// A percentage that its own parts do not give.
    case percentMismatch = "percent-mismatch"
    /// A place beyond the size of its ranking.
    case rankBeyondScope = "rank-beyond-scope"
    /// One subject with two values.
    case twoValues = "two-values"
    /// One number once in 万 and once in 亿.
    case unitJump = "unit-jump"
    /// A ranking that leaves its order.
    case rankingOrder = "ranking-order"
    /// Straight quotes in Chinese text.
    case straightQuotes = "straight-quotes"
    /// A half-width mark between Chinese characters.
    case halfWidthMark = "half-width-mark"
    /// A quotation mark or bracket without its partner.
    case unpairedMark = "unpaired-mark"
    /// Two marks in a row.
    case doubledMark = "doubled-mark"
    /// Full-width and half-width digits mixed.
    case mixedDigits = "mixed-digits"
    /// The headline's words come back in the closing with other characters.
    case headlineEcho = "headline-echo"
  }

  /// What was noticed.
  public var kind: Kind
  /// The words in question.
  public var text: String
  /// What to ask the author, in both languages.
  public var message: Wording
  /// The place in `Report.blocks`.
  public var block: Int
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes a flag.
  public init(kind: Kind, text: String, message: Wording, block: Int, range: SourceRange) {
    self.kind = kind
    self.text = text
    self.message = message
    self.block = block
    self.range = range
  }
}
