import Geometry
import LayoutSpecs

/// How the rows of a table look, whatever page they stand on.
struct TableLook {
  var rules: TableSpec.Rules
  /// Ink under every second row.
  var zebra: String?
  /// Air over and under the words of a cell, in ems.
  var pad: Double
  /// Distance of the lines in a cell, in ems.
  var pitch: Double
  /// A taller row may be parted between its lines.
  var tallest: Length

  /// Weights of the rules: the outer ones are thicker (NP-10).
  enum Weight {
    static let outer = Length.millimetres(0.35)
    static let hair = Length.millimetres(0.1)
  }

  /// 三线表 of a newspaper page.
  static func newspaper(spacing: Double) -> TableLook {
    TableLook(
      rules: .three, zebra: nil, pad: 0.3, pitch: spacing, tallest: .millimetres(100_000))
  }

  /// Rows of a flow of pages; a row over a third of a page may be parted.
  static func paged(_ spec: TableSpec, page: Length) -> TableLook {
    TableLook(
      rules: spec.rules, zebra: spec.zebra,
      pad: spec.density == .normal ? spec.air ?? spec.density.pad : spec.density.pad,
      pitch: spec.density.pitch, tallest: page / 3)
  }
}

extension TableSpec.Density {
  /// Factor of the size of the type.
  var size: Double {
    switch self {
    case .normal: 1
    case .compact: 6.0 / 7
    case .dense: 5.0 / 7
    }
  }

  var pad: Double {
    switch self {
    case .normal: 0.35
    case .compact: 0.15
    case .dense: 0.15
    }
  }

  var pitch: Double {
    switch self {
    case .normal: 1.3
    case .compact: 1.18
    case .dense: 1.15
    }
  }
}
