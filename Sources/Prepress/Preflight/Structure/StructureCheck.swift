/// The structure tree and the flags of a tagged file (ISO 14289-1, 7): what a machine can judge.
struct StructureCheck {
  private let file: PDFFile
  private let tree: StructureTree
  private var log: PreflightLog

  /// Checks a file whose pages were walked.
  static func check(
    _ file: PDFFile, _ tree: StructureTree?, unmarked: Int, log: inout PreflightLog
  ) {
    let root = file.root
    if root["/MarkInfo"]?["/Marked"]?.bool != true { log.add("not-marked") }
    if root["/MarkInfo"]?["/Suspects"]?.bool == true { log.add("tags-suspect") }
    if root["/ViewerPreferences"]?["/DisplayDocTitle"]?.bool != true {
      log.add("no-display-title")
    }
    if unmarked > 0 { log.add("content-not-marked", "\(unmarked)") }
    guard let tree else { return log.add("untagged") }
    var check = StructureCheck(file: file, tree: tree, log: log)
    for type in tree.mappingFaults.prefix(8) { check.log.add("role-map", type) }
    for index in tree.elements.indices { check.checkElement(index) }
    check.checkHeadings()
    log = check.log
    TableCheck.check(tree, log: &log)
    LanguageCheck.check(file, tree, log: &log)
  }

  // MARK: Nesting

  /// What an element may stand in (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7.2).
  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "THead": ["Table"], "TBody": ["Table"],
    "TFoot": ["Table"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"],
  ]

  /// What may stand in an element.
  private static let kids: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "TR": ["TH", "TD"], "THead": ["TR"],
    "TBody": ["TR"], "TFoot": ["TR"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
    "TOC": ["TOC", "TOCI", "Caption"],
  ]

  private mutating func checkElement(_ index: Int) {
    let element = tree.elements[index]
    let type = element.standard
    if let parents = Self.parents[type], !parents.contains(tree.parentType(of: index) ?? "") {
      log.add("structure-nesting", type)
    }
    let inner = tree.kidTypes(of: index)
    if let allowed = Self.kids[type], let odd = inner.first(where: { !allowed.contains($0) }) {
      log.add("structure-nesting", "\(type) \(odd)")
    }
    checkCaption(type, inner)
    if type == "Figure" || type == "Formula" { checkWords(element) }
    if type == "Note" { checkNote(element) }
  }

  /// One caption, first or last; of a list, first.
  private mutating func checkCaption(_ type: String, _ kids: [String]) {
    guard ["Table", "L", "TOC"].contains(type) else { return }
    let places = kids.indices.filter { kids[$0] == "Caption" }
    guard let place = places.first else { return }
    let isAtEnd = place == kids.count - 1 && type == "Table"
    if places.count > 1 || !(place == 0 || isAtEnd) {
      log.add("structure-nesting", "\(type) Caption")
    }
  }

  /// Pictures have words; replaced text may be empty, a description not.
  private mutating func checkWords(_ element: StructureTree.Element) {
    let words = element.object["/Alt"]?.text ?? ""
    if words.isEmpty, element.object["/ActualText"]?.isString != true { log.add("figure-no-alt") }
  }

  private var notes: Set<String> = []

  private init(file: PDFFile, tree: StructureTree, log: PreflightLog) {
    (self.file, self.tree, self.log) = (file, tree, log)
  }

  private mutating func checkNote(_ element: StructureTree.Element) {
    let id = element.object["/ID"]?.text ?? ""
    if id.isEmpty || !notes.insert(id).inserted { log.add("note-id", id) }
  }

  // MARK: Headings

  private mutating func checkHeadings() {
    let levels = tree.elements.compactMap { element -> Int? in
      guard element.standard.hasPrefix("H") else { return nil }
      return Int(element.standard.dropFirst())
    }
    var last = 0
    for level in levels {
      if level > last + 1 {
        log.add("heading-skip", "H\(last), H\(level)")
        break
      }
      last = level
    }
    let plain = tree.elements.indices.filter { tree.elements[$0].standard == "H" }
    if !plain.isEmpty, !levels.isEmpty { log.add("heading-kinds") }
    let places = plain.map { tree.elements[$0].parent ?? -1 }
    if Set(places).count < places.count { log.add("heading-kinds", "H") }
  }
}
