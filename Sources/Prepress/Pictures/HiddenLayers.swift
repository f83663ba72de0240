/// The layers of a file that are switched off, and what lies on them (ISO 32000-1, 8.11). A page that
/// is placed in another has no layers any more; what its file does not show must not be printed.
struct HiddenLayers {
  private let off: Set<Int>
  /// Forms that were looked through, so that none is twice.
  private var seen: Set<Int> = []
  /// The names of the layers, for people.
  let names: [String]
  private static let depth = 16

  /// Reads which layers are off; nil where none is.
  init?(_ file: PDFFile) {
    guard let layers = file.root["/OCProperties"] else { return nil }
    let all = layers["/OCGs"]?.items ?? []
    let configuration = layers["/D"]
    var off = Set((configuration?["/OFF"]?.items ?? []).compactMap(\.number))
    if configuration?["/BaseState"]?.name == "/OFF" {
      off = Set(all.compactMap(\.number))
        .subtracting((configuration?["/ON"]?.items ?? []).compactMap(\.number))
    }
    if off.isEmpty { return nil }
    self.off = off
    names = all.filter { $0.number.map(off.contains) ?? false }.compactMap { $0["/Name"]?.text }
  }

  /// Whether what carries a layer, or a rule over several, is hidden.
  private func hides(_ layer: PDFObject?) -> Bool {
    guard let layer else { return false }
    if let number = layer.number, off.contains(number) { return true }
    guard layer["/Type"]?.name == "/OCMD", let groups = layer["/OCGs"] else { return false }
    let states = (groups.isArray ? groups.items : [groups]).map { hides($0) }
    if states.isEmpty { return false }
    return switch layer["/P"]?.name {
    case "/AllOn": states.contains(true)
    case "/AnyOff": !states.contains(true)
    case "/AllOff": states.contains(false)
    default: !states.contains(false)
    }
  }

  /// A content stream without what is hidden; the forms that it paints are changed in place.
  mutating func removed(from content: [UInt8], _ resources: PDFObject?, depth: Int = 0) -> [UInt8] {
    var scanner = ContentScanner(content)
    var kept: [UInt8] = []
    var end = 0
    // How deep the hidden content lies, counted in marks, and how many states it leaves open.
    var hidden: (marks: Int, states: Int)?
    while let operation = scanner.nextOperation() {
      if var inner = hidden {
        switch operation.name {
        case "BMC", "BDC": inner.marks += 1
        case "EMC": inner.marks -= 1
        case "q": inner.states += 1
        case "Q": inner.states -= 1
        default: break
        }
        hidden = inner.marks > 0 ? inner : nil
        end = operation.end
        if hidden == nil {
          let rest = inner.states < 0 ? "Q " : "q "
          kept += Array((" " + String(repeating: rest, count: abs(inner.states))).utf8)
        }
        continue
      }
      kept += content[end..<operation.start]
      end = operation.end
      if operation.name == "BDC", isHidden(operation, in: content, resources) {
        hidden = (1, 0)
      } else if operation.name == "Do", !paints(operation, in: content, resources, depth) {
        kept.append(UInt8(ascii: " "))
      } else {
        kept += content[operation.start..<operation.end]
      }
    }
    return kept
  }

  private func isHidden(
    _ operation: ContentOperation, in content: [UInt8], _ resources: PDFObject?
  ) -> Bool {
    let names = operation.operands.filter { $0.kind == .name }
      .map { String(decoding: content[$0.start..<$0.end], as: UTF8.self) }
    return names.count == 2 && names[0] == "/OC" && hides(resources?["/Properties"]?[names[1]])
  }

  /// Whether a form or picture is shown; a form that is shown loses what is hidden in it.
  private mutating func paints(
    _ operation: ContentOperation, in content: [UInt8], _ resources: PDFObject?, _ depth: Int
  ) -> Bool {
    guard let token = operation.operands.last, token.kind == .name,
      let object = resources?["/XObject"]?[
        String(decoding: content[token.start..<token.end], as: UTF8.self)]
    else { return true }
    if hides(object["/OC"]) { return false }
    if object["/Subtype"]?.name == "/Form", depth < Self.depth,
      object.number.map({ seen.insert($0).inserted }) ?? true,
      let inner = object.data(.general, limit: 64 << 20)
    {
      let kept = removed(from: inner, object["/Resources"] ?? resources, depth: depth + 1)
      if kept != inner { object.replaceData(kept) }
    }
    return true
  }
}
