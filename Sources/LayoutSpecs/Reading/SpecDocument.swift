import Diagnostics
import Notations
internal import Yams

/// A YAML file as a tree whose every node knows its line and column, with `--set` values laid over.
struct SpecDocument {
  /// The file as the user knows it, such as `layouts/newspaper-tabloid/layout.yaml`.
  let file: String
  let root: Node

  /// Largest file that is read, in bytes.
  static let sizeLimit = 1 << 20

  init(text: String, file: String) throws(Rejection) {
    self.file = file
    guard text.utf8.count <= Self.sizeLimit else {
      throw Rejection(SpecProblems.tooLarge(file: file, bytes: text.utf8.count))
    }
    if let offence = YAMLBounds.offence(in: text) {
      let place = SourceRange(file: file, line: offence.line, column: offence.column)
      throw Rejection(SpecProblems.tooDeep(at: place))
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Rejection(SpecProblems.empty(file: file))
      }
      root = node
    } catch let error as Rejection {
      throw error
    } catch {
      throw Rejection(SpecProblems.unreadable(file: file, error: error))
    }
  }

  init(file: String, root: Node) {
    self.file = file
    self.root = root
  }

  /// The document with a scalar put at a dotted path, as `--set grid.lines=80` asks.
  func setting(_ path: [String], to value: String) -> SpecDocument {
    SpecDocument(file: file, root: Self.put(value, at: path[...], in: root))
  }

  static func put(_ value: String, at path: ArraySlice<String>, in node: Node) -> Node {
    guard let key = path.first else {
      // A composed scalar is read like one in the file: numbers stay numbers, lists stay lists.
      return (try? Yams.compose(yaml: value)) ?? Node(value)
    }
    guard case .mapping(var mapping) = node else { return node }
    let old = mapping[Node(key)] ?? Node([(Node, Node)]())
    mapping[Node(key)] = put(value, at: path.dropFirst(), in: old)
    return .mapping(mapping)
  }

  /// The top of the tree.
  func node(reportingTo log: SpecLog) -> SpecNode {
    SpecNode(node: root, path: "", place: SourceRange(file: file, line: 1), file: file, log: log)
  }
}

/// The findings of one reading; shared by all nodes of a tree.
final class SpecLog {
  var problems = Problems()
  /// What the reader asked for, where somebody wants to know.
  var shape: FileShape?
}
