/// A scale while it is put together from the units that share it.
struct ScaleComponent {
  /// A unit that is not owned: views own their scales, and a tree that owned itself would outlive
  /// its chart.
  struct UnitLink {
    unowned let view: ViewNode
  }

  /// Something that domains are made of.
  enum DomainPart {
    /// Values written in the specification.
    case given([DataValue])
    /// Columns of a unit's rows.
    case columns(unit: UnitLink, names: [String], sort: DomainSort, fromRaw: Bool)
    /// The ends of a unit's bins.
    case binned(unit: UnitLink, column: String)
  }

  /// How a discrete domain is ordered.
  enum DomainSort: Hashable {
    case appearance
    case natural(descending: Bool)
    /// By an aggregate of another field over all rows.
    case field(String?, AggregateOp, descending: Bool)
    /// By a list; what is not in it comes last.
    case list([DataValue])
  }

  /// A property with who said it.
  struct Property {
    var value: SpecValue
    var isExplicit: Bool
  }

  /// What the range is before sizes are known.
  enum RangePlan {
    case given(SpecValue)
    case scheme(SpecValue)
    case standard
    case step(Double)
  }

  var channel: Channel
  var type: ScaleType
  var typeIsExplicit = false
  var properties: [String: Property] = [:]
  var domains: [DomainPart] = []
  var domainIsExplicit = false
  var range = RangePlan.standard
  var rangeIsExplicit = false
  /// The first unit that uses it, whose mark and field decide defaults; not owned either.
  unowned var unit: ViewNode
  /// What its field holds.
  var fieldType: FieldType
  /// Everything that asks for it, in drawing order: defaults are made when its type is settled.
  var users: [User] = []

  /// One channel of one unit.
  struct User {
    var unit: UnitPlan
    var def: ChannelDef
    var written: SpecValue?
  }

  /// Makes the properties of the settled type from all users; what is written wins over defaults.
  mutating func settle(_ context: ChartContext) {
    properties = [:]
    for user in users {
      var own = self
      own.properties = [:]
      ScaleDefaults(context: context, unit: user.unit, def: user.def, written: user.written).fill(
        &own)
      for (name, theirs) in own.properties {
        guard let known = properties[name] else {
          properties[name] = theirs
          continue
        }
        if theirs.isExplicit, !known.isExplicit { properties[name] = theirs }
      }
    }
  }

  /// A property's value.
  subscript(_ name: String) -> SpecValue? { properties[name]?.value }

  mutating func set(_ name: String, _ value: SpecValue?, explicit: Bool) {
    guard let value else { return }
    properties[name] = Property(value: value, isExplicit: explicit)
  }

  /// Which of two types wins where units share a scale; nil where they cannot.
  static func shared(_ a: ScaleComponent, _ b: ScaleComponent) -> ScaleType? {
    if a.type == b.type { return a.type }
    let families: [Set<ScaleType>] = [
      [.linear, .log, .pow, .sqrt, .symlog], [.time, .utc], [.band, .point, .ordinal],
      [.binOrdinal, .ordinal],
    ]
    guard families.contains(where: { $0.contains(a.type) && $0.contains(b.type) }) else {
      return nil
    }
    if a.typeIsExplicit != b.typeIsExplicit { return a.typeIsExplicit ? a.type : b.type }
    let order: [ScaleType] = [
      .log, .linear, .pow, .sqrt, .symlog, .time, .utc, .point, .band, .binOrdinal, .ordinal,
    ]
    let ranks = [a.type, b.type].map { order.firstIndex(of: $0) ?? 0 }
    return ranks[0] > ranks[1] ? a.type : b.type
  }

  /// Takes in another unit's use of the same scale.
  mutating func merge(_ other: ScaleComponent) {
    users += other.users
    if other.domainIsExplicit == domainIsExplicit {
      domains += other.domains
    } else if other.domainIsExplicit {
      domains = other.domains
      domainIsExplicit = true
    }
    if other.rangeIsExplicit, !rangeIsExplicit {
      range = other.range
      rangeIsExplicit = true
    } else if other.rangeIsExplicit == rangeIsExplicit, case .step(let theirs) = other.range {
      if case .step(let own) = range { range = .step(max(own, theirs)) }
    }
  }
}
