public import Diagnostics

/// One number of the report with everything that makes it readable alone. Absent parts are empty.
public struct ReportIndicator: Hashable, Sendable {
  /// What kind of statement it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A number with a unit.
    case quantity
    /// A change against an earlier or another number.
    case change
    /// A place in a ranking, without a number of its own.
    case rank
    /// A direction without a number (`双下降`).
    case trend
  }

  /// What kind of statement it is.
  public var kind: Kind
  /// What is counted or measured.
  public var subject: String
  /// The number as a decimal, `32276`, or a fraction, `1/3`; empty for rank and trend.
  public var value: String
  /// The unit as written, its scale kept: `万元`, `%`, `个百分点`.
  public var unit: String
  /// What must be printed with the value: `近`, `同比下降`, `以上`; several are parted by `；`.
  public var qualifier: String
  /// The time it holds for, as written.
  public var period: String
  /// `scope#n`: `全市18个镇街#3`.
  public var rank: String
  /// The whole sentence it was found in.
  public var sentence: String
  /// The exact words inside `sentence`.
  public var raw: String
  /// The place of its block in `Report.blocks`.
  public var block: Int
  /// Where `raw` stands in the source.
  public var range: SourceRange

  /// Makes an indicator.
  public init(
    kind: Kind, subject: String, value: String = "", unit: String = "", qualifier: String = "",
    period: String = "", rank: String = "", sentence: String, raw: String, block: Int,
    range: SourceRange
  ) {
    self.kind = kind
    self.subject = subject
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.period = period
    self.rank = rank
    self.sentence = sentence
    self.raw = raw
    self.block = block
    self.range = range
  }
}
