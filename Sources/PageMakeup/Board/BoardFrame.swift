import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// One frame of a board with its part of the report: at the largest size of its range that holds all
/// of it; tables, pictures and codes take the room that the words leave.
struct BoardFrame {
  let spec: FrameSpec
  let content: FrameContent
  let blocks: [Int]
  let job: MakeupJob
  let setter: TextSetter

  private enum Piece {
    case words(Fragment)
    case table(BoardTable)
    case picture(MakeupPicture)
    case code(CodeMatrix)
  }

  /// Least height of a picture or a code, in shares of its frame.
  private static let least = 0.3
  /// From one size to the next.
  private static let step = 0.04
  /// Paper between a box and what stands in it, and between pieces, in ems of the grid.
  private static let pad = 0.6

  private var grid: PageGrid { setter.grid }
  private var gap: Length { grid.em.scaled(by: Self.pad) }
  private var outer: Rect { grid.rect(columns: spec.columns, lines: spec.lines) }

  private var inner: Rect {
    guard content.box != nil || content.ground != nil else { return outer }
    let border = content.box.map { BoxFrame(spec: $0, setter: setter).inset } ?? .zero
    return outer.inset(by: Insets(all: border + gap))
  }

  func draw(into problems: inout Problems) throws(Rejection) -> [PlacedItem] {
    let items = ground()
    var factor = content.fit.upperBound
    var pieces = try self.pieces(at: factor)
    while height(of: pieces) > inner.size.height, factor > content.fit.lowerBound {
      factor = max(content.fit.lowerBound, factor - Self.step)
      pieces = try self.pieces(at: factor)
    }
    let over = height(of: pieces) - inner.size.height
    if over > .zero {
      let size = setter.style("body").paragraph.character.size.scaled(by: factor)
      let lines = 1 + over.units / max(1, size.scaled(by: 1.4).units)
      let across = max(1, inner.size.width.units / max(1, size.units))
      let first = blocks.first.map { job.report.blocks[$0].text } ?? ""
      let name = first.isEmpty ? spec.name : String(first.prefix(12))
      throw Rejection(MakeupProblems.overset(name, characters: lines * across))
    }
    return items + (try place(pieces, at: factor, into: &problems))
  }

  private func ground() -> [PlacedItem] {
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    if let ink = content.ground {
      items.append(PlacedItem(at: .zero, .path(.rect(outer), Paint(fill: setter.ink(ink)))))
    }
    if let box = content.box { items += BoxFrame(spec: box, setter: setter).draw(outer) }
    return items
  }

  // MARK: Pieces

  private func pieces(at factor: Double) throws(Rejection) -> [Piece] {
    let setter = factor == 1 ? setter : setter.scaled(by: factor)
    let stack = BlockStack(setter: setter, width: inner.size.width)
    var pieces: [Piece] = []
    var words: [ReportBlock] = []
    func flush() throws(Rejection) {
      if !words.isEmpty { pieces.append(.words(try stack.set(words))) }
      words = []
    }
    for index in blocks {
      let block = job.report.blocks[index]
      if let table = block.table {
        try flush()
        pieces.append(
          .table(
            try BoardTable(
              job.report.tables[table], look: content.tables, setter: setter,
              width: inner.size.width)))
      } else if let picture = job.pictures.first(where: { $0.block == index }) {
        try flush()
        pieces.append(.picture(picture))
        if !block.text.isEmpty { words.append(block) }
      } else if !block.text.isEmpty {
        words.append(block)
      }
    }
    try flush()
    if content.parts.contains("code"), let matrix = job.facts.matrix {
      pieces.append(.code(matrix))
    }
    return pieces
  }

  private func height(of piece: Piece) -> Length {
    switch piece {
    case .words(let fragment): fragment.size.height
    case .table(let table): table.height
    case .picture, .code: inner.size.height.scaled(by: Self.least)
    }
  }

  private func height(of pieces: [Piece]) -> Length {
    pieces.reduce(gap * max(0, pieces.count - 1)) { $0 + height(of: $1) }
  }

  // MARK: Places

  private func place(
    _ pieces: [Piece], at factor: Double, into problems: inout Problems
  ) throws(Rejection) -> [PlacedItem] {
    let spare = max(.zero, inner.size.height - height(of: pieces))
    let growing = pieces.count { if case .words = $0 { false } else { true } }
    var y = inner.top
    if growing == 0 {
      switch content.stand {
      case .top: break
      case .middle: y += spare / 2
      case .foot: y += spare
      }
    }
    let setter = factor == 1 ? setter : setter.scaled(by: factor)
    var items: [PlacedItem] = []
    for piece in pieces {
      let tall = height(of: piece) + spare / max(1, growing)
      let room = Rect(
        left: inner.left, top: y, right: inner.right, bottom: min(inner.bottom, y + tall))
      switch piece {
      case .words(let fragment):
        items += fragment.placed(at: room.origin)
        y += fragment.size.height + gap
        continue
      case .table(let table): items += table.draw(height: tall).placed(at: room.origin)
      case .picture(let picture):
        let drawing = BoardPicture(
          picture: picture, setter: setter, pictures: content.pictures)
        items += try drawing.draw(in: room)
        let findings = [drawing.finding(in: room), drawing.cropping(in: room)]
        problems.report(contentsOf: findings.compactMap(\.self))
      case .code(let matrix):
        items.append(PlacedItem(at: .zero, .tag(StructureTag(.figure, name: matrix.tagName))))
        items += try CodeBlock(
          matrix: matrix, caption: job.facts[.codeCaption], setter: setter
        ).draw(in: room)
      }
      y += tall + gap
    }
    return items
  }
}
