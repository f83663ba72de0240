import DisplayList
import Geometry
import Testing

@testable import Charting

/// Piles of values and the patterns that tell their parts apart in one ink.
@Suite struct StackingTests {
  /// Start and end of each row, the rows all of one pile but for those of `groups`.
  private func piles(
    _ values: [Double?], groups: [String]? = nil, _ offset: Stacking.Offset
  ) -> [[Double]] {
    let names = groups ?? values.map { _ in "甲" }
    var table = DataTable(
      fields: ["g", "v"],
      rows: zip(names, values).map { [.text($0), $1.map { .number($0) } ?? .null] })
    Stacking(
      groupby: ["g"], field: "v", order: RowOrder([]), offset: offset, start: "a",
      end: "b"
    ).apply(to: &table)
    return zip(table.column("a"), table.column("b")).map { [$0.measure ?? -99, $1.measure ?? -99] }
  }

  /// What is below zero is piled downwards by itself.
  @Test func negativesPileDownwards() {
    #expect(piles([3, -2, 4, -1, nil], .zero) == [[0, 3], [0, -2], [3, 7], [-2, -3], [7, 7]])
  }

  /// Each pile stands about the middle of the highest.
  @Test func centredPilesShareAMiddle() {
    let groups = ["甲", "甲", "乙", "乙"]
    #expect(
      piles([6, 2, 1, -3], groups: groups, .center) == [[0, 6], [6, 8], [2, 3], [3, 6]])
  }

  @Test func sharesFillOne() {
    #expect(piles([1, -3], .normalize) == [[0, 0.25], [0.25, 1]])
    #expect(piles([0, 0], .normalize) == [[0, 0], [0, 0]])
  }

  /// Direction and distance of the lines of each pattern in a box of 20 by 10.
  @Test func patternsDifferInTheirLines() {
    let box = Box(left: 0, top: 0, right: 20, bottom: 10)
    func strokes(_ pattern: Int) -> [(from: Point, to: Point)] {
      Hatching.lines(pattern, in: box).flatMap { placed -> [(from: Point, to: Point)] in
        guard case .group(let group) = placed.item else { return [] }
        return group.items.flatMap { item -> [(from: Point, to: Point)] in
          guard case .path(let path, let paint) = item.item else { return [] }
          #expect((paint.stroke?.width.points ?? 0) >= 0.35)
          var start = Point.zero
          return path.elements.compactMap { element in
            switch element {
            case .move(let point):
              start = point
              return nil
            case .line(let point): return (start, point)
            default: return nil
            }
          }
        }
      }
    }
    func slope(_ pattern: Int) -> Set<Int> {
      Set(
        strokes(pattern).map { line in
          let (x, y) = (
            line.to.x.points - line.from.x.points, line.to.y.points - line.from.y.points
          )
          return x == 0 && y == 0 ? 9 : Int((y / x).rounded())
        })
    }
    #expect(strokes(0).isEmpty && strokes(6).isEmpty, "solid and plain paper have no lines")
    #expect(slope(1) == [-1] && slope(2) == [1], "the two diagonals")
    #expect(slope(3) == [9], "dots are strokes of no length")
    #expect(slope(4) == [0])
    #expect(slope(5) == [-1, 1], "the lattice has both")
    let levels = strokes(4).map(\.from.y.points)
    #expect(levels == [1, 3, 5, 7, 9])
    #expect(strokes(1).count == Int((30 / (2.4 * 2.0.squareRoot())).rounded(.up)))
    #expect(Hatching.lines(8, in: box) == Hatching.lines(1, in: box), "patterns come round again")
  }

  /// The first of a list is solid, each further one has the pattern of its place, with an outline.
  @Test func categoriesTakeTheirPatternsInOrder() throws {
    let spec: SpecValue = [
      "data": ["values": [["a": "A", "b": 3], ["a": "B", "b": 2], ["a": "C", "b": 1]]],
      "mark": "bar",
      "encoding": [
        "x": ["field": "b", "type": "quantitative"],
        "color": ["field": "a", "type": "nominal"],
      ],
    ]
    var (scene, _) = try Compile.scene(spec, .zhPrintBlack)
    OneColour(scene.scales).settle(&scene.root)
    let bars = scene.root.marks.filter { $0.kind == .rect }.flatMap(\.items)
    #expect(bars.map { $0.hatch ?? 0 } == [0, 1, 2])
    #expect(bars.allSatisfy { $0.strokeWidth == 0.4 && $0.stroke == .black })
    #expect(bars[0].fill != .white && bars[1].fill == .white)
  }
}
