/// Whether the language of every word is known (ISO 14289-1, 7.2): by the catalog, or wherever words
/// stand.
struct LanguageCheck {
  /// Whether a tag is one (RFC 3066): subtags of one to eight letters or digits, the first of letters.
  static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { place, part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy {
          (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || place > 0 && (0x30...0x39).contains($0)
        }
    }
  }

  static func check(_ file: PDFFile, _ tree: StructureTree, log: inout PreflightLog) {
    let language = file.root["/Lang"]?.text
    if let language, !isTag(language) { log.add("lang-tag", language) }
    for element in tree.elements {
      if let own = element.object["/Lang"]?.text, !isTag(own) { log.add("lang-tag", own) }
    }
    guard (language ?? "").isEmpty else { return }
    for element in tree.elements where element.language == nil {
      if ["/Alt", "/ActualText", "/E"].contains(where: { element.object[$0]?.isString == true }) {
        log.add("no-lang", element.type)
      }
    }
    if file.root["/Outlines"]?["/First"] != nil { log.add("no-lang", "outline") }
    for page in file.pages {
      for annotation in page["/Annots"]?.items.prefix(1000) ?? [] {
        let owner = annotation.number.flatMap { tree.owners[$0] }
        guard owner.flatMap({ tree.elements[$0].language }) == nil else { continue }
        if !(annotation["/Contents"]?.text ?? "").isEmpty || annotation["/TU"]?.isString == true {
          log.add("no-lang", "annotation")
        }
      }
    }
  }
}
