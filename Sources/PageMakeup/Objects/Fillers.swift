import Diagnostics
import LayoutSpecs

/// Public-service boxes that fill a hole (NP-14): in an article's module, or as a module of their own.
enum Fillers {
  /// A box in a slot of an article's module.
  static func object(
    _ spec: FillerSpec, slot: ObjectSlot, setter: TextSetter, text: Int = .max
  ) -> PageObject {
    let strip = strip(spec, columns: slot.columns.count, setter: setter)
    let columns = setter.pageColumns(in: slot.columns.count)
    return PageObject(
      columns: slot.columns, place: slot.place,
      heights: heights(
        spec, setter: setter,
        // No more than half of the story's text (AD-6).
        most: min(text / 2 / columns, most(columns: columns, of: setter.pageGrid))),
      draw: { rows throws(Rejection) in try strip.draw(rows: rows) }, name: "filler")
  }

  /// A box as a module of its own between the articles of a page.
  static func article(_ spec: FillerSpec, setter: TextSetter) -> Article {
    Article(
      name: spec.title, importance: 0,
      flows: [ArticleFlow(headRows: 0, cost: setter.prices.fillerArticle, items: [])],
      isFiller: true,
      skeletons: { _ in
        [Skeleton(name: "filler", pictures: [], panel: nil, filler: nil, cost: 0)]
      },
      objects: { columns, _ in
        [object(spec, slot: ObjectSlot(columns: 1...columns, place: .head), setter: setter)]
      })
  }

  /// Rows of a filler at most: an eighth of the page (AD-6), and no more than fourteen.
  private static func most(columns: Int, of page: PageGrid) -> Int {
    min(mostRows, page.columns * page.lines / 8 / max(1, columns))
  }

  private static let mostRows = 14

  private static func heights(
    _ spec: FillerSpec, setter: TextSetter, most: Int
  ) -> [FlowShape.Height] {
    spec.rows.filter { $0 + StripObject.air <= most }.map {
      FlowShape.Height(
        rows: $0 + StripObject.air,
        cost: setter.prices.fillerRow * Double($0 - spec.rows.lowerBound))
    }
  }

  private static func strip(
    _ spec: FillerSpec, columns: Int, setter: TextSetter
  ) -> StripObject {
    StripObject(
      title: spec.title, lines: spec.lines,
      spec: StripSpec(rows: spec.rows, ideal: spec.rows.lowerBound, label: spec.label),
      setter: setter, width: setter.grid.width(ofColumns: columns), range: nil)
  }
}
