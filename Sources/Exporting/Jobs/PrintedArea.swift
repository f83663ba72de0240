import Diagnostics
import Geometry
import Prepress
import Printing

/// What a printer reaches of a sheet.
struct PrintedArea {
  /// How much of a page a margin takes, in millimetres: at the left, top, right and bottom.
  struct Cut: Hashable {
    /// The side of a sheet, from 1.
    var sheet: Int
    var left, top, right, bottom: Double
  }

  private let paper: PrinterPaper
  /// Less than this is no loss.
  private static let least = 0.2

  init(_ paper: PrinterPaper) { self.paper = paper }

  /// What is printed beyond the margins, sheet by sheet.
  func cuts(in pdf: [UInt8], name: String) throws(Rejection) -> [Cut] {
    let pages = try PageContents.read(pdf, name: name)
    return pages.enumerated().compactMap { index, page in
      guard let ink = page.ink else { return nil }
      let margins = margins(lying: page.size.width > page.size.height)
      func over(_ margin: Double, _ free: Length) -> Double { max(0, margin - free.millimetres) }
      let cut = Cut(
        sheet: index + 1, left: over(margins.left, ink.left), top: over(margins.top, ink.top),
        right: over(margins.right, page.size.width - ink.right),
        bottom: over(margins.bottom, page.size.height - ink.bottom))
      let most = max(max(cut.left, cut.right), max(cut.top, cut.bottom))
      return most > Self.least ? cut : nil
    }
  }

  /// A lying page may be turned either way: then the larger margin of both ends counts.
  private func margins(lying: Bool) -> (left: Double, top: Double, right: Double, bottom: Double) {
    let own = paper.margins
    guard lying else { return own }
    let (sides, ends) = (max(own.left, own.right), max(own.top, own.bottom))
    return (ends, sides, ends, sides)
  }
}
