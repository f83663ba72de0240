/// How a page was filled: what every knob was set to, and what it cost.
public struct FitReport: Hashable, Sendable {
  /// One knob.
  public struct Knob: Hashable, Sendable {
    /// What was moved.
    public var name: String
    /// Its value in rows.
    public var rows: Int
    /// The value it would like.
    public var ideal: Int

    /// Makes a knob.
    public init(name: String, rows: Int, ideal: Int) {
      self.name = name
      self.rows = rows
      self.ideal = ideal
    }
  }

  /// The foot of one column: the last grid line that is taken, and by what.
  public struct ColumnFoot: Hashable, Sendable {
    /// Column, from 1.
    public var column: Int
    /// Grid line, from 1.
    public var line: Int
    /// What stands there.
    public var occupant: String

    /// Makes a foot.
    public init(column: Int, line: Int, occupant: String) {
      self.column = column
      self.line = line
      self.occupant = occupant
    }
  }

  /// Whether every column ends on the last line of the frame.
  public var isExact: Bool
  /// Sum of the prices.
  public var cost: Double
  /// The arrangement of the objects.
  public var skeleton: String
  /// Knobs that have a value of their own.
  public var knobs: [Knob]
  /// Paragraphs that were set tighter or looser than normal, by name.
  public var variants: [String]
  /// Where the columns end.
  public var feet: [ColumnFoot]
  /// Columns that are not the page's own, such as `4 × 17`; nil for the page's.
  public var columnSet: String?
  /// The arrangement that would be next, and what it costs at least.
  public var next: Next?
  /// Settings that were tried before this one held.
  public var tried: Int
  /// Hard rules that the page breaks, found by an audit of what was placed; always empty, unless the
  /// search has a mistake.
  public var violations: [String]

  /// An arrangement that was not needed.
  public struct Next: Hashable, Sendable {
    /// Its name.
    public var skeleton: String
    /// What it costs at least.
    public var cost: Double
  }

  /// Makes a report.
  public init(
    isExact: Bool, cost: Double, skeleton: String, knobs: [Knob], variants: [String],
    feet: [ColumnFoot], tried: Int, violations: [String] = []
  ) {
    self.violations = violations
    self.isExact = isExact
    self.cost = cost
    self.skeleton = skeleton
    self.knobs = knobs
    self.variants = variants
    self.feet = feet
    self.tried = tried
  }
}
