import Geometry

/// One unit of an ornamental border 花边: polylines in a square of one by one, y downwards, outer edge
/// of the box at the top. Units follow each other along a side; at a corner stands `corner`.
struct BorderUnit {
  /// Height of the border in points.
  var height: Double
  /// Thickness of its strokes, in shares of the height.
  var weight: Double
  /// Strokes of the unit that is repeated.
  var unit: [[(x: Double, y: Double)]]
  /// Strokes at a corner, drawn for the top left one and turned for the others.
  var corner: [[(x: Double, y: Double)]]
}

extension BorderUnit {
  /// 回纹: square spirals that hang together at their feet.
  static let meander = BorderUnit(
    height: 8, weight: 0.11,
    unit: [
      [
        (0, 0.94), (0.12, 0.94), (0.12, 0.06), (0.88, 0.06), (0.88, 0.68), (0.42, 0.68),
        (0.42, 0.4), (0.62, 0.4),
      ],
      [(0.12, 0.94), (1, 0.94)],
    ],
    corner: [
      [
        (0.94, 0.94), (0.06, 0.94), (0.06, 0.06), (0.94, 0.06), (0.94, 0.7), (0.32, 0.7),
        (0.32, 0.34), (0.66, 0.34),
      ],
      [(0.94, 0.94), (1, 0.94)], [(0.94, 0.94), (0.94, 1)],
    ])

  /// 菱花: lozenges between two lines.
  static let lozenges = BorderUnit(
    height: 7, weight: 0.08,
    unit: [
      [(0, 0.05), (1, 0.05)], [(0, 0.95), (1, 0.95)],
      [(0, 0.5), (0.5, 0.18), (1, 0.5), (0.5, 0.82), (0, 0.5)],
      [(0.34, 0.5), (0.5, 0.4), (0.66, 0.5), (0.5, 0.6), (0.34, 0.5)],
    ],
    corner: [
      [(0.05, 1), (0.05, 0.05), (1, 0.05)], [(0.95, 1), (0.95, 0.95), (1, 0.95)],
      [(0.5, 0.2), (0.8, 0.5), (0.5, 0.8), (0.2, 0.5), (0.5, 0.2)],
    ])
}
