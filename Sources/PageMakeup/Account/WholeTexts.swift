/// Finds the texts that are printed as they were written, from the beginning of one run of glyphs to
/// the end of another, before any text is looked for in parts.
///
/// Tables say one thing thousands of times; which cell is which print does not matter as long as each
/// has one. A sum of the scalars up to each place makes a comparison as cheap for a paragraph as for
/// a figure, so the time is in proportion to the runs.
struct WholeTexts {
  /// The pieces that say a text, the first last.
  private var waiting: [UInt64: [Int]] = [:]
  /// How long the texts are that open with two scalars, the longest first.
  private var lengths: [UInt64: [Int]] = [:]
  private let pieces: [ReportPiece]

  init(_ pieces: [ReportPiece]) {
    self.pieces = pieces
    for index in pieces.indices.reversed() {
      let text = pieces[index].scalars
      waiting[Self.sum(text), default: []].append(index)
      guard let opening = Self.opening(text[...]) else { continue }
      lengths[opening, default: []].append(text.count)
    }
    for (opening, all) in lengths { lengths[opening] = Set(all).sorted(by: >) }
  }

  /// Takes every piece that stands whole in the print, and returns them.
  mutating func take(from printed: inout PrintedText) -> Set<Int> {
    var found: Set<Int> = []
    let scalars = printed.scalars
    let sums = Sums(scalars)
    var place = 0
    while place < scalars.count {
      guard printed.opensRun(place), printed.isFree(place),
        let end = end(of: place, scalars, sums, printed, &found)
      else {
        place += 1
        continue
      }
      printed.take(place..<end)
      place = end
    }
    return found
  }

  private mutating func end(
    of place: Int, _ scalars: [UInt32], _ sums: Sums, _ printed: borrowing PrintedText,
    _ found: inout Set<Int>
  ) -> Int? {
    let rest = scalars[place...].prefix(2)
    let openings = [Self.opening(rest), rest.count == 2 ? Self.opening(rest.prefix(1)) : nil]
    for length in openings.flatMap({ $0.flatMap { lengths[$0] } ?? [] }) {
      let end = place + length
      guard end <= scalars.count, end == scalars.count || printed.opensRun(end) else { continue }
      let sum = sums.sum(of: place..<end)
      guard let piece = waiting[sum]?.last,
        pieces[piece].scalars.elementsEqual(scalars[place..<end])
      else { continue }
      waiting[sum]?.removeLast()
      found.insert(piece)
      return end
    }
    return nil
  }

  private static func opening(_ text: ArraySlice<UInt32>) -> UInt64? {
    guard let first = text.first else { return nil }
    return StretchChains.key([first, text.dropFirst().first ?? .max])
  }

  private static func sum(_ text: [UInt32]) -> UInt64 {
    text.reduce(0) { $0 &* Sums.base &+ UInt64($1) &+ 1 }
  }
}

/// The polynomial sums of every beginning of a text.
private struct Sums {
  static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var upTo: [UInt64] = [0]
  private var powers: [UInt64] = [1]

  init(_ scalars: [UInt32]) {
    upTo.reserveCapacity(scalars.count + 1)
    powers.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      upTo.append(upTo[upTo.count - 1] &* Self.base &+ UInt64(scalar) &+ 1)
      powers.append(powers[powers.count - 1] &* Self.base)
    }
  }

  func sum(of range: Range<Int>) -> UInt64 {
    upTo[range.upperBound] &- upTo[range.lowerBound] &* powers[range.count]
  }
}
