/// Text as it is read out over loudspeakers: sentences, breaths of 25 characters at most, and the
/// time they take at 200 characters a minute.
enum BroadcastText {
  /// Most characters that are read in one breath.
  static let breath = 25
  /// Characters read in a minute.
  static let perMinute = 200

  /// The sentences of a paragraph, each with its end mark and the closing marks after it.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var open = ""
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      open.append(character)
      let next = place + 1 < characters.count ? characters[place + 1] : nil
      let isEnd = "。？！；".contains(character) || (ends(open) && closers.contains(character))
      if isEnd, !(next.map(closers.contains) ?? false) {
        sentences.append(open)
        open = ""
      }
    }
    if !open.isEmpty { sentences.append(open) }
    return sentences
  }

  private static let closers: Set<Character> = ["”", "’", "）", "』", "」"]

  private static func ends(_ text: String) -> Bool {
    let rest = text.reversed().drop { closers.contains($0) }
    return rest.first.map { "。？！；".contains($0) } ?? false
  }

  /// A sentence in breaths: cut after marks where that does, else in the middle of a clause after a
  /// word that one may pause at.
  static func breaths(_ sentence: String) -> [String] {
    var breaths: [String] = []
    var open = ""
    for clause in clauses(sentence) {
      if !open.isEmpty, spoken(open) + spoken(clause) > breath {
        breaths.append(open)
        open = ""
      }
      open += clause
      while spoken(open) > breath {
        let cut = pause(in: open)
        breaths.append(String(open.prefix(cut)))
        open = String(open.dropFirst(cut))
      }
    }
    if !open.isEmpty { breaths.append(open) }
    return breaths
  }

  /// Parts of a sentence that end with a mark one pauses at.
  private static func clauses(_ sentence: String) -> [String] {
    var clauses: [String] = []
    var open = ""
    for character in sentence {
      open.append(character)
      if "，、：；—".contains(character) {
        clauses.append(open)
        open = ""
      }
    }
    if !open.isEmpty { clauses.append(open) }
    return clauses
  }

  /// Where a clause that is too long is cut: after 的, 和 and the like, the last one that leaves both
  /// parts speakable; else at the limit, before a number that would be torn.
  private static func pause(in clause: String) -> Int {
    let characters = Array(clause)
    let limit = min(breath, characters.count - 1)
    let places = (8...max(8, limit)).reversed()
    if let place = places.first(where: {
      $0 < characters.count && "的和与及在为对将把从".contains(characters[$0 - 1])
    }) {
      return place
    }
    var cut = limit
    while cut > 8, isNumber(characters[cut - 1]), isNumber(characters[cut]) { cut -= 1 }
    return cut
  }

  private static func isNumber(_ character: Character) -> Bool {
    character.isNumber || character == "." || character == "%"
  }

  /// Characters that are read: all but marks and spaces.
  static func spoken(_ text: String) -> Int {
    text.count { !$0.isPunctuation && !$0.isWhitespace && !$0.isSymbol }
  }

  /// The time that so many characters take, in words.
  static func time(_ characters: Int) -> String {
    let seconds = (characters * 60 + perMinute - 1) / perMinute
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return minutes == 0 ? "\(rest)秒" : rest == 0 ? "\(minutes)分钟" : "\(minutes)分\(rest)秒"
  }
}
