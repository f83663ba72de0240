/// A glyph at its place in a box, in 1/1024 pt.
struct SetGlyph: Hashable, Sendable {
  var id: UInt32
  /// Right of the box's left edge.
  var x: Int32
  /// Below the baseline.
  var y: Int32
  /// Index in the glyph library's list of faces.
  var face: UInt16
  /// UTF-8 length of the cluster that starts with this glyph; 0 where the cluster goes on.
  var bytes: UInt16
}

/// What the breaker does not see of a box: its glyphs, its text and its place in the source.
struct BoxContent: Sendable {
  var glyphs: Range<Int32>
  /// UTF-8 offsets in the paragraph's set text.
  var text: Range<Int32>
  /// Scalars of the source, spaces before it not included.
  var scalars: Range<Int32>
  var style: UInt16
  var kind: CharacterClass
  /// Width of the box the glyph was placed in; what the line takes off it moves the glyph.
  var cell: Int32
  /// How far to the left the glyph moves when half an em is taken off.
  var halfShift: Int32
  /// A space of the source that is set behind the box.
  var hasSpace = false
  /// A part of a word: a line that ends behind it shows a hyphen.
  var isHyphenated = false
}
