import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// The pictures of a poster in columns, side by side under its title at one height.
struct PosterPictures {
  let pictures: [MakeupPicture]
  let setter: TextSetter
  let width: Length

  /// The row at a share of the height that the pictures' own ratios ask for.
  func row(share: Double, air: Length) throws(Rejection) -> Fragment {
    guard !pictures.isEmpty else { return Fragment(size: Size(width: width, height: .zero)) }
    let gap = air / 2
    let wide = (width - gap * (pictures.count - 1)) / pictures.count
    let own = pictures.map { wide.scaled(by: 1 / $0.ratio) }.min() ?? wide
    let high = own.scaled(by: share)
    var items: [PlacedItem] = []
    var words = Length.zero
    for (number, picture) in pictures.enumerated() {
      let left = (wide + gap) * number
      let room = Rect(
        origin: Point(x: left, y: .zero), size: Size(width: wide, height: high))
      items += try BoardPicture(picture: picture, setter: setter).draw(in: room)
      guard !picture.caption.isEmpty else { continue }
      let caption = try setter.stack(
        [picture.caption], style: setter.style("caption"), width: wide, range: picture.range)
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
      items += caption.placed(at: Point(x: left, y: high + air / 4))
      words = max(words, caption.size.height + air / 4)
    }
    return Fragment(size: Size(width: width, height: high + words + air), items: items)
  }
}
