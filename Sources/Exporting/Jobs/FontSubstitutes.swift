import Diagnostics
import DisplayList
import LayoutSpecs

/// Faces that were not fetched, and what their roles are set in instead.
struct FontSubstitutes {
  let home: ResourceHome
  let environment: any ExportEnvironment

  /// A warning for every role of the layout's styles whose own face has no file.
  func report(for layout: LayoutSpec, into problems: inout Problems) throws(Rejection) {
    let catalog = try home.fontCatalog()
    var roles: [FontRole] = []
    for name in layout.styles.names {
      let style = layout.styles.resolved(name).paragraph
      for role in [style.character.role, style.runIn?.role].compactMap(\.self)
      where !roles.contains(role) {
        roles.append(role)
      }
    }
    for role in roles {
      guard let entry = catalog.role(role), let own = entry.faces.first,
        !isThere(own, in: catalog),
        let stand = entry.faces.first(where: { isThere($0, in: catalog) })
      else { continue }
      problems.report(Self.substitute(entry, own, stand))
    }
  }

  private func isThere(_ id: FontFaceID, in catalog: FontCatalog) -> Bool {
    guard let face = catalog.face(id) else { return false }
    return [face.core, face.file].compactMap(\.self).contains {
      environment.kind(of: "\(home.path)/fonts/\($0)") == .file
    }
  }

  private static func substitute(
    _ role: CatalogRole, _ own: FontFaceID, _ stand: FontFaceID
  ) -> Diagnostic {
    Diagnostic(
      .warning, "font.substitute",
      Wording(
        "the face \"\(own.rawValue)\" of the role \"\(role.role.rawValue)\" is not there; "
          + "\"\(stand.rawValue)\" takes its place",
        "“\(role.title)”的字体 \(own.rawValue) 没有安装，改用 \(stand.rawValue)"),
      hints: [
        Wording(
          "`make bootstrap` fetches the faces; `banxin fonts` lists what is missing",
          "运行 make bootstrap 取得字体；banxin fonts 列出缺哪些")
      ])
  }
}
