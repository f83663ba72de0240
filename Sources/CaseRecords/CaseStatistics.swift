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
  /// Cases that repeat others.
  public var repeats: CaseRepeats
  /// Closed of all; of nothing where the table says no states.
  public var completion: CaseRate
  /// In time of those of which it can be said.
  public var onTime: CaseRate
  /// Satisfied of those asked, the fairly satisfied among them.
  public var satisfaction: CaseRate
  /// The fairly satisfied.
  public var fairly: Int
  /// By channel and class, most first; by unit, best first; empty where the table has no such column.
  public var sources, categories, units: [Group]

  /// Counts cases by the columns that their table has.
  public init(of cases: [CaseRecord], known: Set<CaseField> = Set(CaseField.allCases)) {
    count = cases.count
    let hasStates = known.contains(.state) || known.contains(.closed)
    completion =
      hasStates ? CaseRate(cases.count(where: \.isClosed), of: cases.count) : CaseRate(0, of: 0)
    let timed = cases.compactMap(\.isOnTime)
    onTime = CaseRate(timed.count { $0 }, of: timed.count)
    let asked = cases.compactMap(\.answer)
    satisfaction = CaseRate(asked.count { $0 != .unsatisfied }, of: asked.count)
    fairly = asked.count { $0 == .fairly }
    func groups(_ field: CaseField, _ name: (CaseRecord) -> String) -> [Group] {
      // A column without a word in the period says nothing of it.
      known.contains(field) && !cases.allSatisfy { name($0).isEmpty }
        ? Self.groups(cases, by: name) : []
    }
    sources = groups(.source) { $0.source }
    categories = groups(.category) { $0.category }
    let byUnit = groups(.unit) { $0.unit }
    units = hasStates ? Self.ranked(byUnit) : byUnit
    repeats = CaseRepeats(of: cases, known: known)
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
