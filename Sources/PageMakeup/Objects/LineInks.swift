import DisplayList
import Geometry

/// Inks of lines that register (INK-6): two plates are never so exactly over each other that a thin
/// line of two inks stays one line.
extension TextSetter {
  /// The thinnest line of several inks that newspaper plants take, 1 pt (Ghent Workgroup 2015, 4.17).
  static let registering = Length.points(1)

  /// The ink of a line of a weight: the one asked for, or the one-plate ink of rules where that has
  /// several plates and the line is too thin for them.
  func lineInk(_ name: String, weight: Length) -> Ink {
    let ink = ink(name)
    return weight < Self.registering && ink.plates > 1 ? self.ink("rule") : ink
  }

  /// The weight of an ornament's strokes: its colour is what makes it an ornament, so it keeps its
  /// ink and grows to a line that registers.
  func ornamentWeight(_ weight: Length, ink name: String) -> Length {
    ink(name).plates > 1 ? max(weight, Self.registering) : weight
  }
}
