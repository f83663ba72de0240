import DisplayList
import Geometry
import LayoutSpecs

/// Inks and type of a proof: tones of cyan 非印刷蓝, so that nothing of it is taken for the page.
enum ProofInk {
  /// Words and marks.
  static let strong = Ink(cyan: 1, magenta: 0.1, yellow: 0, black: 0)
  /// Boxes and every tenth line.
  static let middle = Ink(cyan: 0.6, magenta: 0, yellow: 0, black: 0)
  /// Grid lines.
  static let faint = Ink(cyan: 0.25, magenta: 0, yellow: 0, black: 0)

  static func words(_ points: Double, bold: Bool = false) -> CharacterStyle {
    CharacterStyle(role: bold ? "hei-bold" : "hei", size: .points(points), ink: strong)
  }

  static func line(from a: Point, to b: Point, ink: Ink, millimetres: Double) -> PlacedItem {
    let stroke = Stroke(ink: ink, width: .millimetres(millimetres))
    return PlacedItem(at: .zero, .path(.line(from: a, to: b), Paint(stroke: stroke)))
  }
}
