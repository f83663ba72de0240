/// What a user says of a table that is to become a chart.
public struct DataChoice: Hashable, Sendable {
  /// The preset; nil for the one that fits best.
  public var preset: String?
  /// The column of names or times.
  public var x: String?
  /// The columns of amounts, in the order of the preset's keys.
  public var y: [String]
  /// The column that tells series apart.
  public var group: String?
  /// Further keys of the preset, each with the column or word that it takes.
  public var settings: [String: String]

  /// Makes a choice.
  public init(
    preset: String? = nil, x: String? = nil, y: [String] = [], group: String? = nil,
    settings: [String: String] = [:]
  ) {
    self.preset = preset
    self.x = x
    self.y = y
    self.group = group
    self.settings = settings
  }
}
