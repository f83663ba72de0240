internal import Diagnostics
import Foundation

/// What becomes of emoji in a text.
public enum EmojiPolicy: String, Hashable, Sendable, CaseIterable {
  /// They are drawn in one colour.
  case draw
  /// They are left out, which is said.
  case leaveOut = "leave-out"
}

/// Characters that no page can show as they came: controls and signs without a shape are taken out,
/// private and radical code points become the characters that they stand for, letters with loose
/// accents become one character. What changed is said once a kind, with its first place.
struct CharacterCare {
  /// A kind of change.
  enum Change: Int, CaseIterable {
    case control, privateUse, radical, accents, joined, emoji
  }

  private struct Finding {
    var count = 0
    var first: SourceRange?
    /// What was found, as it is told: `U+E863 → 䶮`.
    var words: [String] = []
  }

  private let emoji: EmojiPolicy
  /// Whether marks of notes already stand in the text.
  private let keepsNotes: Bool
  private var findings: [Change: Finding] = [:]

  init(emoji: EmojiPolicy = .draw, keepsNotes: Bool = false) {
    self.emoji = emoji
    self.keepsNotes = keepsNotes
  }

  /// Whether a text of which notes are part holds a character that cannot be set as it came.
  static func concerns(_ text: Scalars) -> Bool {
    text.contains { needsCare($0) && NoteMarks.number(of: $0) == nil }
  }

  /// Whether a cell holds such a character.
  static func concerns(_ cell: String) -> Bool {
    cell.unicodeScalars.contains { needsCare($0) && $0 != "\n" }
  }

  /// Most accents that one letter carries.
  private static let accentLimit = 8

  /// The text as it can be set; `place` gives the range of a scalar of it.
  mutating func clean(_ text: Scalars, at place: (Int) -> SourceRange?) -> Scalars {
    guard let start = text.firstIndex(where: { Self.needsCare($0) }) else { return text }
    var result = Scalars(text[..<start])
    result.reserveCapacity(text.count)
    var accents = 0
    var followsEmoji = false
    for index in start..<text.count {
      let scalar = text[index]
      if Self.isAccent(scalar) {
        accents += 1
        if accents > Self.accentLimit {
          note(.accents, scalar) { place(index) }
        } else if let last = result.last, let whole = Self.composed(last, scalar) {
          result[result.count - 1] = whole
        } else {
          result.append(scalar)
        }
        continue
      }
      accents = 0
      if Self.needsCare(scalar), !(keepsNotes && NoteMarks.number(of: scalar) != nil) {
        if followsEmoji, Self.joinsEmoji(scalar) {
          if scalar.value == 0x200D { note(.joined, scalar) { place(index) } }
          continue
        }
        if scalar.value == 0x20E3, let digit = result.last?.digitValue {
          result[result.count - 1] = Scalars("⓪①②③④⑤⑥⑦⑧⑨")[Int(digit)]
          continue
        }
        if let kept = take(scalar, at: { place(index) }) { result.append(kept) }
      } else {
        result.append(scalar)
      }
      followsEmoji = Self.isEmoji(scalar) || Self.looksLikeEmoji(scalar)
    }
    return result
  }

  /// What is set for a character that needs care; nil where nothing is.
  private mutating func take(
    _ scalar: Unicode.Scalar, at place: () -> SourceRange?
  ) -> Unicode.Scalar? {
    if let standard = CharacterForms.standard(ofPrivate: scalar) {
      note(.privateUse, scalar, becomes: standard, place)
      return standard
    }
    if let character = CharacterForms.character(ofRadical: scalar) {
      note(.radical, scalar, becomes: character, place)
      return character
    }
    switch scalar.value {
    // The soft line end of Word in a text, and those of Unicode, part lines.
    case 0x0B, 0x85, 0x2028, 0x2029: return "\n"
    case 0x0C: return " "
    // Which of two looks a sign has: it is always the one of text.
    case 0xFE0E, 0xFE0F: return nil
    default: break
    }
    if Self.isEmoji(scalar) {
      note(.emoji, scalar, place)
      return emoji == .draw ? scalar : nil
    }
    if Self.isControl(scalar) {
      note(.control, scalar, place)
      return nil
    }
    return scalar
  }

  // MARK: - Kinds of characters

  /// Whether a character is none of those that nearly all texts are made of.
  private static func needsCare(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x0A, 0x0D, 0x09, 0xA0...0x2FF, 0x3000...0xD7FF, 0xF900...0xFDFF: false
    case 0x2010...0x2027, 0x2030...0x205F, 0x2070...0x20CF, 0xFF00...0xFFEF: false
    case 0x20000...0x3FFFD: false
    default: true
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// Pictographs in colour: what Unicode shows as emoji by itself.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x231A && scalar.properties.isEmojiPresentation
      || (0x1F000...0x1FAFF).contains(scalar.value) && scalar.properties.isEmoji
  }

  /// Signs that Unicode shows as text by themselves and that emoji are joined of, such as ❤ and ♀.
  private static func looksLikeEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2190 && scalar.properties.isEmoji
  }

  /// What makes one emoji of several, or gives it a colour of skin: its parts are set one by one.
  private static func joinsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Controls, and signs that only order or join what stands beside them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0x1D173...0x1D17A, 0xE0000...0xE007F: true
    // The private planes: their marks have a meaning of their own in here.
    case 0xF0000...0x10FFFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// One character for a letter and its accent, by the canonical compositions; nil where Unicode has
  /// none. Ideographs are never changed.
  private static func composed(
    _ base: Unicode.Scalar, _ accent: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard base.properties.isAlphabetic, !base.isHan else { return nil }
    return Composition.table[Composition.Pair(base: base, accent: accent)]
  }

  private mutating func note(
    _ change: Change, _ scalar: Unicode.Scalar, becomes: Unicode.Scalar? = nil,
    _ place: () -> SourceRange?
  ) {
    var finding = findings[change] ?? Finding(first: place())
    finding.count += 1
    if finding.words.count < 6 {
      let words = Self.name(scalar) + (becomes.map { " → \($0)" } ?? "")
      if !finding.words.contains(words) { finding.words.append(words) }
    }
    findings[change] = finding
  }

  /// `U+202E`, with the character itself where it can be seen.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let point = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - point.count)) + point
    return isEmoji(scalar) ? "\(scalar) \(code)" : code
  }

  /// Tells what was changed.
  func report(into problems: inout Problems) {
    for change in Change.allCases {
      guard let finding = findings[change] else { continue }
      problems.report(
        ReadingProblems.changed(
          change, count: finding.count, words: finding.words.joined(separator: ", "),
          leavesEmojiOut: emoji == .leaveOut, at: finding.first))
    }
  }
}

/// Letters with an accent as one character: all canonical compositions below U+2000.
private enum Composition {
  struct Pair: Hashable {
    var base: Unicode.Scalar
    var accent: Unicode.Scalar
  }

  static let table: [Pair: Unicode.Scalar] = {
    var table: [Pair: Unicode.Scalar] = [:]
    for value in UInt32(0xC0)..<0x2000 {
      guard let whole = Unicode.Scalar(value), whole.properties.isAlphabetic else { continue }
      let parts = Scalars(String(Character(whole)).decomposedStringWithCanonicalMapping)
      guard parts.count > 1, let accent = parts.last else { continue }
      // A letter of two accents is put together in two steps.
      let rest = Scalars(parts.dropLast().string.precomposedStringWithCanonicalMapping)
      guard rest.count == 1 else { continue }
      table[Pair(base: rest[0], accent: accent)] = whole
    }
    return table
  }()
}
