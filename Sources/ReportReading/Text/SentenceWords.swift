internal import Segmentation

/// The words of a stretch of a paragraph, by places of the paragraph.
struct SentenceWords {
  private let segmentation: Segmentation
  private let offset: Int

  /// Cuts a stretch of a text.
  init(_ text: Scalars, _ range: Range<Int>) {
    segmentation = Segmentation(Scalars(text[range]))
    offset = range.lowerBound
  }

  /// Whether no word lies across a place.
  func isBoundary(_ place: Int) -> Bool { segmentation.isBoundary(place - offset) }

  /// The word that holds a place; nil outside the stretch.
  func word(at place: Int) -> (range: Range<Int>, partOfSpeech: PartOfSpeech)? {
    segmentation.word(at: place - offset).map {
      ($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.partOfSpeech)
    }
  }
}

/// The brackets of a text.
enum Brackets {
  /// The place of the bracket that opens the one at a place; nil when none does within `floor`.
  static func open(of close: Int, in text: Scalars, from floor: Int) -> Int? {
    var depth = 0
    var place = close
    while place >= floor {
      switch text[place] {
      case "）", ")": depth += 1
      case "（", "(":
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
      place -= 1
    }
    return nil
  }

  /// Words without what brackets add to them: 地区生产总值（GDP） is 地区生产总值. Short alternatives
  /// stay: 县（市、区）. A bracket without its partner goes, with what lies on its outer side.
  static func plain(_ words: Scalars) -> Scalars {
    var result: Scalars = []
    var place = 0
    while place < words.count {
      switch words[place] {
      case "（", "(":
        guard let close = close(of: place, in: words) else { return result }
        let inner = words[(place + 1)..<close]
        if inner.contains("、"), inner.count <= 6 { result += words[place...close] }
        place = close + 1
      case "）", ")":
        result = []
        place += 1
      default:
        result.append(words[place])
        place += 1
      }
    }
    return result
  }

  private static func close(of open: Int, in words: Scalars) -> Int? {
    var depth = 0
    for place in open..<words.count {
      switch words[place] {
      case "（", "(": depth += 1
      case "）", ")":
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }
}
