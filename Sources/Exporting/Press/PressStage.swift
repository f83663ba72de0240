/// The stages of a press file. All but the drawing are what the press costs beside a plain file.
enum PressStage: String, CaseIterable {
  /// The press's profile, its sheets, and pictures in inks.
  case preparing
  /// Cairo's drawing, as of a plain file.
  case drawing
  /// Inks, boxes, metadata and writing.
  case finishing
  /// Preflight of the written file.
  case checking
  /// The ink of each page.
  case measuring
}
