import Diagnostics
import Notations
import ReportModel

/// One difference between two versions of printed pages.
public struct PaperChange: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words of a paragraph or head are others.
    case changed
    /// A paragraph or head is new.
    case added
    /// One is gone.
    case removed
    /// One stands elsewhere in the reading order.
    case moved
    /// A head has become text, or text a head.
    case role
    /// The same head or picture stands elsewhere, or is larger or smaller.
    case place
    /// Another picture stands at a place.
    case picture
    /// A picture is new.
    case pictureAdded = "picture-added"
    /// A picture is gone.
    case pictureRemoved = "picture-removed"
    /// Another part of the same picture is shown.
    case crop
    /// A page is of another size, new, or gone.
    case page

    /// Its name in Chinese.
    public var chinese: String {
      switch self {
      case .changed: "改"
      case .added: "增"
      case .removed: "删"
      case .moved: "移"
      case .role: "改类"
      case .place: "改位置"
      case .picture: "换图"
      case .pictureAdded: "加图"
      case .pictureRemoved: "撤图"
      case .crop: "改裁切"
      case .page: "版"
      }
    }
  }

  /// What was done.
  public var kind: Kind
  /// Where it stood; nil for what is new.
  public var old: PagePlace?
  /// Where it stands; nil for what is gone.
  public var new: PagePlace?
  /// What it said.
  public var oldText = ""
  /// What it says.
  public var newText = ""
  /// The words that differ, for `changed`.
  public var edits: [WordEdit] = []
  /// The places of the words that are new, a line each; all of a text that is new.
  public var marks: [PagePlace] = []
  /// How far it went, or what is cut, in words.
  public var name = ""
}

/// What differs between two versions of printed pages, of two PDF files or of two plans that are set:
/// words changed, moved or lost, pictures swapped, places and crops changed.
///
/// Where lines and paragraphs break is not compared. What only moves along because the text before it
/// grew or shrank is no difference of its own.
public struct PaperComparison: Sendable {
  /// The differences in the order of the new version: pages, texts, pictures.
  public let changes: [PaperChange]

  /// Less than this is no other place, in millimetres.
  static let near = 1.0
  /// Less than this share of a picture is no other crop.
  private static let sameCrop = 0.01

  /// Compares two versions.
  public init(_ old: PaperContents, _ new: PaperContents) {
    let texts = TextPairs(
      old.texts.filter { !$0.isFolio }, new.texts.filter { !$0.isFolio })
    changes =
      Self.pages(old, new) + texts.changes + Self.folios(old, new)
      + Self.pictures(old, new, textChange: texts.firstChange)
  }

  /// Whether both print the same.
  public var isEmpty: Bool { changes.isEmpty }

  // MARK: Pages

  private static func pages(_ old: PaperContents, _ new: PaperContents) -> [PaperChange] {
    (0..<max(old.sizes.count, new.sizes.count)).compactMap { page in
      let one = page < old.sizes.count ? old.sizes[page] : nil
      let other = page < new.sizes.count ? new.sizes[page] : nil
      if let one, let other, abs(one.width - other.width) < near,
        abs(one.height - other.height) < near
      {
        return nil
      }
      func place(_ size: (width: Double, height: Double)?) -> PagePlace? {
        size.map {
          PagePlace(page: page + 1, left: 0, top: 0, width: $0.width, height: $0.height)
        }
      }
      func words(_ size: (width: Double, height: Double)?) -> String {
        size.map { "\(Int($0.width.rounded())) × \(Int($0.height.rounded())) mm" } ?? ""
      }
      return PaperChange(
        kind: .page, old: place(one), new: place(other), oldText: words(one), newText: words(other))
    }
  }

  // MARK: Page numbers

  /// The numbers of pages that both versions have.
  private static func folios(_ old: PaperContents, _ new: PaperContents) -> [PaperChange] {
    func folios(_ contents: PaperContents) -> [Int: PaperText] {
      contents.texts.filter(\.isFolio).reduce(into: [:]) { found, text in
        if let page = text.place?.page { found[page] = text }
      }
    }
    let (one, other) = (folios(old), folios(new))
    return (1...max(1, min(old.sizes.count, new.sizes.count))).compactMap { page in
      let (before, after) = (one[page], other[page])
      if before?.text == after?.text { return nil }
      return PaperChange(
        kind: before == nil ? .added : after == nil ? .removed : .changed, old: before?.place,
        new: after?.place, oldText: before?.text ?? "", newText: after?.text ?? "",
        edits: WordDifference.edits(from: before?.text ?? "", to: after?.text ?? ""),
        marks: [after?.place].compactMap(\.self))
    }
  }

