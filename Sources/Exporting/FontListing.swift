public import Diagnostics
import DisplayList
import LayoutSpecs

/// What `banxin fonts` prints: roles with their faces, files with their coverage, substitutions.
public struct FontListing: Sendable {
  /// The lines of the listing.
  public let lines: [String]

  /// Looks at the catalogue and its files; a file that is not there is a warning.
  public static func make(
    home: ResourceHome, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> FontListing {
    let catalog = try home.fontCatalog()
    var lines = ["角色 roles"]
    for role in catalog.roles {
      let stack = role.faces.map(\.rawValue).joined(separator: " → ")
      let stands = role.standsFor.map { "  代用 stands for \($0)" } ?? ""
      lines.append("  \(role.role.rawValue)\t\(role.title)\t\(stack)\(stands)")
    }
    lines.append("字体 faces")
    for face in catalog.faces {
      lines.append("  \(face.id.rawValue)\t\(face.name) \(face.weight)\t\(face.licence)\t\(face.source)")
      for file in [face.core, face.file].compactMap({ $0 }) {
        let path = "\(home.path)/fonts/\(file)"
        guard environment.kind(of: path) == .file else {
          problems.report(missing(file, face: face))
          lines.append("    \(file)\t缺 missing")
          continue
        }
        lines.append("    \(file)")
      }
    }
    return FontListing(lines: lines)
  }

  private static func missing(_ file: String, face: CatalogFace) -> Diagnostic {
    Diagnostic(
      .warning, "font.missing-file",
      Wording(
        "the face \"\(face.id.rawValue)\" has no file fonts/\(file)",
        "字体“\(face.id.rawValue)”缺文件 fonts/\(file)"),
      hints: [
        Wording(
          "make bootstrap prepares the files; the package is \(face.source)",
          "运行 make bootstrap 生成；来源 \(face.source)")
      ])
  }
}
