import Diagnostics
import Geometry

/// Reads `masters`: the frames and the furniture of the first and of all further pages.
struct MasterReader {
  let grid: PageGrid
  let styles: StyleSheet
  let palette: Palette

  func read(_ node: SpecNode) -> (first: MasterPage, next: MasterPage)? {
    let fields = node.fields(["first", "next"])
    guard let first = fields["first"] else {
      node.report(LayoutProblems.missingMaster("first", in: node))
      return nil
    }
    guard let front = master(first, name: "first") else { return nil }
    guard let next = fields["next"] else { return (front, front) }
    guard let further = master(next, name: "next") else { return nil }
    return (front, further)
  }

  private func master(_ node: SpecNode, name: String) -> MasterPage? {
    let fields = node.fields(["frames", "furniture"])
    guard let framesNode = fields.required("frames") else { return nil }
    var frames: [(spec: FrameSpec, place: SourceRange)] = []
    for entry in framesNode.entries() {
      let keys = entry.value.fields(["columns", "lines"] + FrameContentReader.keys)
      guard let columns = keys.required("columns")?.span(last: grid.columns),
        let lines = keys.required("lines")?.span(last: grid.lines)
      else { continue }
      var frame = FrameSpec(name: entry.key, columns: columns, lines: lines)
      frame.content = FrameContentReader(styles: styles, palette: palette).read(keys)
      for other in frames
      where other.spec.columns.overlaps(columns) && other.spec.lines.overlaps(lines) {
        entry.value.report(
          LayoutProblems.overlap(
            entry.key, other.spec.name, at: entry.keyPlace, first: other.place))
      }
      frames.append((frame, entry.keyPlace))
    }
    if frames.isEmpty {
      framesNode.report(LayoutProblems.noFrame(framesNode))
      return nil
    }
    let reader = FurnitureReader(grid: grid, styles: styles, palette: palette)
    let pieces = fields["furniture"]?.items() ?? []
    var furniture: [FurnitureSpec] = []
    for node in pieces {
      guard let piece = reader.read(node) else { continue }
      furniture.append(piece)
      check(piece, at: node, against: frames)
    }
    return MasterPage(name: name, frames: frames.map(\.spec), furniture: furniture)
  }

  /// A piece that takes lines of the grid keeps clear of the frames.
  private func check(
    _ piece: FurnitureSpec, at node: SpecNode,
    against frames: [(spec: FrameSpec, place: SourceRange)]
  ) {
    guard let area = piece.area else { return }
    for frame in frames
    where area.overlaps(GridArea(columns: frame.spec.columns, lines: frame.spec.lines)) {
      let name = node.entries().first?.key ?? node.path
      node.report(
        LayoutProblems.overlap(name, frame.spec.name, at: node.place, first: frame.place))
    }
  }
}
