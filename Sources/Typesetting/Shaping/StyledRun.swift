public import Geometry
public import LayoutSpecs

/// Which writing system a run belongs to; the shaper never guesses it from the text or the host.
public enum RunScript: Hashable, Sendable {
  /// Han characters and all Chinese marks: script Hani, language zh-Hans or zh-Hant.
  case han(CompositionProfile.Region)
  /// Latin letters, digits and their marks.
  case latin
}

/// The way in which glyphs follow each other.
public enum RunDirection: Hashable, Sendable { case horizontal, vertical }

/// Text of one script, role and size, ready for shaping.
public struct StyledRun: Hashable, Sendable {
  /// The characters.
  public var scalars: [Unicode.Scalar]
  /// The voice.
  public var role: FontRole
  /// Size of the em.
  public var size: Length
  /// Writing system.
  public var script: RunScript
  /// Direction.
  public var direction: RunDirection
  /// OpenType features switched on besides the defaults, such as `hwid`, in a fixed order.
  public var features: [String]

  /// Makes a run.
  public init(
    scalars: [Unicode.Scalar], role: FontRole, size: Length, script: RunScript,
    direction: RunDirection = .horizontal, features: [String] = []
  ) {
    self.scalars = scalars
    self.role = role
    self.size = size
    self.script = script
    self.direction = direction
    self.features = features
  }
}
