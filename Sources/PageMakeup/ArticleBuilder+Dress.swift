import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Headline, pictures, quotation and box of an article as its editor wants them.
extension ArticleBuilder {
  /// Whether the pictures stand together under one caption.
  var isGroup: Bool {
    dress.pictures == .group && pictures.count > 1 && pictures.allSatisfy { $0.image != nil }
  }

  /// Whether the headline stands on the first picture.
  private var isOnPicture: Bool {
    dress.head == .onPicture && !isGroup && pictures.first?.image != nil
  }

  // MARK: Title

  /// The title block, or a vertical headline and what is left of the block under it.
  func titles(
    _ blocks: [ReportBlock], columns: Int, smaller: Int
  ) throws(Rejection) -> [PageObject] {
    let blocks = NewspaperTitle.folded(blocks)
    let heads = blocks.filter { $0.role == .headline }
    guard !heads.isEmpty, dress.head == .vertical || isOnPicture else {
      return try title(blocks, columns: columns, smaller: smaller)
    }
    let rest = blocks.filter { $0.role != .headline }
    if isOnPicture { return try title(rest, columns: columns, smaller: smaller) }
    let head = VerticalHead(texts: heads.flatMap(\.parts), setter: setter, columns: 1)
    let vertical = PageObject(
      columns: 1...1, place: .head, heights: Self.verticalHeights,
      draw: { rows throws(Rejection) in try head.draw(rows: rows) }, name: "title")
    return [vertical] + (try title(rest, columns: 1, smaller: smaller, name: "title rest"))
  }

  private func title(
    _ blocks: [ReportBlock], columns: Int, smaller: Int, name: String = "title"
  ) throws(Rejection) -> [PageObject] {
    if blocks.isEmpty { return [] }
    let title = try TitleBlock(
      blocks, setter: setter, columns: columns, smaller: smaller,
      ornament: dress.ornament)
    return [
      PageObject(
        columns: 1...columns, place: .head, heights: title.heights,
        draw: { rows in title.draw(rows: rows) }, name: name)
    ]
  }

  /// A vertical head is 28 to 32 lines high (NP-5), less where the words are few.
  private static let verticalHeights = (20...34).map {
    FlowShape.Height(
      rows: $0, cost: $0 < 28 ? 0.5 * Double(28 - $0) : 0.5 * Double(max(0, $0 - 32)))
  }

  // MARK: Pictures

  func picture(_ number: Int, slot: ObjectSlot) throws(Rejection) -> PageObject {
    let spec = layout.objects.picture ?? PictureSpec(crop: 0, captionRows: 2)
    let object = try PictureObject(
      picture: pictures[number], spec: spec, setter: setter, columns: slot.columns,
      place: slot.place)
    let head = number == 0 && isOnPicture ? headline : nil
    return PageObject(
      columns: slot.columns, place: slot.place, heights: object.heights(atMost: lines * 3 / 5),
      draw: { rows throws(Rejection) in
        var drawn = try object.draw(rows: rows)
        if let head {
          let frame = object.frame(rows: rows)
          let plate = PictureHead(text: head, setter: setter)
          drawn.items += try plate.draw(on: frame.size).map {
            PlacedItem(at: $0.origin + frame.origin, $0.item)
          }
        }
        return drawn
      },
      name: "picture \(number + 1)", resolution: { rows in object.resolution(rows: rows) })
  }

  private var headline: String? {
    let heads = report.blocks(.headline)
    return heads.isEmpty ? nil : heads.flatMap(\.parts).joined(separator: "\u{3000}")
  }

  /// All pictures side by side.
  func group(slot: ObjectSlot) throws(Rejection) -> PageObject {
    let captions = pictures.map(\.caption).filter { !$0.isEmpty }
    let group = try PictureGroup(
      pictures: pictures.compactMap(\.image), caption: captions.joined(separator: "\u{3000}"),
      spec: layout.objects.picture ?? PictureSpec(crop: 0, captionRows: 2), setter: setter,
      columns: slot.columns)
    return PageObject(
      columns: slot.columns, place: slot.place, heights: group.heights(atMost: lines * 3 / 5),
      draw: { rows throws(Rejection) in try group.draw(rows: rows) }, name: "pictures")
  }

  // MARK: Quotation and box

  func quote(slot: ObjectSlot) throws(Rejection) -> PageObject? {
    guard let text = dress.quote else { return nil }
    let quote = QuoteObject(
      text: text, source: dress.quoteSource, box: nil, setter: setter, columns: slot.columns.count)
    return PageObject(
      columns: slot.columns, place: slot.place, heights: try quote.heights(),
      draw: { rows throws(Rejection) in try quote.draw(rows: rows) }, name: "quote")
  }

  /// A row at the head and the foot of a boxed article, for the line and the air inside it.
  func boxPads(columns: Int) -> [PageObject] {
    [ObjectPlace.head, .foot].map { place in
      PageObject(
        columns: 1...columns, place: place, heights: [FlowShape.Height(rows: 1, cost: 0)],
        draw: { _ in Fragment(size: .zero) }, name: "box \(place.rawValue)")
    }
  }
}
