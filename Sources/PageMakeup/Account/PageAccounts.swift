import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// What is printed is what was written: the two accounts of made pages, settled before anything is
/// drawn. What does not balance is an error, and the pages are a proof.
struct PageAccounts {
  let layout: LayoutSpec
  var reports: [Report]
  var pictures: [MakeupPicture] = []
  /// Characters that no face has; of each a finding says so.
  var absent: Set<UInt32> = []

  /// Codes of findings that say that a text or a picture stands nowhere, with its place and why.
  static let declared: Set<Code> = [
    "picture.left-out", "picture.no-file", "page.service-line",
  ]

  /// Settles both accounts of a document and of its variants.
  func settle(_ made: MadeUp, into problems: inout Problems) {
    let known = problems.diagnostics
    var found: [Diagnostic] = []
    var told: Set<Diagnostic> = []
    for document in [made.document] + made.variants.map(\.document) {
      let all = words(document.pages, known) + ink(document.pages)
      for finding in all where told.insert(finding).inserted { found.append(finding) }
    }
    problems.report(contentsOf: found)
  }

  func settleWords(_ pages: [Page], into problems: inout Problems) {
    problems.report(contentsOf: words(pages, problems.diagnostics))
  }

  func settleInk(_ pages: [Page], into problems: inout Problems) {
    problems.report(contentsOf: ink(pages))
  }

  /// What the layout has no place for.
  var omissions: Omissions? {
    Omissions(layout: layout, reports: reports, pictures: pictures)
  }

  // MARK: Words

  private func words(_ pages: [Page], _ known: [Diagnostic]) -> [Diagnostic] {
    // What has no place at all has been said, with the number of characters.
    if known.contains(where: { $0.code == "page.overset" }) { return [] }
    var said = Set(known.filter { Self.declared.contains($0.code) }.compactMap(\.range))
    said.formUnion(omissions?.ranges ?? [])
    let pieces = reports.flatMap { ReportWords.pieces(of: $0, without: absent) }.filter {
      !said.contains($0.range)
    }
    let printed = PrintedText(pages, without: absent)
    var account = WordAccount(printed, pieces: pieces)
    let lost = grouped(account.lost(), pieces)
    let repeats = layout.makeup == .banner || layout.document.isScreens
    let doubled = repeats ? [] : grouped(account.doubled(), pieces)
    return lost.map { AccountProblems.lost($0.piece, words: $0.words, count: $0.count) }
      + doubled.map { AccountProblems.doubled($0.piece, words: $0.words, count: $0.count) }
      + missing(printed.images, known)
  }

  /// One finding for each paragraph or table.
  private func grouped(
    _ findings: [WordAccount.Finding], _ pieces: [ReportPiece]
  ) -> [(piece: ReportPiece, words: String, count: Int)] {
    var groups: [(piece: ReportPiece, words: String, count: Int)] = []
    for finding in findings {
      let piece = pieces[finding.piece]
      if let last = groups.last, last.piece.owner == piece.owner, last.piece.name == piece.name,
        last.piece.range == piece.range
      {
        groups[groups.count - 1].count += finding.count
        if last.words.count < Self.shown { groups[groups.count - 1].words += "、\(finding.words)" }
      } else {
        groups.append((piece, finding.words, finding.count))
      }
    }
    return groups
  }

  private static let shown = 30

  /// Pictures that stand on no page and of which nothing has been said.
  private func missing(_ drawn: Set<ImageID>, _ known: [Diagnostic]) -> [Diagnostic] {
    let said = Set(known.filter { Self.declared.contains($0.code) }.compactMap(\.range))
    if omissions?.hasPictures == true { return [] }
    return pictures.compactMap { picture in
      guard let image = picture.image, !drawn.contains(ImageID(rawValue: image.path)) else {
        return nil
      }
      if let range = picture.range, said.contains(range) { return nil }
      return AccountProblems.pictureLost(picture, path: image.path)
    }
  }

  // MARK: Ink

  private func ink(_ pages: [Page]) -> [Diagnostic] {
    let isRunning = layout.makeup == .newspaper || layout.makeup == .pages
    // Rows of tables fill the last line's leading as well, which ends under its em box.
    var area = layout.grid.typeArea
    area.size.height = layout.grid.leading * layout.grid.lines
    let account = InkAccount(
      area: isRunning && !layout.document.isScreens ? area : nil,
      isTiled: layout.makeup == .banner,
      overText: Set(pictures.filter(\.isOverText).compactMap { $0.image?.path }))
    return account.findings(in: pages).map(AccountProblems.ink)
  }
}
