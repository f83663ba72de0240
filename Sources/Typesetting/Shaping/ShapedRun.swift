public import DisplayList
public import Geometry

/// One glyph as the font gives it.
public struct ShapedGlyph: Hashable, Sendable {
  /// Number in the font file.
  public var id: UInt32
  /// How far the pen moves: to the right, or downwards in a vertical run.
  public var advance: Length
  /// Shift of the drawing to the right.
  public var dx: Length
  /// Shift of the drawing downwards.
  public var dy: Length
  /// Index of the first scalar of its cluster in the run.
  public var cluster: Int
  /// The face it comes from; a run may need several.
  public var face: FontFaceID

  /// Makes a glyph.
  public init(
    id: UInt32, advance: Length, dx: Length = .zero, dy: Length = .zero, cluster: Int,
    face: FontFaceID
  ) {
    self.id = id
    self.advance = advance
    self.dx = dx
    self.dy = dy
    self.cluster = cluster
    self.face = face
  }
}

/// A shaped run: glyphs in visual order, clusters rising.
public struct ShapedRun: Hashable, Sendable {
  /// The glyphs.
  public var glyphs: [ShapedGlyph]
  /// Indices of the scalars that no face of the role has.
  public var missing: [Int]

  /// Makes a shaped run.
  public init(glyphs: [ShapedGlyph], missing: [Int] = []) {
    self.glyphs = glyphs
    self.missing = missing
  }
}

/// Where the ink of a character lies in its advance, in shares of the em.
public struct InkExtent: Hashable, Sendable {
  /// Advance.
  public var advance: Double
  /// Left edge of the ink, from the origin.
  public var left: Double
  /// Right edge of the ink, from the origin.
  public var right: Double
  /// Top edge of the ink above the baseline.
  public var top: Double
  /// Bottom edge of the ink above the baseline (negative below it).
  public var bottom: Double

  /// Makes an extent.
  public init(advance: Double, left: Double, right: Double, top: Double, bottom: Double) {
    self.advance = advance
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }
}

/// What a line needs to know of a face; the ideographic em box, not ascent and descent, makes the grid.
public struct FontMetrics: Hashable, Sendable {
  /// Top of the em box above the baseline, in shares of the em (Noto: 0.88).
  public var emTop: Double
  /// Bottom of the em box above the baseline, in shares of the em (Noto: -0.12).
  public var emBottom: Double

  /// Makes metrics.
  public init(emTop: Double, emBottom: Double) {
    self.emTop = emTop
    self.emBottom = emBottom
  }
}
