import Glibc

/// The only door to the transcendental functions: charts and curves need them, text never does.
///
/// Results become lengths at once, which are whole units, so a last bit that differs between
/// machines is rounded away.
public enum Elementary {
  /// The ratio of a circle's circumference to its diameter.
  public static let pi = Double.pi
  /// The sine of an angle in radians.
  public static func sin(_ angle: Double) -> Double { Glibc.sin(angle) }
  /// The cosine of an angle in radians.
  public static func cos(_ angle: Double) -> Double { Glibc.cos(angle) }
  /// The tangent of an angle in radians.
  public static func tan(_ angle: Double) -> Double { Glibc.tan(angle) }
  /// The angle of a point from the x axis, in radians.
  public static func atan2(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }
  /// The natural logarithm.
  public static func log(_ value: Double) -> Double { Glibc.log(value) }
  /// The logarithm to base ten.
  public static func log10(_ value: Double) -> Double { Glibc.log10(value) }
  /// The exponential function.
  public static func exp(_ value: Double) -> Double { Glibc.exp(value) }
  /// A power.
  public static func pow(_ base: Double, _ exponent: Double) -> Double {
    Glibc.pow(base, exponent)
  }
}
