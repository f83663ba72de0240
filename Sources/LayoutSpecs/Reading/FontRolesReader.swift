public import Diagnostics
import DisplayList

/// Reads `fonts/roles.yaml` into a catalogue of faces and roles.
public enum FontRolesReader {
  /// The file, relative to the resources folder.
  public static let file = "fonts/roles.yaml"

  /// Reads the text of the file; mistakes are reported at their places and reject.
  public static func read(_ text: String) throws(Rejection) -> FontCatalog {
    let log = SpecLog()
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let fields = root.fields(["format", "faces", "roles"])
    _ = fields.required("format")?.integer(in: 1...1)
    let faces = fields.required("faces")?.entries().compactMap { face($0.key, $0.value) } ?? []
    var roles: [CatalogRole] = []
    for entry in fields.required("roles")?.entries() ?? [] {
      if let role = role(entry.key, entry.value, faces: faces) { roles.append(role) }
    }
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    return FontCatalog(faces: faces, roles: roles)
  }

  private static func face(_ id: String, _ node: SpecNode) -> CatalogFace? {
    let fields = node.fields([
      "file", "core", "index", "name", "weight", "licence", "source", "note",
    ])
    guard let file = fields.required("file")?.text() else { return nil }
    return CatalogFace(
      id: FontFaceID(rawValue: id), file: file, core: fields["core"]?.text(),
      index: fields["index"]?.integer(in: 0...255) ?? 0, name: fields["name"]?.text() ?? id,
      weight: fields["weight"]?.integer(in: 1...1000) ?? 400,
      licence: fields["licence"]?.text() ?? "", source: fields["source"]?.text() ?? "")
  }

  private static func role(
    _ name: String, _ node: SpecNode, faces: [CatalogFace]
  ) -> CatalogRole? {
    let fields = node.fields(["face", "title", "stands-for", "fallback", "latin", "marks"])
    guard let faceNode = fields.required("face") else { return nil }
    let nodes = [faceNode] + (fields["fallback"]?.items() ?? [])
    let stack = nodes.compactMap { known($0, among: faces) }
    guard !stack.isEmpty else { return nil }
    let latin = fields["latin"].map { node in
      (node.isList ? node.items() : [node]).compactMap { known($0, among: faces) }
    }
    return CatalogRole(
      role: FontRole(rawValue: name), title: fields["title"]?.text() ?? name, faces: stack,
      latin: latin ?? [], marks: fields["marks"].flatMap { known($0, among: faces) },
      standsFor: fields["stands-for"]?.text())
  }

  private static func known(_ node: SpecNode, among faces: [CatalogFace]) -> FontFaceID? {
    guard let name = node.text() else { return nil }
    if faces.contains(where: { $0.id.rawValue == name }) { return FontFaceID(rawValue: name) }
    node.report(SpecProblems.notAmong(node, name, choices: faces.map(\.id.rawValue)))
    return nil
  }
}