  // MARK: Pictures

  private static func pictures(
    _ old: PaperContents, _ new: PaperContents, textChange: PagePlace?
  ) -> [PaperChange] {
    var rest = Array(old.pictures.indices)
    var pairs: [Int: Int] = [:]
    func claim(_ other: Int, _ fit: (PaperPicture, PaperPicture) -> Double) {
      guard pairs[other] == nil else { return }
      let found = rest.map { ($0, fit(old.pictures[$0], new.pictures[other])) }
        .filter { $0.1 > 0 }.max { $0.1 < $1.1 }
      guard let found else { return }
      rest.removeAll { $0 == found.0 }
      pairs[other] = found.0
    }
    let places = new.pictures.indices
    for other in places {
      claim(other) { $0.digest == $1.digest && $0.place.common(with: $1.place) > 0.9 ? 1 : 0 }
    }
    for other in places {
      claim(other) { $0.digest == $1.digest ? 1 + $0.place.common(with: $1.place) : 0 }
    }
    for other in places {
      claim(other) { max(0, $0.place.common(with: $1.place) - 0.3) }
    }
    var found: [PaperChange] = []
    for other in places {
      guard let one = pairs[other] else {
        found.append(
          PaperChange(
            kind: .pictureAdded, new: new.pictures[other].place,
            marks: [new.pictures[other].place]))
        continue
      }
      found += changes(old.pictures[one], new.pictures[other], textChange)
    }
    found += rest.map { PaperChange(kind: .pictureRemoved, old: old.pictures[$0].place) }
    return found
  }

  private static func changes(
    _ one: PaperPicture, _ other: PaperPicture, _ textChange: PagePlace?
  ) -> [PaperChange] {
    var found: [PaperChange] = []
    func add(_ kind: PaperChange.Kind, _ name: String) {
      found.append(
        PaperChange(
          kind: kind, old: one.place, new: other.place, marks: [other.place], name: name))
    }
    if one.digest != other.digest { add(.picture, "") }
    if one.digest == other.digest,
      zip(one.crop, other.crop).contains(where: { abs($0 - $1) > sameCrop })
    {
      add(.crop, cropWords(one.crop) + " → " + cropWords(other.crop))
    }
    if let move = Move(one.place, other.place), !move.isFlow(after: textChange) {
      add(.place, move.words)
    }
    return found
  }

  private static func cropWords(_ crop: [Double]) -> String {
    let sides = zip(["左", "上", "右", "下"], crop).filter { $0.1 > sameCrop }
      .map { "\($0)\(Int(($1 * 100).rounded()))%" }
    return sides.isEmpty ? "不裁" : "裁" + sides.joined(separator: " ")
  }
}

/// How a thing that is on both versions came from one place to another.
struct Move {
  private let old: PagePlace
  private let new: PagePlace

  /// nil where it stands as it stood.
  init?(_ old: PagePlace, _ new: PagePlace) {
    let near = PaperComparison.near
    let isSame =
      old.page == new.page && abs(old.left - new.left) < near && abs(old.top - new.top) < near
      && abs(old.width - new.width) < near && abs(old.height - new.height) < near
    if isSame { return nil }
    (self.old, self.new) = (old, new)
  }

  /// Whether it only went along with text that changed before it: up or down in its column, or on to
  /// another page at the same distance from the edge, as large as it was.
  func isFlow(after change: PagePlace?) -> Bool {
    guard let change, change.page <= max(old.page, new.page) else { return false }
    let near = PaperComparison.near
    return abs(old.left - new.left) < near && abs(old.width - new.width) < near
      && abs(old.height - new.height) < near
  }

  /// From where to where, in millimetres.
  var words: String {
    func said(_ place: PagePlace) -> String {
      "第\(place.page)版 \(Self.number(place.left)),\(Self.number(place.top)) "
        + "\(Self.number(place.width))×\(Self.number(place.height))mm"
    }
    return "\(said(old)) → \(said(new))"
  }

  private static func number(_ value: Double) -> String { DecimalText.trimmed(value, 1) }
}
