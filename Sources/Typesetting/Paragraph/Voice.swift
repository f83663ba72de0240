import Diagnostics
import Geometry
import LayoutSpecs

/// A single character as its voice sets it.
struct CharacterGlyph {
  enum State: UInt8 { case unknown, set, missing, complex }
  var id: UInt32 = 0
  /// Shift of the drawing from the left edge of its box.
  var x: Int32 = 0
  var y: Int32 = 0
  /// Width of the box.
  var cell: Int32 = 0
  /// How far the glyph moves left when the box loses half an em.
  var halfShift: Int32 = 0
  var face: UInt16 = 0
  var state: State = .unknown
}

/// One role at one size: its Chinese characters in a paged table, its Western words in a dictionary.
final class Voice {
  let role: FontRole
  let size: Length
  let em: Int32
  let halfWidthDigits: Bool
  private unowned let library: GlyphLibrary
  // A block of 256 characters behind each pointer, nil while unused: a look-up is two reads, and as
  // the pointers never change there is no check for overlapping access in the inner loop.
  private let blocks: UnsafeMutableBufferPointer<UnsafeMutablePointer<CharacterGlyph>?>
  var words: [WordKey: SetWord] = [:]

  init(role: FontRole, size: Length, halfWidthDigits: Bool, library: GlyphLibrary) {
    self.role = role
    self.size = size
    self.em = Int32(truncatingIfNeeded: max(1, size.units))
    self.halfWidthDigits = halfWidthDigits
    self.library = library
    blocks = .allocate(capacity: 0x1100)
    blocks.initialize(repeating: nil)
  }

  deinit {
    for block in blocks { block?.deallocate() }
    blocks.deallocate()
  }

  /// The glyph of a character that stands for itself.
  @inline(__always) func glyph(_ value: UInt32, _ kind: CharacterClass) throws(Rejection)
    -> CharacterGlyph
  {
    if let block = blocks[Int(value >> 8)] {
      let glyph = block[Int(value & 0xFF)]
      if glyph.state != .unknown { return glyph }
    }
    return try load(value, kind)
  }

  private func load(_ value: UInt32, _ kind: CharacterClass) throws(Rejection) -> CharacterGlyph {
    let glyph = try shape(value, kind)
    let block = blocks[Int(value >> 8)] ?? makeBlock(Int(value >> 8))
    block[Int(value & 0xFF)] = glyph
    return glyph
  }

  private func makeBlock(_ number: Int) -> UnsafeMutablePointer<CharacterGlyph> {
    let block = UnsafeMutablePointer<CharacterGlyph>.allocate(capacity: 256)
    block.initialize(repeating: CharacterGlyph(), count: 256)
    blocks[number] = block
    return block
  }

  private func shape(_ value: UInt32, _ kind: CharacterClass) throws(Rejection) -> CharacterGlyph {
    // The half em of ／ (part 2) has no room for a slash drawn across a whole one.
    let drawn = value == 0xFF0F && library.direction == .horizontal ? 0x2F : value
    guard let scalar = Unicode.Scalar(drawn) else { return CharacterGlyph(state: .missing) }
    let run = try library.shaper.shape(
      StyledRun(
        scalars: [scalar], role: role, size: size, script: .han(library.region),
        direction: library.direction))
    var glyph = CharacterGlyph(cell: em, state: run.missing.isEmpty ? .set : .missing)
    guard let first = run.glyphs.first, glyph.state == .set else { return glyph }
    guard run.glyphs.count == 1 else {
      glyph.state = .complex
      return glyph
    }
    glyph.id = first.id
    glyph.face = library.index(of: first.face)
    // Along the line and across it: in a vertical line the drawing's shifts change places.
    let isVertical = library.direction == .vertical
    glyph.x = Int32((isVertical ? first.dy : first.dx).units)
    glyph.y = Int32((isVertical ? first.dx : first.dy).units)
    let advance = Int32(first.advance.units)
    if let shape = library.shape(of: kind, value), isVertical {
      glyph.cell = shape.cell * em / MarkShape.em
      glyph.halfShift = kind == .open ? em / 2 : 0
      glyph.x += (glyph.cell - advance) / 2
    } else if let shape = library.shape(of: kind, value) {
      try place(&glyph, scalar, shape, kind, advance: advance)
    } else {
      glyph.cell = isOnEmBody(value) ? em : advance
      glyph.x += (glyph.cell - advance) / 2
    }
    return glyph
  }

  // Ideographs and kana stand on a whole em even where the face is narrower.
  private func isOnEmBody(_ value: UInt32) -> Bool {
    (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || value >= 0x20000
  }

  /// Puts a mark into its box and finds which way it moves when squeezed: measured in the face,
  /// never assumed (part 11: widths and sides of “ ” · ？ differ from face to face).
  private func place(
    _ glyph: inout CharacterGlyph, _ scalar: Unicode.Scalar, _ shape: MarkShape,
    _ kind: CharacterClass, advance: Int32
  ) throws(Rejection) {
    let cell = shape.cell * em / MarkShape.em
    let half = em / 2
    glyph.cell = cell
    let ink = try library.shaper.inkExtent(
      of: scalar, role: role, script: .han(library.region), features: [])
    let share = Double(em)
    let left = Int32(((ink?.left ?? 0) * share).rounded())
    let right = Int32(((ink?.right ?? 1) * share).rounded())
    var shift: Int32
    if cell == em, abs(advance - em) <= em / 50 {
      shift = 0
    } else if kind == .open, cell == em {
      shift = cell - advance
    } else if cell == em, kind == .close || kind == .pause || kind == .stop {
      shift = 0
    } else if kind == .middle || kind == .slash || kind == .link {
      shift = (cell - left - right) / 2  // the ink in the middle of the box
    } else {
      shift = (cell - advance) / 2
    }
    // ！ ？ in some faces and all dots of zh-Hant stand in the middle of their em.
    let inkLeft = left + shift
    let inkRight = right + shift
    let slack = em / 25
    if inkRight <= half + slack {
      glyph.halfShift = 0
    } else if inkLeft >= half - slack {
      glyph.halfShift = half
    } else {
      glyph.halfShift = min(half, max(0, (inkLeft + inkRight) / 2 - half / 2))
    }
    if kind == .longDash || kind == .ellipsis { try centre(&glyph, ink) }
    if shift < -left, cell < em { shift = -left }
    glyph.x += shift
  }

  // —— and …… stand in the middle of the em box, whatever the face does with them (part 2).
  private func centre(_ glyph: inout CharacterGlyph, _ ink: InkExtent?) throws(Rejection) {
    guard let ink else { return }
    let metrics = try library.shaper.metrics(of: role)
    let middle = (metrics.emTop + metrics.emBottom) / 2
    let off = (ink.top + ink.bottom) / 2 - middle
    // A dash a few hundredths off is the designer's wish; dots on the baseline are a Latin habit.
    if abs(off) > 0.12 { glyph.y += Int32((off * Double(em)).rounded()) }
  }
}
