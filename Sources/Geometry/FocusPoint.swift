/// The point of a picture that a crop keeps, in hundredths: 0 at the left edge and the top, 100 at the right and the foot.
public struct FocusPoint: Hashable, Sendable, CustomStringConvertible {
  /// From the left.
  public var x: Int
  /// From the top.
  public var y: Int

  /// Makes a point; nil where it lies outside the picture.
  public init?(x: Int, y: Int) {
    guard (0...100).contains(x), (0...100).contains(y) else { return nil }
    self.x = x
    self.y = y
  }

  /// Reads `30x60`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let x = parts[0], let y = parts[1] else { return nil }
    self.init(x: x, y: y)
  }

  /// As it is written in a report file and in the names of pictures.
  public var description: String { "\(x)x\(y)" }
}
