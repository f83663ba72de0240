public import Diagnostics
public import LayoutSpecs

/// Checks a PDF file, ours or another's, against a press and the standards.
///
/// It follows every content stream that a page reaches and never runs without end: operations,
/// bytes and nesting are counted. It is no certified validator; what it does not look at are the
/// insides of font programs, trap nets and the meaning of a structure tree.
public struct Preflight: Sendable {
  private let profile: PressProfile
  private let measuresPagePictures: Bool

  /// Makes a check for a press. Whoever has limited the ink of a page's own pictures need not have
  /// them measured again; those in placed pages are measured in any case.
  public init(profile: PressProfile, measuresPagePictures: Bool = true) {
    self.profile = profile
    self.measuresPagePictures = measuresPagePictures
  }

  /// Checks a file; one that cannot be read at all is a rejection.
  public func check(_ bytes: [UInt8], name: String = "") throws(Rejection) -> PreflightReport {
    let file = try PDFFile(bytes, name: name)
    var document = DocumentCheck(file: file, bytes: bytes)
    document.check()
    FileSyntaxCheck.check(bytes, file: file, log: &document.log)
    let tree = StructureTree(file)
    var walker = ContentWalker(
      document, profile: profile, tree: tree, measuresPagePictures: measuresPagePictures)
    var trims: [PreflightPlace] = []
    var sheets: [PreflightSheet] = []
    let pages = file.pages
    for (index, page) in pages.enumerated() {
      let (frame, trim) = BoxCheck.check(
        page, number: index + 1, profile: profile, log: &walker.log)
      if let trim, trims.count < 100 { trims.append(trim) }
      if sheets.count < 100 { sheets.append(PreflightSheet(page, frame: frame)) }
      walker.walk(page, number: index + 1, frame: frame)
    }
    finish(&walker, document)
    if Set(trims.map { "\(Int($0.width * 10))×\(Int($0.height * 10))" }).count > 1 {
      walker.log.add("page-sizes-differ")
    }
    StructureCheck.check(file, tree, unmarked: walker.unmarked, log: &walker.log)
    AccessCheck.check(file, tree, log: &walker.log)
    var facts = walker.facts
    facts.version = document.version
    facts.claim = document.claim
    facts.pages = pages.count
    facts.trims = trims
    facts.sheets = sheets
    facts.spots = walker.spots.sorted()
    return PreflightReport(findings: walker.log.findings, facts: facts)
  }

  /// What only the whole file shows: fonts and spot inks.
  private func finish(_ walker: inout ContentWalker, _ document: DocumentCheck) {
    for (font, object) in zip(walker.fonts, walker.fontObjects) {
      if font.isShown { FontCheck.check(object, log: &walker.log) }
      if !font.isEmbedded {
        let id = font.isShown ? "font-not-embedded" : "font-not-embedded-unused"
        walker.log.add(id, font.name)
      } else if font.isShown, !font.isSubset, font.type != "Type3" {
        walker.log.add("font-not-subset", font.name)
      }
      let saysNothing = font.isComposite ? !font.hasCollection : font.isSymbolicTrueType
      if font.isShown, !font.hasUnicode, saysNothing {
        walker.log.add("no-tounicode", font.name)
      }
    }
    let spots = walker.spots.sorted()
    if spots.count > profile.ink.spots {
      walker.log.add("spot-inks", spots.joined(separator: ", "))
    }
  }
}
