/// An affine map of the plane: x' = a·x + c·y + tx, y' = b·x + d·y + ty.
public struct Transform: Hashable, Sendable {
  /// Factor of x in x'.
  public var a: Double
  /// Factor of x in y'.
  public var b: Double
  /// Factor of y in x'.
  public var c: Double
  /// Factor of y in y'.
  public var d: Double
  /// Shift to the right.
  public var tx: Length
  /// Shift downwards.
  public var ty: Length

  /// Makes a map from its coefficients.
  public init(
    a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, tx: Length = .zero,
    ty: Length = .zero
  ) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  /// The map that changes nothing.
  public static let identity = Transform()

  /// A quarter turn clockwise about the origin, as long words in vertical lines need (VT-1).
  public static let quarterTurnClockwise = Transform(a: 0, b: 1, c: -1, d: 0)

  /// A shift.
  public static func translation(x: Length, y: Length) -> Transform { Transform(tx: x, ty: y) }
}
