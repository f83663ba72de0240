import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Headline, pictures, quotation and box of an article as its editor wants them.
extension ArticleBuilder {
  /// Whether the pictures stand together under one caption.
  var isGroup: Bool {
    let isWanted = dress.pictures == .group || dress.pictures == .automatic && isPictureStory
    return isWanted && pictures.count > 1 && pictures.allSatisfy { $0.image != nil }
  }

  /// 图片新闻: many pictures beside few words, which are told by the pictures together (AD-20).
  private var isPictureStory: Bool {
    let text = report.blocks.reduce(0) {
      $0 + ($1.role.isText && $1.role != .caption ? $1.text.count : 0)
    }
    return pictures.count >= Self.pictureStory.pictures && text < Self.pictureStory.characters
  }

  private static let pictureStory = (pictures: 4, characters: 300)

  /// Whether the headline stands on the first picture.
  private var isOnPicture: Bool {
    dress.head == .onPicture && !isGroup && pictures.first?.image != nil
  }

  // MARK: Title

  /// The title block, or a vertical headline and what is left of the block under it.
  func titles(
    _ blocks: [ReportBlock], columns: Int, rank: HeadRank
  ) throws(Rejection) -> [PageObject] {
    let blocks = NewspaperTitle.folded(blocks.map(brokenByHand))
    let heads = blocks.filter { $0.role == .headline }
    guard !heads.isEmpty, dress.head == .vertical || isOnPicture else {
      return try title(blocks, columns: columns, rank: rank)
    }
    let rest = blocks.filter { $0.role != .headline }
    if isOnPicture { return try title(rest, columns: columns, rank: rank) }
    let head = VerticalHead(
      texts: heads.flatMap(\.parts), setter: setter, columns: 1, rank: rank)
    let vertical = PageObject(
      columns: 1...1, place: .head, heights: Self.verticalHeights,
      draw: { rows throws(Rejection) in try head.draw(rows: rows) }, name: "title")
    return [vertical] + (try title(rest, columns: 1, rank: rank, name: "title rest"))
  }

  /// The headline with the editor's own line ends; as it is where the words are others.
  private func brokenByHand(_ block: ReportBlock) -> ReportBlock {
    guard block.role == .headline, dress.breaks(block.text) else { return block }
    var broken = block
    broken.text = dress.headlineLines.joined(separator: "\n")
    return broken
  }

  private func title(
    _ blocks: [ReportBlock], columns: Int, rank: HeadRank, name: String = "title"
  ) throws(Rejection) -> [PageObject] {
    if blocks.isEmpty { return [] }
    let title = try NewsTitle(
      blocks, setter: setter, columns: columns, rank: rank,
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

  /// How large a picture of this layout may be.
  var caps: PictureCaps { PictureCaps(grid: setter.pageGrid) }

  func picture(_ number: Int, slot: ObjectSlot) throws(Rejection) -> PageObject {
    let spec = layout.objects.picture ?? PictureSpec(crop: 0, captionRows: 2)
    let object = try PictureObject(
      picture: pictures[number], spec: spec, setter: setter, columns: slot.columns,
      place: slot.place)
    let head = number == 0 && isOnPicture ? headline : nil
    let heights = caps.within(
      object.heights(atMost: lines * 3 / 5), ratio: pictures[number].ratio,
      size: { object.frame(rows: $0).size })
    return PageObject(
      columns: slot.columns, place: slot.place, heights: heights,
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
      name: "picture \(number + 1)", resolution: { rows in object.resolution(rows: rows) },
      imageArea: { rows in
        let size = object.frame(rows: rows).size
        return (size.width / setter.grid.width(ofColumns: 1)) * (size.height / setter.grid.leading)
      }, cut: { rows in object.cut(rows: rows) })
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
