/// The line or ornament round a box.
public enum BoxBorder: String, Hashable, Sendable, CaseIterable {
  /// No line, only the tint.
  case none
  /// 正线: a hairline.
  case hairline
  /// 反线: a thick line.
  case thick
  /// 双线: two hairlines.
  case double
  /// 文武线: a thick line outside, a thin one inside (NP-10).
  case wenwu
  /// 花边 of square spirals 回纹.
  case meander
  /// 花边 of lozenges with a dot 菱花.
  case lozenges
}

/// A box 围框: border, its ink, and what lies under the words.
public struct BoxSpec: Hashable, Sendable {
  /// The line or ornament.
  public var border: BoxBorder
  /// Name of its ink.
  public var ink: String
  /// Name of the ink under the words; nil leaves the paper.
  public var tint: String?

  /// Makes a box.
  public init(border: BoxBorder = .hairline, ink: String = "black", tint: String? = nil) {
    self.border = border
    self.ink = ink
    self.tint = tint
  }
}
