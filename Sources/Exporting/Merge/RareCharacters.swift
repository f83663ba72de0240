import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import ReportReading
import Typesetting

/// The characters of a table that the first face of some role of the layout does not have, found
/// before anything is set: names with 𬱖, 㛃 or 䶮.
struct RareCharacters {
  private let shaper: PangoShaper
  /// The roles that the layout's styles name, in the order of the styles.
  private let roles: [FontRole]

  init(layout spec: LayoutSpec, stock: ExportStock) throws(Rejection) {
    var roles: [FontRole] = []
    for name in spec.styles.names {
      let paragraph = spec.styles.resolved(name).paragraph
      for role in [paragraph.character.role, paragraph.runIn?.role].compactMap({ $0 })
      where !roles.contains(role) {
        roles.append(role)
      }
    }
    self.roles = roles
    shaper = try stock.shaper()
  }

  /// One finding a character, at the first row that has it: the faces that lack it and those that
  /// take their place, or a warning where nothing does.
  func find(in table: RecordTable) throws(Rejection) -> [Diagnostic] {
    var usual: [String] = []
    for role in roles { usual.append(try face(of: "一", role) ?? "") }
    var seen: Set<Unicode.Scalar> = []
    var found: [Diagnostic] = []
    for row in table.rows {
      for scalar in row.values.joined().unicodeScalars
      where scalar.properties.isIdeographic && seen.insert(scalar).inserted {
        var lacking: [String] = []
        var having: [String] = []
        var bare: FontRole?
        for (role, own) in zip(roles, usual) {
          let face = try face(of: scalar, role)
          if face == own { continue }
          if !lacking.contains(own) { lacking.append(own) }
          if let face, !having.contains(face) { having.append(face) }
          if face == nil, bare == nil { bare = role }
        }
        guard !lacking.isEmpty else { continue }
        found.append(
          MergeProblems.rare(
            scalar, lacking: lacking, having: having, bare: bare?.rawValue, at: row.range))
      }
    }
    return found
  }

  /// The name of the face that a character comes from, its core and its whole file alike.
  private func face(of scalar: Unicode.Scalar, _ role: FontRole) throws(Rejection) -> String? {
    let run = StyledRun(
      scalars: [scalar], role: role, size: .points(10), script: .han(.simplified))
    let shaped = try shaper.shape(run)
    guard shaped.missing.isEmpty, let face = shaped.glyphs.first?.face.rawValue else { return nil }
    return face.split(separator: "+").first.map(String.init)
  }
}
