import DisplayList

extension PagedDocument {
  /// Takes those faces of a table that the document's runs name, so that it does not matter what
  /// the shaper was asked before.
  mutating func nameFaces(from table: [FontFaceID: FontFace]) {
    var named: Set<FontFaceID> = []
    for page in pages { Self.gather(page.items, into: &named) }
    faces = table.filter { named.contains($0.key) }
  }

  private static func gather(_ items: [PlacedItem], into named: inout Set<FontFaceID>) {
    for placed in items {
      switch placed.item {
      case .glyphs(let run): named.insert(run.face)
      case .group(let group): gather(group.items, into: &named)
      case .path, .image, .tag: break
      }
    }
  }
}
