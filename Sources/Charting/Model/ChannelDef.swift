/// How one channel of a unit is bound: to a field, to a constant, or to a value.
struct ChannelDef: Hashable, Sendable {
  /// What is aggregated how.
  struct Aggregate: Hashable, Sendable {
    var op: AggregateOp
    /// The field that `argmin` and `argmax` choose the row by.
    var chooser: String?
    /// How much less an earlier number weighs in an exponential mean.
    var weight: Double?
  }

  /// A value that holds where a test is true.
  struct Condition: Hashable, Sendable {
    var test: Expression
    var def: ChannelDef
  }

  var channel: Channel
  /// The definition as written.
  var spec: SpecValue
  var field: String?
  var aggregate: Aggregate?
  var bin: BinUse = .none
  var timeUnit: TimeUnit?
  var type: FieldType
  /// A constant in the domain of the scale.
  var datum: DataValue?
  /// A constant of the output: a colour, a number of points.
  var value: SpecValue?
  var conditions: [Condition] = []
  /// Sort, stack, scale, axis, legend, header, title and format as written.
  subscript(_ key: String) -> SpecValue? { spec[key] }

  /// Whether data are cut into bins here, or came so.
  indirect enum BinUse: Hashable, Sendable {
    case none
    case binning(SpecValue)
    case binned(step: Double?)
  }

  /// Whether it is bound to the data.
  var isField: Bool { field != nil || aggregate?.op == .count }
  /// Whether it is bound to the data or a constant of their domain.
  var isFieldOrDatum: Bool { isField || datum != nil }
  /// Whether data are cut into bins here.
  var isBinning: Bool { if case .binning = bin { true } else { false } }
  /// Whether data came in bins.
  var isBinned: Bool { if case .binned = bin { true } else { false } }
  /// Whether it is a number that is neither binned nor counted off.
  var isUnbinnedQuantity: Bool {
    isField && type == .quantitative && !isBinning && !isBinned
  }
  /// Whether it is a measure for the direction of marks.
  var isMeasure: Bool { isFieldOrDatum && type == .quantitative && !isBinning && !isBinned }

  /// The column of the data it reads, after aggregation.
  var column: String {
    guard let field else { return aggregate?.op == .count ? "__count" : "" }
    if let aggregate {
      if let chooser = aggregate.chooser {
        return "\(aggregate.op.rawValue)_\(FieldPath.plain(chooser))['\(FieldPath.plain(field))']"
      }
      return "\(aggregate.op.rawValue)_\(FieldPath.plain(field))"
    }
    if case .binning(let spec) = bin {
      return "bin_\(SpecWriter.line(spec))_\(FieldPath.plain(field))"
    }
    if let timeUnit, !timeUnit.isBinned {
      return
        "\(timeUnit.name)\(timeUnit.step > 1 ? "_\(timeUnit.step)" : "")_\(FieldPath.plain(field))"
    }
    return field
  }

  /// The column of the end of the bin, time unit or pile.
  var endColumn: String { column + "_end" }
  /// The columns of the stretch of a unit of time whose middle is not where the mark stands.
  var shiftedColumns: [String] {
    [column + "_offsetted_rect_start", column + "_offsetted_rect_end"]
  }
  /// The column of the start of the pile.
  var startColumn: String { column + "_start" }
  /// The column of the bin's two ends in words.
  var rangeColumn: String { column + "_range" }

  /// The sort as an order word, where it is one.
  var sortsDescending: Bool { spec["sort"]?.text == "descending" }
}
