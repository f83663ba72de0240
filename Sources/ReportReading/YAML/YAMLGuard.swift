internal import Diagnostics
internal import Notations

/// Refuses report files that would cost more to read than they can be worth, before the YAML library
/// sees them; they have no aliases at all.
enum YAMLGuard {
  /// Throws for the first such place.
  static func check(_ text: String, file: String) throws(Rejection) {
    guard let offence = YAMLBounds.offence(in: text, aliases: 0) else { return }
    let place = SourceRange(file: file, line: offence.line, column: offence.column)
    switch offence.excess {
    case .aliases: throw Rejection(ReadingProblems.yamlAlias(place))
    case .depth: throw Rejection(ReadingProblems.yamlDepth(place))
    case .nodes: throw Rejection(ReadingProblems.yamlTooMany(file, line: offence.line))
    }
  }
}
