public import Diagnostics

/// One case 诉求 as its table has it.
public struct CaseRecord: Hashable, Sendable {
  /// Its number.
  public var number: String
  /// The day it came in.
  public var received: CaseDay
  /// Channel, class, place and unit; empty where the table says nothing.
  public var source, category, place, unit: String
  /// The last day for it.
  public var deadline: CaseDay?
  /// The limit that the last day was reckoned from; nil where the table gives the day.
  public var term: CaseTerm?
  /// Whether it is closed.
  public var isClosed: Bool
  /// The day it was closed; nil where the table says nothing.
  public var closed: CaseDay?
  /// Whether the citizen was satisfied; nil where nobody asked.
  public var isSatisfied: Bool?
  /// Its row.
  public var range: SourceRange

  /// Makes a case.
  public init(
    number: String, received: CaseDay, source: String = "", category: String = "",
    place: String = "", unit: String = "", deadline: CaseDay? = nil, isClosed: Bool = false,
    closed: CaseDay? = nil, isSatisfied: Bool? = nil, range: SourceRange
  ) {
    self.number = number
    self.received = received
    self.source = source
    self.category = category
    self.place = place
    self.unit = unit
    self.deadline = deadline
    self.isClosed = isClosed
    self.closed = closed
    self.isSatisfied = isSatisfied
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

/// What the cases of one period come to.
public struct CaseStatistics: Hashable, Sendable {
  /// A value of a column with its cases.
  public struct Group: Hashable, Sendable {
    /// The value; 未填 where there is none.
    public var name: String
    /// Cases, closed cases.
    public var count, closed: Int
    /// Its place by closing rate, equals share one; 0 before ranking.
    public var rank = 0
    /// Closed of all.
    public var completion: CaseRate { CaseRate(closed, of: count) }
  }

  /// Cases that came in.
  public var count: Int
  /// Cases beyond the first of one class at one place.
  public var repeats: Int
  /// Closed of all.
  public var completion: CaseRate
  /// In time of those of which it can be said.
  public var onTime: CaseRate
  /// Satisfied of those asked.
  public var satisfaction: CaseRate
  /// By channel and class, most first; by unit, best first.
  public var sources, categories, units: [Group]
  /// Places with a class that came more than once, most first.
  public var repeated: [Group]

  /// Counts cases.
  public init(of cases: [CaseRecord]) {
    count = cases.count
    completion = CaseRate(cases.count(where: \.isClosed), of: cases.count)
    let timed = cases.compactMap(\.isOnTime)
    onTime = CaseRate(timed.count { $0 }, of: timed.count)
    let asked = cases.compactMap(\.isSatisfied)
    satisfaction = CaseRate(asked.count { $0 }, of: asked.count)
    sources = Self.groups(cases) { $0.source }
    categories = Self.groups(cases) { $0.category }
    units = Self.ranked(Self.groups(cases) { $0.unit })
    let placed = cases.filter { !$0.place.isEmpty && !$0.category.isEmpty }
    repeated = Self.groups(placed) { "\($0.place)　\($0.category)" }.filter { $0.count > 1 }
    repeats = repeated.reduce(0) { $0 + $1.count - 1 }
  }

  private static func groups(
    _ cases: [CaseRecord], by name: (CaseRecord) -> String
  ) -> [Group] {
    var groups: [String: Group] = [:]
    for one in cases {
      let key = name(one).isEmpty ? "未填" : name(one)
      groups[key, default: Group(name: key, count: 0, closed: 0)].count += 1
      if one.isClosed { groups[key]?.closed += 1 }
    }
    return groups.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Best closing rate first; rates are compared as fractions, so rounding makes no equals.
  private static func ranked(_ groups: [Group]) -> [Group] {
    var sorted = groups.sorted { a, b in
      let (left, right) = (a.closed * b.count, b.closed * a.count)
      return left != right ? left > right : (b.count, a.name) < (a.count, b.name)
    }
    for place in sorted.indices {
      let isEqual =
        place > 0
        && sorted[place].closed * sorted[place - 1].count
          == sorted[place - 1].closed * sorted[place].count
      sorted[place].rank = isEqual ? sorted[place - 1].rank : place + 1
    }
    return sorted
  }
}
