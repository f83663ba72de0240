import Prepress

/// The PDF/X standard that a press file claims, as the command line names it.
public enum PressClaim: String, Hashable, Sendable, CaseIterable {
  case x4 = "4"
  case x1a = "1a"

  var standard: PressStandard { self == .x4 ? .x4 : .x1a }
}

/// What `--press` asks for.
public struct PressOptions: Hashable, Sendable {
  /// Name of the profile in `layouts/_shared/press-*.yaml`.
  public var profile: String
  /// The standard of the file.
  public var claim: PressClaim
  /// One file a page, as plate making wants it.
  public var isSplit: Bool
  /// Everything on the black plate.
  public var isGrayscale: Bool
  /// Writes a file that has errors, too; the manifest then says that it is not ready.
  public var isForced: Bool

  /// Makes options.
  public init(
    profile: String, claim: PressClaim = .x4, isSplit: Bool = false,
    isGrayscale: Bool = false, isForced: Bool = false
  ) {
    self.profile = profile
    self.claim = claim
    self.isSplit = isSplit
    self.isGrayscale = isGrayscale
    self.isForced = isForced
  }
}
