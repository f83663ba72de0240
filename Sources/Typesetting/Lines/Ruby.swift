import DisplayList
import Geometry

/// Sounds beside a character (RU-1), never parted from it: pinyin over it at half its size, zhuyin at
/// its right, three tenths of its size.
struct Ruby {
  /// The two spellings.
  enum Spelling { case pinyin, zhuyin }

  var spelling: Spelling
  /// Pinyin as a word; zhuyin with each sign at its place about the base's baseline.
  var word: SetWord
  var text: String
  var size: Length
  var ink: Ink
  /// Pinyin's baseline above the base's.
  var rise: Length
  /// The base's em.
  var base: Length
  /// Middle of the base's em box above its baseline.
  var middle: Length

  /// How far zhuyin reaches to the right of its base in a horizontal line.
  static let zhuyinShare = 0.5

  /// What is drawn in a horizontal line.
  func items(over box: MarkedBox, faces: [FontFaceID]) -> [PlacedItem] {
    let left = Length(units: Int(box.x))
    switch spelling {
    case .pinyin:
      let origin = Int(box.x) + (Int(box.width) - Int(word.width)) / 2
      let place = Point(x: Length(units: origin), y: -rise)
      return runs(faces).map { PlacedItem(at: place, .glyphs($0)) }
    case .zhuyin:
      let origin = Point(x: left + base + base.scaled(by: 0.05), y: .zero)
      return runs(faces).map { PlacedItem(at: origin, .glyphs($0)) }
    }
  }

  /// What is drawn at the right of a vertical line: pinyin on its side, zhuyin upright.
  func items(beside box: MarkedBox, faces: [FontFaceID]) -> [PlacedItem] {
    let top = Length(units: Int(box.x))
    let extent = Length(units: Int(box.width))
    switch spelling {
    case .pinyin:
      let start = top + (extent - Length(units: Int(word.width))) / 2
      let baseline = base / 2 + base.scaled(by: 0.0625) + size.scaled(by: 0.25)
      let runs = runs(faces).map { PlacedItem(at: .zero, .glyphs($0)) }
      return [
        PlacedItem(
          at: Point(x: baseline, y: start),
          .group(Group(items: runs, transform: .quarterTurnClockwise)))
      ]
    case .zhuyin:
      let origin = Point(x: base / 2 + base.scaled(by: 0.05), y: top + extent / 2 + middle)
      return runs(faces).map { PlacedItem(at: origin, .glyphs($0)) }
    }
  }

  /// How far it reaches from its base at the right of a vertical line.
  var reach: Length {
    spelling == .zhuyin ? base.scaled(by: Self.zhuyinShare) : base.scaled(by: 0.0625) + size
  }

  private func runs(_ faces: [FontFaceID]) -> [GlyphRun] {
    word.runs(text, size: size, ink: ink, faces: faces)
  }
}
