/// Numbers as decimals of a set length, by integer arithmetic: the same on every machine.
///
/// A number beyond what an integer holds at that many decimals stands at the limit.
public enum DecimalText {
  /// So many decimals, halves away from zero: 0.5 with three is 0.500.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    let (sign, whole, part) = digits(value, decimals)
    return part.isEmpty ? sign + whole : "\(sign)\(whole).\(part)"
  }

  /// So many decimals at most, without what says nothing: 0.5, 3, 0 instead of -0.
  public static func trimmed(_ value: Double, _ decimals: Int) -> String {
    let (sign, whole, digits) = digits(value, decimals)
    var part = digits[...]
    while part.last == "0" { part.removeLast() }
    return part.isEmpty ? sign + whole : "\(sign)\(whole).\(part)"
  }

  private static func digits(
    _ value: Double, _ decimals: Int
  ) -> (sign: String, whole: String, part: String) {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let bounded = value.isNaN ? 0 : max(-9e18, min(9e18, (value * Double(scale)).rounded()))
    let scaled = Int(bounded)
    let rest = String(scaled.magnitude % UInt(scale))
    let part = decimals == 0 ? "" : String(repeating: "0", count: decimals - rest.count) + rest
    return (scaled < 0 ? "-" : "", String(scaled.magnitude / UInt(scale)), part)
  }
}
