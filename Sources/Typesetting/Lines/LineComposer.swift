import DisplayList
import Geometry
import LayoutSpecs

/// Sets the lines of a broken paragraph: deals the steps out and places every glyph.
struct LineComposer {
  let source: SetSource
  let alignment: Alignment
  /// Whether lines reach their measure.
  let stretchesLines: Bool
  let spaces: [SetWord?]
  private let slots: (Int) -> LineMeasures.Slot
  private var writer: RunWriter
  /// Boxes of the line at hand that carry marks; empty where no style asks for any.
  private var marked: [MarkedBox] = []
  private let decorator: LineDecorator?
  private let turned: [Int: TurnedWord]
  private let hyphens: [SetWord?]
  private let faces: [FontFaceID]

  init(
    _ source: SetSource, style: ParagraphStyle, spaces: [SetWord?], faces: [FontFaceID],
    decorator: LineDecorator?, turned: [Int: TurnedWord], hyphens: [SetWord?],
    isVertical: Bool,
    slots: @escaping (Int) -> LineMeasures.Slot
  ) {
    self.source = source
    // A heading keeps its natural width: its lines end where its words do (PG-13).
    stretchesLines = style.alignment == .even || style.alignment == .justified && !style.isHeading
    self.decorator = decorator
    alignment = style.alignment
    self.spaces = spaces
    self.slots = slots
    self.faces = faces
    self.turned = turned
    self.hyphens = hyphens
    writer = RunWriter(source, faces: faces, isVertical: isVertical)
  }

  /// The lines between the breaks; `scalars` is the length of the paragraph's source.
  mutating func lines(_ breaks: [Int], scalars: Int) -> [ComposedLine] {
    var lines: [ComposedLine] = []
    lines.reserveCapacity(breaks.count)
    var start = 0
    for end in breaks {
      let next =
        end < source.contents.count ? Int(source.contents[end].scalars.lowerBound) : scalars
      lines.append(line(from: start, to: end, number: lines.count, nextScalar: next))
      start = end
    }
    return lines
  }

  private mutating func line(from a: Int, to b: Int, number: Int, nextScalar: Int) -> ComposedLine {
    let slot = slots(number)
    let width = source.ruler.width(ofLine: number)
    let room = source.ruler.room(from: a, to: b, width: width)
    let stretches = stretchesLines && !source.ruler.endsRagged(at: b)
    let isStuck = stretches && room.slack > 0 && room.places == 0
    var emergencyPlaces = isStuck ? self.emergencyPlaces(from: a, to: b) : 0
    let opensLetters = isStuck && emergencyPlaces == 0
    if opensLetters { emergencyPlaces = letterPlaces(from: a, to: b) }
    let adjustment = LineAdjustment(
      room, em: source.ruler.em, stretches: stretches, emergencyPlaces: emergencyPlaces,
      opensLetters: opensLetters, tornGap: source.ruler.tornGap)
    let advance = place(from: a, to: b, adjustment)
    let rest = max(0, Int(width) - Int(advance))
    let shift =
      switch alignment {
      case .centred: rest / 2
      case .right: rest
      default: 0
      }
    let first = number == 0 && a == 0 ? 0 : Int(source.contents[a].scalars.lowerBound)
    let text =
      Int(source.contents[a].text.lowerBound)..<Int(source.contents[b - 1].text.upperBound)
    let whole = writer.wholeText(text)
    if let decorator { writer.append(decorator.items(for: marked)) }
    return ComposedLine(
      items: writer.items, indent: slot.indent + Length(units: shift),
      width: Length(units: Int(advance)),
      fit: fit(room, adjustment, from: a, to: b, number: number, emergencyPlaces: emergencyPlaces),
      text: whole ?? source.string(text), range: first..<max(first, nextScalar))
  }

  // Places that only an emergency opens: word spaces and gaps beyond their limits, letters.
  private func emergencyPlaces(from a: Int, to b: Int) -> Int {
    source.ruler.items[a..<b - 1].reduce(0) { count, item in
      switch item.glueKind {
      case .wordSpace, .mixedGap, .avoided, .letter: count + 1
      case .solid, .character: count
      }
    }
  }

  // A line that is one word, or words grown together, can only be opened between its letters.
  private func letterPlaces(from a: Int, to b: Int) -> Int {
    var places = 0
    for index in a..<b {
      places += letters(of: source.contents[index])
      let item = source.ruler.items[index]
      if index < b - 1, item.glueKind == .solid, item.penalty != BreakPenalty.never { places += 1 }
    }
    return places
  }

  // Gaps inside a Western box.
  private func letters(of content: BoxContent) -> Int {
    guard content.kind.isWestern else { return 0 }
    let range = Int(content.glyphs.lowerBound)..<Int(content.glyphs.upperBound)
    return max(0, source.glyphs[range].reduce(0) { $0 + ($1.bytes > 0 ? 1 : 0) } - 1)
  }

  private mutating func place(from a: Int, to b: Int, _ adjustment: LineAdjustment) -> Int32 {
    var adjustment = adjustment
    let last = b - 1
    var x: Int32 = 0
    let glyphs =
      source.contents[last].glyphs.upperBound - source.contents[a].glyphs.lowerBound
    writer.reset(capacity: Int(glyphs) + 2)
    marked.removeAll(keepingCapacity: true)
    for index in a..<b {
      let item = source.ruler.items[index]
      let content = source.contents[index]
      var width = item.width
      if index == last {
        width = item.endWidth - Int32(adjustment.hang.used)
        if index == a { width -= source.ruler.startTrim(at: a) }
      } else if index == a {
        let trim = source.ruler.startTrim(at: a)
        width -= trim + adjustment.squeeze(item, by: max(0, item.squeeze - trim))
      } else if item.squeeze > 0 {
        width -= adjustment.squeeze(item, by: item.squeeze)
      }
      if adjustment.opensLetters {
        let inner = adjustment.emergency.deal(Int32(letters(of: content)))
        width += inner
        writer.spread = inner
      }
      writer.add(content, x: x, shift: shift(content, width), end: x + width)
      if !turned.isEmpty, let word = turned[index] {
        writer.append(word.items(at: x, extent: width, faces: faces))
      }
      if decorator != nil {
        marked.append(MarkedBox(index: index, x: x, width: width, content: content))
      }
      if index == last, content.isHyphenated {
        writer.addHyphen(hyphens[Int(content.style)], x: x + item.width)
      }
      x += width
      if index < last {
        let space = adjustment.space(behind: item)
        if content.hasSpace {
          let slot = Int(content.style) * 2 + (content.kind.isIdeographic ? 1 : 0)
          writer.addSpace(spaces[slot], x: x, end: x + space)
        }
        x += space
      }
    }
    writer.close()
    return x
  }

  // What a mark's box has lost moves the glyph by where its ink lies.
  @inline(__always) private func shift(_ content: BoxContent, _ width: Int32) -> Int32 {
    if content.halfShift == 0 || width >= content.cell { return 0 }
    let half = content.cell / 2
    // A mark as high as a banner: the product of two lengths needs the wider type.
    let moved = Int64(content.halfShift) * Int64(min(content.cell - width, half)) / Int64(half)
    return -Int32(moved)
  }
}
