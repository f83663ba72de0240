import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import ReportReading
import Typesetting

/// The characters of a table that the first face of the layout's body does not have, found before
/// anything is set: names with 𬱖, 㛃 or 䶮.
struct RareCharacters {
  private let shaper: PangoShaper
  private let style: CharacterStyle

  init(layout: String, stock: ExportStock) throws(Rejection) {
    var problems = Problems()
    let spec = try stock.layout(layout, settings: [], into: &problems)
    style = spec.styles.resolved("body").paragraph.character
    shaper = try stock.shaper()
  }

  /// One finding a character, at the first row that has it.
  func find(in table: RecordTable) throws(Rejection) -> [Diagnostic] {
    var seen: Set<Unicode.Scalar> = []
    var found: [Diagnostic] = []
    let usual = try face(of: "一") ?? ""
    for row in table.rows {
      for scalar in row.values.joined().unicodeScalars
      where scalar.properties.isIdeographic && seen.insert(scalar).inserted {
        let face = try face(of: scalar)
        if face?.split(separator: "+").first == usual.split(separator: "+").first { continue }
        found.append(MergeProblems.rare(scalar, faces: face, at: row.range))
      }
    }
    return found
  }

  private func face(of scalar: Unicode.Scalar) throws(Rejection) -> String? {
    let run = StyledRun(
      scalars: [scalar], role: style.role, size: style.size, script: .han(.simplified))
    let shaped = try shaper.shape(run)
    return shaped.missing.isEmpty ? shaped.glyphs.first?.face.rawValue : nil
  }
}
