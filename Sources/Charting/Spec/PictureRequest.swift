public import Diagnostics

/// A picture that an image mark asks for: charting itself opens no file.
public struct PictureRequest: Hashable, Sendable {
  /// The name as the specification or its data give it: a path, or a `data:` text.
  public var name: String
  /// Where it is asked for, as a JSON path.
  public var path: String
  /// The same place in the file.
  public var range: SourceRange

  /// A finding about the picture, said of the place that asks for it.
  public func finding(_ cause: Diagnostic) -> Diagnostic {
    Diagnostic(
      cause.severity, cause.code,
      Wording(
        "\(path): \(cause.message.english)", "\(path)：\(cause.message.chinese)"),
      at: range, hints: cause.hints)
  }
}

extension ChartSpec {
  /// Whether some mark is a picture.
  var hasImageMarks: Bool {
    func visit(_ value: SpecValue) -> Bool {
      if value["mark"]?.text == "image" || value["mark"]?["type"]?.text == "image" { return true }
      let entries = value.map?.entries ?? []
      return entries.contains { $0.key != "values" && visit($0.value) }
        || (value.list ?? []).contains(where: visit)
    }
    return visit(root)
  }
}
