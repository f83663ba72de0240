import LayoutSpecs
import Testing

@testable import Typesetting

/// What the table of line edges says of numbers (LB-8).
@Suite struct LineEdgeTableTests {
  /// A line ends inside a range of numbers only where everything else is worse.
  @Test(arguments: CompositionProfile.BreakLevel.allCases)
  func rangesOfNumbersAreDearToPart(_ level: CompositionProfile.BreakLevel) {
    let rules = LineEdgeRules(level)
    #expect(rules.between(.link, .digit) == .dear)
    #expect(rules.between(.digit, .link) == .forbidden)
    #expect(rules.between(.digit, .han) == .costly)
    #expect(rules.between(.link, .han) == .allowed)
  }
}
