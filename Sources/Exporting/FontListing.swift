public import Diagnostics
import DisplayList
import LayoutSpecs
import PangoShaping

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
      let marks = role.marks.map { "  标点 marks \($0.rawValue)" } ?? ""
      let stands = role.standsFor.map { "  代用 stands for \($0)" } ?? ""
      lines.append("  \(role.role.rawValue)\t\(role.title)\t\(stack)\(marks)\(stands)")
    }
    let shaper = try home.shaper()
    lines.append("字体 faces")
    for face in catalog.faces {
      let about = [face.name, String(face.weight), face.licence, face.source]
      lines.append("  \(face.id.rawValue)\t\(about.joined(separator: "\t"))")
      let files = [face.core, face.file].compactMap { $0 }
      let absent = files.filter { environment.kind(of: "\(home.path)/fonts/\($0)") != .file }
      for file in absent {
        problems.report(missing(file, face: face))
        lines.append("    \(file)\t缺 missing")
      }
      guard absent.isEmpty else { continue }
      for covered in try shaper.coverage(of: face.id) {
        lines.append("    \(covered.file)\t\(words(for: covered.coverage))")
      }
    }
    return FontListing(lines: lines)
  }

  private static func words(for coverage: FontCoverage) -> String {
    let gb = coverage.gb2312.map { "GB2312 \($0)/\(FontCoverage.gb2312Total)  " } ?? ""
    return "\(coverage.characters) 字符 characters  \(gb)"
      + "GB18030 level 1 \(coverage.level1)/\(FontCoverage.level1Total)"
      + "  level 3 \(coverage.level3)/\(FontCoverage.level3Total)"
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
