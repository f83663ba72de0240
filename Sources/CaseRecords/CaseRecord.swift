public import Diagnostics
public import Notations

/// One case 诉求 as its table has it.
public struct CaseRecord: Hashable, Sendable {
  /// Its number.
  public var number: String
  /// The day it came in.
  public var received: CaseDay
  /// Channel, class, place and unit; empty where the table says nothing.
  public var source, category, place, unit: String
  /// Who called, from which number, and what about; empty where the table says nothing.
  public var caller, phone, content: String
  /// The last day for it.
  public var deadline: CaseDay?
  /// The limit that the last day was reckoned from; nil where the table gives the day.
  public var term: CaseTerm?
  /// Whether it is closed.
  public var isClosed: Bool
  /// The day it was closed; nil where the table says nothing.
  public var closed: CaseDay?
  /// What the citizen answered; nil where nobody asked.
  public var answer: CaseAnswer?
  /// Its row.
  public var range: SourceRange

  /// Makes a case.
  public init(
    number: String, received: CaseDay, source: String = "", category: String = "",
    place: String = "", unit: String = "", caller: String = "", phone: String = "",
    content: String = "", deadline: CaseDay? = nil, isClosed: Bool = false,
    closed: CaseDay? = nil, answer: CaseAnswer? = nil, range: SourceRange
  ) {
    self.number = number
    self.received = received
    self.source = source
    self.category = category
    self.place = place
    self.unit = unit
    self.caller = caller
    self.phone = phone
    self.content = content
    self.deadline = deadline
    self.isClosed = isClosed
    self.closed = closed
    self.answer = answer
    self.range = range
  }

  /// Whether it was closed in time; nil where that cannot be said.
  public var isOnTime: Bool? {
    guard isClosed, let closed, let deadline else { return nil }
    return closed <= deadline
  }
}

/// A part of a whole, as a rate with one decimal.
public struct CaseRate: Hashable, Sendable {
  /// How many.
  public var part: Int
  /// Of how many.
  public var whole: Int

  /// Makes a rate.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Tenths of a percent, rounded half up; nil of nothing.
  public var tenths: Int? { whole > 0 ? (part * 2000 + whole) / (2 * whole) : nil }

  /// 93.8%, or — of nothing.
  public var text: String { tenths.map { CaseRate.text(tenths: $0) + "%" } ?? "—" }

  /// 938 as 93.8.
  public static func text(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
