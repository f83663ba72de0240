import LayoutSpecs
import Testing

@testable import PageMakeup

/// How wide the pictures of a story may be beside each other (AD-7), and as an editor asks.
@Suite struct PictureBoundTests {
  private func skeletons(_ bounds: [PictureBound], columns: Int) -> [Skeleton] {
    SkeletonBook(specs: [], pageColumns: 6, bounds: bounds)
      .skeletons(columns: columns, pictures: bounds.count, hasPanel: false)
  }

  /// The cheapest arrangement of every width; a dearer one may have a larger second picture, for a page
  /// that nothing else fills.
  @Test(arguments: [0.7, 1.0, 1.5, 2.2], [0.7, 1.5])
  func noPictureOutgrowsTheFirst(first: Double, second: Double) throws {
    let bounds = [first, second, second].map {
      PictureBound(columns: $0 < 0.9 ? 2 : 6, ratio: $0)
    }
    for columns in 2...6 {
      let found = skeletons(bounds, columns: columns)
      let best = try #require(found.min { $0.cost < $1.cost })
      let areas = zip(bounds, best.pictures).map { $0.area(columns: $1.columns.count) }
      for (area, slot) in zip(areas, best.pictures).dropFirst() where slot.columns.count > 1 {
        #expect(area <= areas[0], "\(best.name) in \(columns)")
      }
      #expect(
        found.allSatisfy { skeleton in
          zip(bounds, skeleton.pictures).allSatisfy { $1.columns.count <= $0.columns }
        })
    }
  }

  @Test func anEditorsPictureIsAsWideAndStandsAsAsked() {
    var bounds = [PictureBound(columns: 6, ratio: 1.5), PictureBound(columns: 6, ratio: 1.5)]
    bounds[1].asked = 3
    bounds[1].place = .foot
    #expect(skeletons(bounds, columns: 2).isEmpty)
    for skeleton in skeletons(bounds, columns: 5) {
      #expect(skeleton.pictures[1].columns.count == 3 && skeleton.pictures[1].place == .foot)
      #expect((1...5).contains(skeleton.pictures[1].columns.upperBound))
    }
  }

  @Test func aStampInAWideStoryCosts() throws {
    let bounds = [PictureBound(columns: 6, ratio: 1.5)]
    let found = skeletons(bounds, columns: 6)
    let stamp = try #require(found.first { $0.pictures[0].columns.count == 1 })
    let wide = try #require(found.first { $0.pictures[0].columns.count == 2 })
    #expect(stamp.cost > wide.cost + 5)
  }
}
