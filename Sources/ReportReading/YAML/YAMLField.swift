internal import Diagnostics
internal import Yams

/// A node of a YAML file with its place, asked for values of known types.
struct YAMLField {
  private let node: Node
  private let file: String

  /// The root mapping of a text; throws at the place where the YAML is wrong.
  static func root(of text: String, file: String) throws(Rejection) -> YAMLField {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Rejection(ReadingProblems.empty(file))
      }
      return YAMLField(node: node, file: file)
    } catch let rejection as Rejection {
      throw rejection
    } catch let error as YamlError {
      throw Rejection(ReadingProblems.yaml(error, file))
    } catch {
      throw Rejection(ReadingProblems.yamlSyntax("\(error)", SourceRange(file: file, line: 1)))
    }
  }

  /// Where the node begins.
  var range: SourceRange {
    SourceRange(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The entries of a mapping, in their order; nil when it is none.
  var entries: [(key: YAMLField, value: YAMLField)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.map {
      (YAMLField(node: $0.key, file: file), YAMLField(node: $0.value, file: file))
    }
  }

  /// The elements of a list; nil when it is none.
  var elements: [YAMLField]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { YAMLField(node: $0, file: file) }
  }

  /// The words of a scalar; nil when it is none.
  var string: String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.string
  }

  /// A whole number.
  var int: Int? { string.flatMap { Int($0) } }

  /// A number.
  var double: Double? { string.flatMap { Double($0) } }

  /// true or false.
  var bool: Bool? {
    switch string {
    case "true": true
    case "false": false
    default: nil
    }
  }
}

extension ReadingProblems {
  /// An error of the YAML library, at its place.
  static func yaml(_ error: YamlError, _ file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return yamlSyntax(problem, SourceRange(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, _):
      let key = duplicates.first.map { "\($0)" } ?? ""
      return yamlSyntax("a key is given twice: \(key)", SourceRange(file: file, line: 1))
    default:
      return yamlSyntax("\(error)", SourceRange(file: file, line: 1))
    }
  }
}
