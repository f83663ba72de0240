import Diagnostics
import LayoutSpecs
import ReportModel

/// What a layout leaves out by its nature: a banner all but its slogan, a letter its imprint. It is said
/// once, with the number of characters, and the accounts do not ask for it.
struct Omissions {
  private let blocks: [ReportBlock]
  private let pictures: [MakeupPicture]
  private let reason: Wording
  private let code: Code

  init?(layout: LayoutSpec, reports: [Report], pictures: [MakeupPicture]) {
    if layout.makeup == .banner {
      code = "page.slogan-only"
      reason = Wording("a banner carries its slogan alone", "横幅只排标语")
      blocks = reports.flatMap { $0.blocks.filter { $0.role != .headline } }
      self.pictures = pictures
    } else if layout.document.form == .letter {
      code = "page.no-imprint"
      reason = Wording(
        "a letter has no imprint at its foot (GB/T 9704 10.1)", "信函格式不加印发机关和印发日期（GB/T 9704 10.1）")
      blocks = reports.flatMap { $0.blocks(.imprint) }
      self.pictures = []
    } else {
      return nil
    }
    if blocks.isEmpty, self.pictures.isEmpty { return nil }
  }

  /// The places of the texts that are left out.
  var ranges: Set<SourceRange> { Set(blocks.map(\.range)) }

  /// Whether all pictures are left out.
  var hasPictures: Bool { !pictures.isEmpty }

  /// What is left out and why.
  var finding: Diagnostic {
    let count = blocks.reduce(0) { $0 + FoldedText.scalars($1.text).count }
    let art = pictures.isEmpty ? "" : " and \(pictures.count) pictures"
    let pics = pictures.isEmpty ? "" : "、图片 \(pictures.count) 幅"
    return Diagnostic(
      .note, code,
      Wording(
        "\(reason.english): \(count) characters\(art) of the report are left out",
        "\(reason.chinese)，未排 \(count) 字\(pics)"), at: blocks.first?.range)
  }
}
