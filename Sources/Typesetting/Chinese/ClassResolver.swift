/// Settles the classes that depend on neighbours: MX-8 for quotes, dashes, ellipses and middle dots,
/// and what a hyphen or a slash is.
struct ClassResolver {
  private let scalars: [UInt32]
  private var classes: [CharacterClass]
  private var leftStrong: [CharacterClass] = []
  private var rightStrong: [CharacterClass] = []
  private var openQuotes: [Int] = []
  private var straightQuoteIsOpen = false

  /// The classes of a text, settled.
  static func resolve(_ scalars: [UInt32], _ classes: [CharacterClass], hasLetters: Bool)
    -> [CharacterClass]
  {
    var resolver = ClassResolver(scalars: scalars, classes: classes)
    if hasLetters { resolver.findStrongNeighbours() }
    resolver.settle()
    return resolver.classes
  }

  private init(scalars: [UInt32], classes: [CharacterClass]) {
    self.scalars = scalars
    self.classes = classes
  }

  // The nearest Han character or Western letter on each side, marks, digits and spaces skipped.
  private mutating func findStrongNeighbours() {
    leftStrong = [CharacterClass](repeating: .ignorable, count: classes.count)
    rightStrong = leftStrong
    var strong = CharacterClass.ignorable
    for index in classes.indices {
      leftStrong[index] = strong
      if classes[index] == .latin || classes[index].isIdeographic { strong = classes[index] }
    }
    strong = .ignorable
    for index in classes.indices.reversed() {
      rightStrong[index] = strong
      if classes[index] == .latin || classes[index].isIdeographic { strong = classes[index] }
    }
  }

  private mutating func settle() {
    var index = 0
    while index < classes.count {
      switch classes[index] {
      case .han, .latin, .digit, .pause, .stop: break
      case .link: settleLink(&index)
      case .longDash, .ellipsis: settleLong(&index)
      case .hyphen where !isWestern(index - 1) && !isWestern(index + 1):
        classes[index] = .link
      case .slash where scalars[index] == 0x2F && isWestern(index - 1) && isWestern(index + 1):
        classes[index] = .latinOther
      case .middle where isLetter(index - 1) && isLetter(index + 1):
        classes[index] = .latinOther
      case .prefix where !isDigit(index + 1): classes[index] = .han
      case .open, .close: settleQuote(index)
      case .latinOther: settleStraightQuote(index)
      default: break
      }
      index += 1
    }
  }

  private func isWestern(_ index: Int) -> Bool {
    classes.indices.contains(index) && classes[index].isWestern
  }

  private func isLetter(_ index: Int) -> Bool {
    classes.indices.contains(index) && classes[index] == .latin
  }

  private func isDigit(_ index: Int) -> Bool {
    classes.indices.contains(index) && classes[index] == .digit
  }

  // MX-8: Western only inside a pure Western passage.
  private func standsInWestern(_ index: Int) -> Bool {
    guard !leftStrong.isEmpty else { return false }
    let left = leftStrong[index]
    let right = rightStrong[index]
    if left.isIdeographic || right.isIdeographic { return false }
    return left == .latin || right == .latin
  }

  // A dash: two are LONG, one is LINK; the short one between letters or digits is a hyphen.
  private mutating func settleLink(_ index: inout Int) {
    switch scalars[index] {
    case 0x2014:
      if index + 1 < scalars.count, scalars[index + 1] == 0x2014 {
        let kind = standsInWestern(index) ? CharacterClass.latinOther : .longDash
        classes[index] = kind
        classes[index + 1] = kind
        index += 1
      } else if standsInWestern(index), isLetter(index - 1), isLetter(index + 1) {
        classes[index] = .latinOther
      }
    case 0x2010, 0x2011, 0x2013:
      if isWestern(index - 1), isWestern(index + 1) { classes[index] = .hyphen }
    default: break
    }
  }

  private mutating func settleLong(_ index: inout Int) {
    let value = scalars[index]
    guard standsInWestern(index), value == 0x2026 else {
      // The second of a pair is taken with the first.
      if index + 1 < scalars.count, scalars[index + 1] == value, value != 0x2E3A { index += 1 }
      return
    }
    classes[index] = .latinClose
  }

  // A pair of quotes is Chinese when either of the two is.
  // A quote without its partner keeps its side: quotations of several paragraphs open each (PG-16).
  private mutating func settleQuote(_ index: Int) {
    switch scalars[index] {
    case 0x201C, 0x2018:
      if standsInWestern(index) {
        classes[index] = .latinOpen
      }
      openQuotes.append(index)
    case 0x2019 where isLetter(index - 1) && isLetter(index + 1):
      classes[index] = .latin  // an apostrophe
    case 0x201D, 0x2019:
      let partner = openQuotes.popLast()
      if standsInWestern(index) {
        if let partner, classes[partner] == .open { return }
        classes[index] = .latinClose
      } else if let partner {
        classes[partner] = .open
      }
    default: break
    }
  }

  // " and ' have no direction of their own: they open and close in turn.
  private mutating func settleStraightQuote(_ index: Int) {
    guard scalars[index] == 0x22 || scalars[index] == 0x27 else { return }
    if scalars[index] == 0x27, isLetter(index - 1) {
      classes[index] = .latin
      return
    }
    straightQuoteIsOpen.toggle()
    classes[index] = straightQuoteIsOpen ? .latinOpen : .latinClose
  }
}
