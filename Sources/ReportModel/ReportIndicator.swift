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
  /// Its place in a ranking; nil where none is given.
  public var rank: IndicatorRank?
  /// The value it changed from; nil for what is no change between two values.
  public var from: FormerValue?
  /// How its sentence stands behind it.
  public var modality: Modality
  /// How sure the reading is, from 0 to 1: below ``certain`` nothing prints it unasked.
  public var confidence: Double
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
    period: String = "", rank: IndicatorRank? = nil, from: FormerValue? = nil,
    modality: Modality = .fact, confidence: Double = 1, sentence: String, raw: String,
    block: Int, range: SourceRange
  ) {
    self.kind = kind
    self.subject = subject
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.period = period
    self.rank = rank
    self.from = from
    self.modality = modality
    self.confidence = confidence
    self.sentence = sentence
    self.raw = raw
    self.block = block
    self.range = range
  }

  /// The least confidence of an indicator that a panel or a proposed chart prints.
  public static let certain = 0.9

  /// Whether the number may be printed without its sentence: a fact, surely read.
  public var isCertain: Bool { modality == .fact && confidence >= Self.certain }

  /// The value as a number.
  public var quantity: Quantity? { Quantity(value) }

  /// The time it holds for.
  public var time: IndicatorPeriod { IndicatorPeriod(period) }

  /// The words that must be printed with the value, sorted.
  public var qualifiers: IndicatorQualifiers { IndicatorQualifiers(qualifier) }
}
