/// The structure tree and the flags of a tagged file (ISO 14289-1, 7; Matterhorn 1, 9, 13, 14).
struct StructureCheck {
  /// Walks the tree and checks what a machine can.
  static func check(_ file: PDFFile, unmarked: Int, log: inout PreflightLog) {
    let root = file.root
    if root["/MarkInfo"]?["/Marked"]?.bool != true { log.add("not-marked") }
    if (root["/Lang"]?.text ?? "").isEmpty { log.add("no-lang") }
    if root["/ViewerPreferences"]?["/DisplayDocTitle"]?.bool != true {
      log.add("no-display-title")
    }
    if unmarked > 0 { log.add("content-not-marked", "\(unmarked)") }
    guard let tree = root["/StructTreeRoot"] else { return log.add("untagged") }
    var headings: [Int] = []
    var open = [tree]
    var seen: Set<Int> = []
    var nodes = 0
    while let node = open.popLast(), nodes < 300_000 {
      if let number = node.number, !seen.insert(number).inserted { continue }
      if node.isArray {
        open += node.items.reversed()
        continue
      }
      guard node.isDictionary else { continue }
      nodes += 1
      let role = node["/S"]?.name ?? ""
      if role == "/Figure" || role == "/Formula" {
        let words = node["/Alt"]?.text ?? node["/ActualText"]?.text ?? ""
        if words.isEmpty { log.add("figure-no-alt") }
      }
      if role.hasPrefix("/H"), let level = Int(role.dropFirst(2)), (1...6).contains(level) {
        headings.append(level)
      }
      if let kids = node["/K"], kids.isArray || kids.isDictionary { open.append(kids) }
    }
    var deepest = 0
    for level in headings {
      if level > deepest + 1 { return log.add("heading-skip", "H\(deepest), H\(level)") }
      deepest = level
    }
  }
}
