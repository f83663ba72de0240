import Geometry
import Testing

@Suite struct LengthTests {
  @Test(arguments: [(1.0, 1024), (11.54, 11817), (-0.5, -512)])
  func pointsAreCountedIn1024ths(_ points: Double, _ units: Int) {
    #expect(Length.points(points).units == units)
  }

  @Test func millimetresAreRoundedOnce() {
    #expect(Length.millimetres(25.4).units == 73728)
    #expect(Length.millimetres(275).units == 798_236)
  }

  @Test(arguments: [(0, "0.00"), (1024, "1.00"), (11817, "11.54"), (-512, "-0.50"), (-1, "0.00")])
  func dumpsShowHundredths(_ units: Int, _ text: String) {
    #expect(Length(units: units).hundredths == text)
  }

  @Test func sumsDoNotDrift() {
    let em = Length.points(9)
    #expect(em * 71 == (0..<71).reduce(Length.zero) { sum, _ in sum + em })
  }

  @Test(arguments: [("xiaowu", 9.0), ("小五", 9.0), ("5hao", 10.5), ("chu", 42), ("三号", 16)])
  func typeSizesHaveNames(_ name: String, _ points: Double) {
    #expect(TypeSize(named: name)?.points() == points)
  }

  @Test func metalSizesDouble() {
    #expect(TypeSize.qi.points(.metal) * 2 == TypeSize.wu.points(.metal))
    #expect(TypeSize.wu.points(.metal) * 2 == TypeSize.er.points(.metal))
    #expect(TypeSize(named: "9hao") == nil)
  }

  @Test func rectanglesThatTouchDoNotOverlap() {
    let a = Rect(left: .zero, top: .zero, right: .points(10), bottom: .points(10))
    let b = Rect(left: .points(10), top: .zero, right: .points(20), bottom: .points(10))
    #expect(!a.overlaps(b))
    #expect(a.overlaps(Rect(left: .points(9), top: .points(9), right: .points(11), bottom: .points(11))))
    #expect(b.inset(by: Insets(all: .points(1))).size.width == .points(8))
  }
}
