extension PageInks {
  /// Ink that two things share without touching to the eye, in points.
  private static let touch = 1.0
  /// A picture behind the whole page is its ground.
  private static let ground = 0.9

  /// Whether something painted between an order and a text hides what lies under the text.
  private func isOnPlate(_ text: Text, after order: Int, _ covers: [Shape]) -> Bool {
    covers.contains {
      $0.order > order && $0.order < text.order && $0.box.contains(text.box, tolerance: 2)
    }
  }

  private func isGround(_ picture: Shape) -> Bool {
    let area = trimArea
    let box = picture.box
    return (box.right - box.left) * (box.bottom - box.top) > Self.ground * area
  }

  /// A text on a picture without a plate, or under one.
  func picture(under text: Text, _ covers: [Shape]) -> InkAccount.Fault? {
    let meets = pictures.contains { picture in
      let (wide, high) = picture.box.overlap(text.box)
      guard wide > Self.touch, high > Self.touch, !isGround(picture) else { return false }
      return !isOnPlate(text, after: picture.order, covers)
    }
    return meets ? .onPicture : nil
  }

  /// A rule through the words, but for a line of their own that strikes them out.
  func rule(through text: Text, _ covers: [Shape]) -> InkAccount.Fault? {
    let inset = text.size * 0.12
    let core = text.box.grown(by: -inset)
    guard core.right > core.left, core.bottom > core.top else { return nil }
    let meets = rules.contains { rule in
      guard rule.figure == text.figure || rule.figure == 0, text.figure == 0 else { return false }
      let (wide, high) = rule.box.overlap(core)
      guard wide >= 0, high >= 0 else { return false }
      let isStrike =
        rule.box.left >= text.box.left - text.size && rule.box.right <= text.box.right + text.size
        && rule.box.bottom - rule.box.top < 2
      return !isStrike && !isOnPlate(text, after: rule.order, covers)
    }
    return meets ? .onRule : nil
  }

  /// Pairs of texts that are printed over each other; the one painted later comes first.
  func meetings(_ covers: [Shape]) -> [(Text, Text)] {
    let sorted = texts.filter { !Self.isMark($0.words) }.sorted {
      ($0.box.top, $0.order) < ($1.box.top, $1.order)
    }
    var found: [(Text, Text)] = []
    for (index, one) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.box.top >= one.box.bottom { break }
        guard meet(one, other) else { continue }
        let (under, over) = one.order < other.order ? (one, other) : (other, one)
        if !isOnPlate(over, after: under.order, covers) { found.append((over, under)) }
      }
    }
    return found
  }

  private func meet(_ one: Text, _ other: Text) -> Bool {
    // A drawing settles the places of its own words.
    if one.figure != 0, one.figure == other.figure { return false }
    let (wide, high) = one.box.overlap(other.box)
    let size = min(one.size, other.size)
    guard high > size * 0.2, wide > size * 0.2 else { return false }
    // On one line, marks may stand within the em of their neighbours.
    return abs(one.baseline - other.baseline) > size * 0.1 || wide > size * 0.8
  }

  /// Dots of emphasis and the like stand over or under their characters.
  private static func isMark(_ words: String) -> Bool {
    words.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || "·•・●﹅﹆.．。，".unicodeScalars.contains(scalar)
    }
  }
}
