/// The space between characters by which an office program breaks a paragraph where the page does.
///
/// An office program fills each line in turn; the page chooses its lines together, presses marks and
/// opens lines to do so. As much is taken from or put between all characters of such a line alike, as
/// office workers do it themselves, and in those lines alone that would break elsewhere without it: the
/// blank of a single mark cannot be taken, since LibreOffice adds nothing after the last character of a
/// stretch of one look. All widths are in twips.
struct WordLines {
  /// The size of the characters, and what is added after each.
  let size: Double
  let rest: Double
  /// The width of the lines, and what the first is indented by.
  let measure: Double
  let indent: Double

  /// How much narrower than the measure a line is made that is pressed or opened, in ems: what widths
  /// are rounded by.
  private static let slack = (pressed: 0.15, opened: 0.05)
  /// What office programs put between Chinese and Western characters, in ems: from LibreOffice's fifth to
  /// Word's quarter.
  private static let gaps = (least: 0.2, most: 0.25)
  /// How much of an ideographic space may be taken, in ems.
  private static let blank = 0.8

  /// The width of the raised mark of a note, in ems.
  private static let mark = 0.58

  /// What is added after each scalar of a text whose lines end at the places given, 0 mostly; `notes` are
  /// the places of its marks.
  func spacing(of text: [Unicode.Scalar], ends: [Int], notes: [Int] = []) -> [Double] {
    var spacing = [Double](repeating: 0, count: text.count)
    var start = 0
    for (number, place) in ends.enumerated() {
      let end = min(max(start, place), text.count)
      var last = end
      while last > start, text[last - 1] == " " { last -= 1 }
      let marks = Double(notes.filter { start < $0 && $0 <= last }.count) * Self.mark * size
      let room = measure - (number == 0 ? indent : 0) - marks
      let line = start..<last
      let wide = width(of: text[line], gap: Self.gaps.most)
      if wide > room + 1 {
        press(text, line, by: wide - room + Self.slack.pressed * size, into: &spacing)
      } else if end < text.count, line.count > 1 {
        let next = width(of: unit(in: text, at: end), gap: 0)
        if width(of: text[line], gap: Self.gaps.least) + next <= room + 0.1 * size {
          open(line, by: room - Self.slack.opened * size - wide, into: &spacing)
        }
      }
      start = end
    }
    return spacing
  }

  /// What a line break cannot part: a Chinese character, or letters and digits up to the next one.
  private func unit(in text: [Unicode.Scalar], at start: Int) -> ArraySlice<Unicode.Scalar> {
    let run = text[start...].prefix { Self.isWestern($0) && $0 != " " }
    return run.isEmpty ? text[start...].prefix(1) : run
  }

  private func open(_ line: Range<Int>, by excess: Double, into spacing: inout [Double]) {
    let share = (excess / Double(line.count)).rounded(.down)
    guard share > 0 else { return }
    for place in line { spacing[place] += share }
  }

  /// Takes from ideographic spaces first, then from all characters alike.
  private func press(
    _ text: [Unicode.Scalar], _ line: Range<Int>, by excess: Double, into spacing: inout [Double]
  ) {
    // Nothing is taken after the last character of a stretch.
    let spaces = line.dropLast().filter { text[$0] == "\u{3000}" && text[$0 + 1] == "\u{3000}" }
    let blank = min(excess, Self.blank * size * Double(spaces.count))
    if blank > 0 {
      let share = (blank / Double(spaces.count)).rounded(.up)
      for place in line where text[place] == "\u{3000}" { spacing[place] -= share }
    }
    let ends = line.dropLast().filter { Self.isWestern(text[$0]) != Self.isWestern(text[$0 + 1]) }
    let share = ((excess - blank) / Double(max(1, line.count - ends.count - 1))).rounded(.up)
    guard share > 0 else { return }
    for place in line { spacing[place] -= share }
  }

  /// The width of a stretch as it stands by itself, `gap` ems between Chinese and Western characters.
  func width(of text: ArraySlice<Unicode.Scalar>, gap: Double) -> Double {
    var width = 0.0
    var before: Unicode.Scalar?
    for scalar in text {
      width += (Self.isWestern(scalar) ? Self.advance(of: scalar) : 1) * size + rest
      if let before, Self.isWestern(before) != Self.isWestern(scalar) {
        width += (Self.isParted(before, scalar) ? gap * size : 0) - rest
      }
      before = scalar
    }
    return width
  }

  private static func isParted(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    isLetter(one) && isLetter(other)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isWestern(scalar)
      ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      : scalar.properties.isIdeographic
  }

  private static func isWestern(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x250 }

  /// The advance of a character of Times New Roman in ems; letters beyond ASCII are taken for half an em.
  private static func advance(of scalar: Unicode.Scalar) -> Double {
    let place = Int(scalar.value) - 0x20
    return advances.indices.contains(place) ? Double(advances[place]) / 1000 : 0.5
  }

  /// From the space to the tilde, in thousandths (Adobe's metrics of Times).
  private static let advances = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
  ]
}
