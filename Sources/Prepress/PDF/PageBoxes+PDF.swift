import Geometry

extension PageBoxes {
  /// Writes MediaBox ⊃ BleedBox ⊃ TrimBox; no CropBox, no ArtBox, no turn, no unit of its own
  /// (`no-trimbox`, `bleed-outside-media`, `cropbox-not-mediabox`, `page-rotated`, `user-unit`).
  func write(to page: PDFObject) {
    let file = page.file
    page["/MediaBox"] = file.make(syntax(Rect(origin: .zero, size: media)))
    page["/BleedBox"] = file.make(syntax(bleed))
    page["/TrimBox"] = file.make(syntax(trim))
    for key in ["/CropBox", "/ArtBox", "/Rotate", "/UserUnit"] { page[key] = nil }
  }

  /// A rectangle from the bottom left corner, as PDF counts.
  private func syntax(_ rect: Rect) -> String {
    let edges = [rect.left, media.height - rect.bottom, rect.right, media.height - rect.top]
    return "[ \(edges.map { InkSyntax.number($0.points) }.joined(separator: " ")) ]"
  }
}
