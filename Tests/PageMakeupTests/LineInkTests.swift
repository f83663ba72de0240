import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing

@testable import PageMakeup

/// Thin lines are of one plate, ornaments of several inks are thick enough to register (INK-6).
@Suite struct LineInkTests {
  private var setter: TextSetter {
    var layout = testSetter().layout
    layout.palette["accent"] = Ink(cyan: 0, magenta: 1, yellow: 0.9, black: 0)
    layout.palette["rule"] = .grey(0.7)
    return TextSetter(layout: layout, shaper: SquareShaper())
  }

  @Test func thinLinesOfSeveralInksTakeTheInkOfRules() {
    #expect(setter.lineInk("accent", weight: .millimetres(0.1)) == .grey(0.7))
    #expect(setter.lineInk("accent", weight: .points(1)) == setter.ink("accent"))
    #expect(setter.lineInk("black", weight: .millimetres(0.1)) == .black)
  }

  @Test func ornamentsOfSeveralInksGrow() {
    #expect(setter.ornamentWeight(.points(0.5), ink: "accent") == .points(1))
    #expect(setter.ornamentWeight(.points(2), ink: "accent") == .points(2))
    #expect(setter.ornamentWeight(.points(0.5), ink: "black") == .points(0.5))
  }

  @Test(arguments: BoxBorder.allCases)
  func noBorderHasAThinLineOfSeveralInks(_ border: BoxBorder) {
    let rect = Rect(left: .zero, top: .zero, right: .points(203), bottom: .points(91))
    let frame = BoxFrame(spec: BoxSpec(border: border, ink: "accent"), setter: setter)
    for stroke in paths(frame.draw(rect)).compactMap(\.paint.stroke) {
      #expect(stroke.ink.plates == 1 || stroke.width >= .points(1))
    }
  }

  @Test func rulesOfFurnitureFollow() {
    let rule = FurnitureWords(setter: setter).rule(
      from: .zero, to: .points(90), at: .zero, weight: .millimetres(0.15), ink: "accent")
    #expect(paths([rule]).first?.paint.stroke?.ink == .grey(0.7))
  }
}
