import Diagnostics
import LayoutSpecs

/// Everything that can be wrong with roles and font files.
enum FontProblems {
  private static let hints = [
    Wording(
      "run \"make demo\" to prepare the fonts again, or edit fonts/roles.yaml",
      "运行“make demo”重新准备字体，或修改 fonts/roles.yaml")
  ]

  static func unknownRole(_ role: FontRole, known: [FontRole]) -> Diagnostic {
    let names = known.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .error, "font.unknown-role",
      Wording(
        "font role \"\(role.rawValue)\" is not in fonts/roles.yaml",
        "字体角色“\(role.rawValue)”不在 fonts/roles.yaml 中"),
      hints: [
        Wording("the roles there are \(names)", "其中的角色有 \(names)")
      ])
  }

  static func unknownFace(_ face: String, role: FontRole) -> Diagnostic {
    Diagnostic(
      .error, "font.unknown-face",
      Wording(
        "font role \"\(role.rawValue)\" names the face \"\(face)\", which fonts/roles.yaml lacks",
        "字体角色“\(role.rawValue)”用到 fonts/roles.yaml 中没有的字体“\(face)”"))
  }

  static func noFace(role: FontRole) -> Diagnostic {
    Diagnostic(
      .error, "font.no-face",
      Wording(
        "font role \"\(role.rawValue)\" has no face", "字体角色“\(role.rawValue)”没有字体"),
      hints: hints)
  }

  static func missingFile(_ file: String, role: FontRole) -> Diagnostic {
    Diagnostic(
      .error, "font.missing-file",
      Wording(
        "font file \"\(file)\" for the role \"\(role.rawValue)\" cannot be read",
        "角色“\(role.rawValue)”的字体文件“\(file)”无法读取"),
      hints: hints)
  }

  static func brokenFile(_ file: String, index: Int, role: FontRole) -> Diagnostic {
    let place = index == 0 ? "" : " (\(index))"
    return Diagnostic(
      .error, "font.broken-file",
      Wording(
        "font file \"\(file)\"\(place) for the role \"\(role.rawValue)\" is not a usable font",
        "角色“\(role.rawValue)”的字体文件“\(file)”\(place)不是可用的字体"),
      hints: hints)
  }
}
