import DisplayList
import Geometry

/// The account of ink: no line of text meets a picture, another line or a rule that is not its own,
/// leaves its place or is cut by a clip. What lies on a plate painted under it is meant.
///
/// Boxes are those of the ink that Chinese type has in its em, a little within it, so that lines set
/// solid do not meet.
struct InkAccount {
  /// What is wrong with a line of text.
  enum Fault: Hashable {
    case onPicture, onText(String), onRule, offPage, offArea, clipped
  }

  struct Finding: Hashable {
    var page: Int
    var fault: Fault
    var words: String
  }

  /// Where the text of a page may stand; nil where frames of its own hold it.
  let area: Rect?
  /// Whether pages are cut out of a larger drawing, as the cloths of a banner are.
  var isTiled = false
  /// Names of the pictures that are meant to lie with text, as seals are.
  var overText: Set<String> = []

  func findings(in pages: [Page]) -> [Finding] {
    pages.enumerated().flatMap { number, page in
      findings(on: page).map { Finding(page: number, fault: $0, words: $1) }
    }
  }

  private func findings(on page: Page) -> [(Fault, String)] {
    let inks = PageInks(page, overText: overText)
    let covers = inks.covers
    var found: [(Fault, String)] = []
    for text in inks.texts {
      if let fault = inks.picture(under: text, covers) ?? inks.rule(through: text, covers) {
        found.append((fault, text.words))
      }
      if isTiled { continue }
      if let clip = text.clip, !clip.contains(text.box, tolerance: Self.hair) {
        found.append((.clipped, text.words))
      }
      let trim = InkBox(
        left: 0, top: 0, right: page.trim.width.points, bottom: page.trim.height.points)
      if !trim.contains(text.box, tolerance: Self.hair) {
        found.append((.offPage, text.words))
      } else if let area, !text.isFurniture {
        let room = InkBox(area).grown(by: text.size)
        if !room.contains(text.box, tolerance: Self.hair) { found.append((.offArea, text.words)) }
      }
    }
    found += inks.meetings(covers).map { (.onText($1.words), $0.words) }
    return found
  }

  /// Points by which an edge may be missed.
  private static let hair = 0.5
}
