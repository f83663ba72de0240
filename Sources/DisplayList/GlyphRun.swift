public import Geometry

/// One glyph of a run, placed relative to the run's origin on the baseline.
public struct PlacedGlyph: Hashable, Sendable {
  /// Number in the font file.
  public var id: UInt32
  /// Right of the run's origin.
  public var x: Length
  /// Below the run's baseline.
  public var y: Length

  /// Makes a placed glyph.
  public init(id: UInt32, x: Length, y: Length = .zero) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// Which characters became which glyphs; the clusters of a run follow each other in both.
public struct GlyphCluster: Hashable, Sendable {
  /// Length of its text in UTF-8 bytes.
  public var bytes: Int
  /// How many glyphs it has.
  public var glyphs: Int

  /// Makes a cluster.
  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Glyphs of one face, size and ink on one baseline, with the text they stand for.
public struct GlyphRun: Hashable, Sendable {
  /// The face.
  public var face: FontFaceID
  /// Size of the em.
  public var size: Length
  /// The ink.
  public var ink: Ink
  /// The glyphs, each placed from the run's origin.
  public var glyphs: [PlacedGlyph]
  /// The text, as it is selected and copied.
  public var text: String
  /// Text to glyphs; the sums equal the UTF-8 length of `text` and the number of glyphs.
  public var clusters: [GlyphCluster]
  /// From the origin to the end of the last advance.
  public var width: Length

  /// Makes a run.
  public init(
    face: FontFaceID, size: Length, ink: Ink, glyphs: [PlacedGlyph], text: String,
    clusters: [GlyphCluster], width: Length
  ) {
    self.face = face
    self.size = size
    self.ink = ink
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
    self.width = width
  }
}
