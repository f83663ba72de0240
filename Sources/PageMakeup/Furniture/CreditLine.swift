import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// 责任编辑, 版式, 校对 and 电话 on one line under the type area (NP-12); nothing where none is given.
struct CreditLine: FurniturePiece {
  let spec: CreditLineSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let setter = page.setter
    let labelled: [(String, FactKey)] = [
      ("责任编辑", .editor), ("版式", .designer), ("校对", .proofreader), ("电话", .phone),
    ]
    let words = labelled.compactMap { label, key in page.facts[key].map { "\(label)：\($0)" } }
    guard !words.isEmpty else { return [] }
    let area = setter.grid.typeArea
    let style = setter.style(spec.style).paragraph.character
    let baseline = area.bottom + spec.distance + (try setter.ascent(of: style))
    return try FurnitureWords(setter: setter).line(
      words.joined(separator: "\u{3000}"), style: style, at: area.left, baseline: baseline)
  }
}
