import Geometry

/// The steps of one line, in units: what each takes or adds, and how it is dealt out. A step begins
/// when the one before it has given all it has (LA-3).
///
/// A step deals by running sums, so the shares of equal places differ by one unit at most and their
/// sum is exact (LA-1).
struct LineAdjustment {
  /// A step with what it must give and all it has.
  struct Account {
    var used = 0
    var capacity = 0
    private var dealtCapacity = 0
    private var dealt = 0

    init(used: Int = 0, capacity: Int = 0) {
      self.used = used
      self.capacity = capacity
    }

    /// The share of a place with so much capacity.
    @inline(__always) mutating func deal(_ share: Int32) -> Int32 {
      if used == 0 { return 0 }
      dealtCapacity += Int(share)
      let total = used * dealtCapacity / capacity
      let part = total - dealt
      dealt = total
      return Int32(truncatingIfNeeded: part)
    }
  }

  var wordShrink = Account()
  var middleDot = Account()
  var bracket = Account()
  var pause = Account()
  var mixedShrink = Account()
  var stop = Account()
  var hang = Account()
  var wordStretch = Account()
  var mixedStretch = Account()
  var markStretch = Account()
  var character = Account()
  var emergency = Account()
  /// Whether the emergency opens letters too, a line having nothing else.
  let opensLetters: Bool
  /// Whether the line is left short, since it would be torn open.
  var isShort = false
  /// What no step could give: the line stays short or sticks out by so much.
  var rest = 0

  /// The steps that bring a line to its measure; only the shrinking ones where `stretches` is false.
  init(
    _ room: LineRoom, em: Int32, stretches: Bool, emergencyPlaces: Int, opensLetters: Bool,
    tornGap: Double? = nil
  ) {
    self.opensLetters = opensLetters
    var left = Int(room.slack)
    if left < 0 {
      var lack = -left
      wordShrink = Self.take(&lack, room.wordShrink)
      middleDot = Self.take(&lack, room.middleDot)
      bracket = Self.take(&lack, room.bracket)
      pause = Self.take(&lack, room.pause)
      mixedShrink = Self.take(&lack, room.mixedShrink)
      stop = Self.take(&lack, room.stop)
      hang = Self.take(&lack, room.hang)
      rest = -lack
    } else if left > 0, stretches {
      wordStretch = Self.take(&left, room.wordStretch)
      mixedStretch = Self.take(&left, room.mixedStretch)
      markStretch = Self.take(&left, room.markStretch)
      let widest = tornGap.map { Double(room.places) * Double(em) * $0 } ?? .infinity
      if left > 0, room.places > 0, Double(left) > widest {
        isShort = true
      } else if left > 0, room.places > 0 {
        character = Account(used: left, capacity: Int(room.places))
        left = 0
      } else if left > 0, emergencyPlaces > 0 {
        emergency = Account(used: left, capacity: emergencyPlaces)
        left = 0
      }
      rest = left
    } else {
      rest = left
    }
  }

  private static func take(_ lack: inout Int, _ capacity: Int32) -> Account {
    guard lack > 0, capacity > 0 else { return Account(capacity: max(0, Int(capacity))) }
    let used = min(lack, Int(capacity))
    lack -= used
    return Account(used: used, capacity: Int(capacity))
  }

  /// What a box loses inside the line.
  @inline(__always) mutating func squeeze(_ item: ParagraphItem, by capacity: Int32) -> Int32 {
    switch item.squeezeStep {
    case .middleDot: middleDot.deal(capacity)
    case .bracket: bracket.deal(capacity)
    case .pause: pause.deal(capacity)
    case .stop: stop.deal(capacity)
    default: 0
    }
  }

  /// The space behind a box.
  @inline(__always) mutating func space(behind item: ParagraphItem) -> Int32 {
    switch item.glueKind {
    case .character:
      return item.glue + markStretch.deal(item.glueStretch) + character.deal(1)
    case .wordSpace:
      return item.glue - wordShrink.deal(item.glueShrink) + wordStretch.deal(item.glueStretch)
        + emergency.deal(1)
    case .mixedGap:
      return item.glue - mixedShrink.deal(item.glueShrink) + mixedStretch.deal(item.glueStretch)
        + emergency.deal(1)
    case .avoided, .letter: return item.glue + emergency.deal(1)
    case .solid:
      return item.glue
        + (opensLetters && item.penalty != BreakPenalty.never ? emergency.deal(1) : 0)
    }
  }
}
