import DisplayList
import Geometry

/// Gathers the glyphs of a line into runs: neighbours of one face, size and ink are one run.
struct RunWriter {
  private let source: SetSource
  private let faces: [FontFaceID]
  private let isVertical: Bool
  private(set) var items: [PlacedItem] = []
  /// What is put between the letters of the next box, all gaps together; emergencies only.
  var spread: Int32 = 0

  private var glyphs: [PlacedGlyph] = []
  private var clusters: [GlyphCluster] = []
  private var face: UInt16 = 0
  private var style: UInt16 = 0
  private var origin: Int32 = 0
  private var end: Int32 = 0
  private var textStart = 0
  private var textEnd = 0
  private var capacity = 0

  init(_ source: SetSource, faces: [FontFaceID], isVertical: Bool) {
    self.source = source
    self.isVertical = isVertical
    self.faces = faces
  }

  /// Starts a new line of about so many glyphs.
  mutating func reset(capacity: Int) {
    items = []
    self.capacity = capacity
  }

  /// Adds a box whose left edge is at `x`, its glyphs moved by `shift`, ending at `end`.
  @inline(__always) mutating func add(
    _ content: BoxContent, x: Int32, shift: Int32, end boxEnd: Int32
  ) {
    if content.glyphs.isEmpty {
      close()
      return
    }
    var place = Int(content.text.lowerBound)
    var letter: Int32 = 0
    let gaps = spread == 0 ? 1 : max(1, Int32(content.glyphs.count) - 1)
    for index in Int(content.glyphs.lowerBound)..<Int(content.glyphs.upperBound) {
      let glyph = source.glyphs[index]
      let pen = x &+ shift &+ glyph.x &+ spread &* letter / gaps
      if glyphs.isEmpty || glyph.face != face || content.style != style && !looksAlike(content) {
        let isInside = index > Int(content.glyphs.lowerBound)
        if isInside {
          // A word that two faces share: the run ends within the box.
          textEnd = place
          end = pen
        }
        close()
        open(at: isInside ? pen : x, glyph.face, place)
      }
      style = content.style
      let left = pen &- origin
      let along = Length(units: Int(left))
      let across = Length(units: Int(glyph.y))
      glyphs.append(
        isVertical
          ? PlacedGlyph(id: glyph.id, x: across, y: along)
          : PlacedGlyph(id: glyph.id, x: along, y: across))
      if glyph.bytes > 0 || clusters.isEmpty {
        clusters.append(GlyphCluster(bytes: Int(glyph.bytes), glyphs: 1))
      } else {
        clusters[clusters.count - 1].glyphs += 1
      }
      place += Int(glyph.bytes)
      letter += 1
    }
    textEnd = place
    end = boxEnd
    spread = 0
  }

  /// Adds the space behind the last box, from `x` to `end`.
  mutating func addSpace(_ space: SetWord?, x: Int32, end spaceEnd: Int32) {
    guard !glyphs.isEmpty else { return }
    if let glyph = space?.glyphs.first, glyph.face == face, !isVertical {
      glyphs.append(PlacedGlyph(id: glyph.id, x: Length(units: Int(x - origin))))
      clusters.append(GlyphCluster(bytes: 1, glyphs: 1))
      end = spaceEnd
    } else {
      // Another face would cut the run in two: the space is copied with the character before it.
      clusters[clusters.count - 1].bytes += 1
    }
    textEnd += 1
  }

  /// Adds the hyphen of a parted word; it is drawn with the last letter and never copied.
  mutating func addHyphen(_ hyphen: SetWord?, x: Int32) {
    guard let glyph = hyphen?.glyphs.first, glyph.face == face, !clusters.isEmpty else { return }
    glyphs.append(PlacedGlyph(id: glyph.id, x: Length(units: Int(x + glyph.x - origin))))
    clusters[clusters.count - 1].glyphs += 1
  }

  private func looksAlike(_ content: BoxContent) -> Bool {
    source.looks[Int(style)] == source.looks[Int(content.style)]
  }

  private mutating func open(at x: Int32, _ face: UInt16, _ textStart: Int) {
    origin = x
    self.face = face
    self.textStart = textStart
    textEnd = textStart
    glyphs.reserveCapacity(capacity)
    clusters.reserveCapacity(capacity)
  }

  /// Ends the run at hand.
  mutating func close() {
    guard !glyphs.isEmpty else { return }
    let look = source.looks[Int(style)]
    let run = GlyphRun(
      face: faces[Int(face)], size: look.size, ink: look.ink, glyphs: glyphs,
      text: source.string(textStart..<textEnd), clusters: clusters,
      width: Length(units: Int(end - origin)))
    let along = Length(units: Int(origin))
    let place =
      isVertical ? Point(x: look.rise, y: along) : Point(x: along, y: -look.rise)
    items.append(PlacedItem(at: place, .glyphs(run)))
    glyphs = []
    clusters = []
  }

  /// Adds what is drawn beside the characters.
  mutating func append(_ decorations: [PlacedItem]) { items += decorations }

  /// The text of the line, if one run holds all of it.
  func wholeText(_ range: Range<Int>) -> String? {
    guard items.count == 1, textStart == range.lowerBound, textEnd == range.upperBound,
      case .glyphs(let run) = items[0].item
    else { return nil }
    return run.text
  }
}
