import DisplayList
import Geometry
import LayoutSpecs

/// Gathers the glyphs of a line into runs: neighbours of one face, size and ink are one run.
struct RunWriter {
  private let built: BuiltParagraph
  private let faces: [FontFaceID]
  private(set) var items: [PlacedItem] = []
  /// What is put between the letters of the next box, all gaps together; emergencies only.
  var spread: Int32 = 0

  private var glyphs: [PlacedGlyph] = []
  private var clusters: [GlyphCluster] = []
  private var face: UInt16 = 0
  private var style: UInt16 = 0
  private var origin: Int32 = 0
  private var end: Int32 = 0
  private var text: Range<Int> = 0..<0

  init(_ built: BuiltParagraph, faces: [FontFaceID]) {
    self.built = built
    self.faces = faces
  }

  /// Starts a new line.
  mutating func reset(capacity: Int) {
    items = []
    glyphs.reserveCapacity(capacity)
    clusters.reserveCapacity(capacity)
  }

  /// Adds a box whose left edge is at `x`, its glyphs moved by `shift`, ending at `end`.
  @inline(__always) mutating func add(
    _ content: BoxContent, x: Int32, shift: Int32, end boxEnd: Int32
  ) {
    if content.glyphs.isEmpty {
      close()
      return
    }
    var textStart = Int(content.text.lowerBound)
    var letter: Int32 = -1
    let gaps = spread == 0 ? 1 : max(1, Int32(content.glyphs.count) - 1)
    for index in Int(content.glyphs.lowerBound)..<Int(content.glyphs.upperBound) {
      let glyph = built.glyphs[index]
      letter += 1
      if glyphs.isEmpty || glyph.face != face || content.style != style && !looksAlike(content) {
        close()
        open(at: x, glyph.face, content.style, textStart)
      }
      glyphs.append(
        PlacedGlyph(
          id: glyph.id,
          x: Length(units: Int(x + shift + glyph.x + spread * max(0, letter) / gaps - origin)),
          y: Length(units: Int(glyph.y))))
      if glyph.bytes > 0 || clusters.isEmpty {
        clusters.append(GlyphCluster(bytes: Int(glyph.bytes), glyphs: 1))
      } else {
        clusters[clusters.count - 1].glyphs += 1
      }
      textStart += Int(glyph.bytes)
      text = text.lowerBound..<textStart
      style = content.style
    }
    end = boxEnd
    spread = 0
  }

  /// Adds the space behind the last box, from `x` to `end`.
  mutating func addSpace(_ space: SetWord?, x: Int32, end spaceEnd: Int32) {
    guard !glyphs.isEmpty else { return }
    if let glyph = space?.glyphs.first, glyph.face == face {
      glyphs.append(PlacedGlyph(id: glyph.id, x: Length(units: Int(x - origin))))
      clusters.append(GlyphCluster(bytes: 1, glyphs: 1))
      end = spaceEnd
    } else {
      // Another face would cut the run in two: the space is copied with the character before it.
      clusters[clusters.count - 1].bytes += 1
    }
    text = text.lowerBound..<text.upperBound + 1
  }

  private func looksAlike(_ content: BoxContent) -> Bool {
    let a = built.styles[Int(style)]
    let b = built.styles[Int(content.style)]
    return a.size == b.size && a.ink == b.ink
  }

  private mutating func open(at x: Int32, _ face: UInt16, _ style: UInt16, _ textStart: Int) {
    origin = x
    self.face = face
    self.style = style
    text = textStart..<textStart
  }

  /// Ends the run at hand.
  mutating func close() {
    guard !glyphs.isEmpty else { return }
    let look = built.styles[Int(style)]
    let words = built.text.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[text]), as: UTF8.self)
    }
    let run = GlyphRun(
      face: faces[Int(face)], size: look.size, ink: look.ink, glyphs: glyphs, text: words,
      clusters: clusters, width: Length(units: Int(end - origin)))
    items.append(PlacedItem(at: Point(x: Length(units: Int(origin)), y: .zero), .glyphs(run)))
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
  }
}
