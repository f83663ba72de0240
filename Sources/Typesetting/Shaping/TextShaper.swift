public import Diagnostics
public import LayoutSpecs

/// Turns text into glyphs. One a worker: an implementation may hold caches that are not thread-safe.
///
/// The engine knows fonts only through this protocol, so it is tested with a square font.
public protocol TextShaper: AnyObject {
  /// Shapes a run; a role without a usable face is a rejection, a missing character is not.
  func shape(_ run: StyledRun) throws(Rejection) -> ShapedRun
  /// The em box of a role's first face.
  func metrics(of role: FontRole) throws(Rejection) -> FontMetrics
  /// The ink of one character as a Chinese run of the role would set it; nil where no face has it.
  func inkExtent(
    of scalar: Unicode.Scalar, role: FontRole, script: RunScript, features: [String]
  ) throws(Rejection) -> InkExtent?
}
