/// A length as a whole number of 1/1024 pt, the unit Pango shapes in.
///
/// Shaped advances are exact, sums do not drift, equality is equality. A length in another unit is
/// converted once; a multiple is taken of the unit, never of a rounded length.
public struct Length: Hashable, Sendable, Comparable {
  /// How many units make a point.
  public static let unitsPerPoint = 1024
  /// The length in 1/1024 pt.
  public var units: Int

  /// A length of so many 1/1024 pt.
  public init(units: Int) { self.units = units }

  /// No length at all.
  public static let zero = Length(units: 0)

  /// A length in points, rounded to the nearest unit.
  public static func points(_ value: Double) -> Length {
    Length(units: whole(value * Double(unitsPerPoint)))
  }

  /// A length in millimetres, rounded once: round(mm × 73728 / 25.4).
  public static func millimetres(_ value: Double) -> Length {
    Length(units: whole(value * 73728 / 25.4))
  }

  /// The nearest unit; the greatest length for what is longer, and none for what is no number, so
  /// that no figure of an input can stop the program.
  private static func whole(_ units: Double) -> Int {
    let limit = Double(Int32.max)
    return units.isNaN ? 0 : Int(max(-limit, min(limit, units)).rounded())
  }

  /// The length in points.
  public var points: Double { Double(units) / Double(Length.unitsPerPoint) }

  /// The length in millimetres.
  public var millimetres: Double { Double(units) * 25.4 / 73728 }

  /// Whether `a` is shorter.
  public static func < (a: Length, b: Length) -> Bool { a.units < b.units }
}

extension Length: AdditiveArithmetic {
  /// The sum.
  public static func + (a: Length, b: Length) -> Length { Length(units: a.units + b.units) }
  /// The difference.
  public static func - (a: Length, b: Length) -> Length { Length(units: a.units - b.units) }
  /// The length in the other direction.
  public static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  /// A whole multiple.
  public static func * (a: Length, factor: Int) -> Length { Length(units: a.units * factor) }
  /// A whole multiple.
  public static func * (factor: Int, a: Length) -> Length { a * factor }
  /// How often `b` goes into `a`.
  public static func / (a: Length, b: Length) -> Double { Double(a.units) / Double(b.units) }
  /// A share, rounded down to the unit.
  public static func / (a: Length, parts: Int) -> Length { Length(units: a.units / parts) }

  /// The length times a factor, rounded to the nearest unit.
  public func scaled(by factor: Double) -> Length {
    Length(units: Length.whole(Double(units) * factor))
  }

  /// The size of the length, sign dropped.
  public var magnitude: Length { Length(units: abs(units)) }
}

extension Length: CustomStringConvertible {
  /// Points with two decimals, as dumps show them.
  public var description: String { "\(hundredths)pt" }

  /// Points with exactly two decimals, computed in integers so that every machine prints the same.
  public var hundredths: String {
    let scaled = (abs(units) * 100 + Length.unitsPerPoint / 2) / Length.unitsPerPoint
    let sign = units < 0 && scaled > 0 ? "-" : ""
    let cents = scaled % 100
    return "\(sign)\(scaled / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
