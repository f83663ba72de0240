/// Whether words are a unit, for those who read heads and cells of tables.
public enum UnitWords {
  /// Whether words are one unit and nothing else: `万元`, `件次`, `%`, `元/亩`.
  public static func isUnit(_ words: some StringProtocol) -> Bool {
    let scalars = Scalars(String(words))
    guard !scalars.isEmpty, scalars.count <= 10 else { return false }
    if Units.all.match(in: scalars, at: 0) == scalars.count { return true }
    guard let scale = Units.scales.match(in: scalars, at: 0) else { return false }
    return Units.all.match(in: Scalars(scalars[scale...].string), at: 0) == scalars.count - scale
  }
}
