import Diagnostics
import LayoutSpecs

/// Public-service boxes that fill a hole (NP-14): in an article's module, or as a module of their own.
enum Fillers {
  /// A box in a slot of an article's module.
  static func object(_ spec: FillerSpec, slot: ObjectSlot, setter: TextSetter) -> PageObject {
    let strip = strip(spec, columns: slot.columns.count, setter: setter)
    return PageObject(
      columns: slot.columns, place: slot.place, heights: heights(spec, setter: setter),
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

  private static func heights(
    _ spec: FillerSpec, setter: TextSetter
  ) -> [FlowShape.Height] {
    spec.rows.map {
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
