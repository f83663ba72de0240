/// The structure tree of a tagged file (ISO 32000-1, 14.7), read once: elements in reading order with
/// their standard types, languages and contents.
struct StructureTree {
  /// One element.
  struct Element {
    let object: PDFObject
    /// The type as written, without solidus.
    var type: String
    /// The standard type that it stands for; the written one where there is none.
    var standard: String
    var parent: Int?
    var kids: [Int] = []
    /// The nearest language at or above it, short of the catalog's.
    var language: String?
    /// Numbers of the annotations and objects that it holds.
    var objects: [Int] = []
  }

  /// A marked content of a page.
  struct Mark: Hashable {
    var page: Int
    var identifier: Int
  }

  private(set) var elements: [Element] = []
  /// The elements that hold marked contents, by page object and identifier.
  private(set) var marks: [Mark: Int] = [:]
  /// The elements that hold objects, by number.
  private(set) var owners: [Int: Int] = [:]
  /// Types that lead to no standard type, types that lead back to themselves, and standard types
  /// that are mapped to others.
  private(set) var mappingFaults: [String] = []
  private let roles: PDFObject?
  private static let limit = 300_000

  /// The standard structure types (ISO 32000-1, 14.8.4).
  static let standardTypes: Set<String> = Set(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 \
    H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link \
    Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
    """.split(separator: " ").map(String.init))

  /// Reads the tree; nil where the file has none.
  init?(_ file: PDFFile) {
    guard let root = file.root["/StructTreeRoot"], root.isDictionary else { return nil }
    roles = root["/RoleMap"]
    for (key, _) in roles?.entries ?? [] {
      let type = String(key.dropFirst())
      if Self.standardTypes.contains(type) { mappingFaults.append(type) }
    }
    read(root)
  }

  /// Reads all below a root, depth first, without recursion.
  private mutating func read(_ root: PDFObject) {
    var open: [(node: PDFObject, parent: Int?, page: Int?)] = [(root, nil, nil)]
    var seen: Set<Int> = []
    while let (node, parent, page) = open.popLast(), elements.count < Self.limit {
      if node.isArray {
        if let number = node.number, !seen.insert(number).inserted { continue }
        open += node.items.reversed().map { ($0, parent, page) }
        continue
      }
      if let identifier = node.integer {
        if let parent, let page { marks[Mark(page: page, identifier: identifier)] = parent }
        continue
      }
      guard node.isDictionary else { continue }
      if takeReference(node, parent, page) { continue }
      if let number = node.number, !seen.insert(number).inserted { continue }
      let own = node["/Pg"]?.number ?? page
      let index = add(node, below: parent)
      if let kids = node["/K"] { open.append((kids, index ?? parent, own)) }
    }
  }

  /// A reference to marked content or to an object; whether it was one.
  private mutating func takeReference(_ node: PDFObject, _ parent: Int?, _ page: Int?) -> Bool {
    switch node["/Type"]?.name {
    case "/MCR":
      if let parent, let identifier = node["/MCID"]?.integer,
        let page = node["/Stm"]?.number ?? node["/Pg"]?.number ?? page
      {
        marks[Mark(page: page, identifier: identifier)] = parent
      }
      return true
    case "/OBJR":
      if let parent, let number = node["/Obj"]?.number {
        elements[parent].objects.append(number)
        owners[number] = parent
      }
      return true
    default: return false
    }
  }

  private mutating func add(_ node: PDFObject, below parent: Int?) -> Int? {
    guard let written = node["/S"]?.name else { return nil }
    let type = String(written.dropFirst())
    let language = node["/Lang"]?.text ?? parent.flatMap { elements[$0].language }
    elements.append(
      Element(
        object: node, type: type, standard: standard(of: type), parent: parent, language: language))
    if let parent { elements[parent].kids.append(elements.count - 1) }
    return elements.count - 1
  }

  /// Follows the role map; a circle or a dead end is noted once.
  private mutating func standard(of type: String) -> String {
    var current = type
    var passed: Set<String> = []
    while !Self.standardTypes.contains(current) {
      guard passed.insert(current).inserted, let next = roles?["/\(current)"]?.name else {
        if !mappingFaults.contains(type) { mappingFaults.append(type) }
        return current
      }
      current = String(next.dropFirst())
    }
    return current
  }

  /// The standard types of an element's children.
  func kidTypes(of index: Int) -> [String] { elements[index].kids.map { elements[$0].standard } }

  /// The standard type of the element above; nil at the top.
  func parentType(of index: Int) -> String? { elements[index].parent.map { elements[$0].standard } }

  /// A value of an element's attributes, whoever owns them.
  func attribute(_ key: String, of index: Int) -> PDFObject? {
    guard let attributes = elements[index].object["/A"] else { return nil }
    let all = attributes.isArray ? attributes.items : [attributes]
    return all.lazy.compactMap { $0[key] }.first
  }
}
