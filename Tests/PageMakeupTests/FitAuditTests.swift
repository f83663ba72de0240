import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import PageMakeup

@Suite struct FitAuditTests {
  private func module() throws -> FilledModule {
    let picture = PageObject(
      columns: 1...2, place: .head, heights: [FlowShape.Height(rows: 5, cost: 0)],
      draw: { _ in Fragment(size: .zero) }, name: "picture 1")
    let head = item([2], splittable: false, keeps: true)
    let flow = ArticleFlow(
      headRows: 0, cost: 0, items: [item([7]), head, item([9]), item([6])])
    let article = Article(
      name: "a", importance: 1, flows: [flow],
      skeletons: { _ in [Skeleton(name: "s", pictures: [], panel: nil, cost: 0)] },
      objects: { _, _ in [picture] })
    return try #require(try ModuleSearch(article: article, columns: 2).fill(lines: 17))
  }

  @Test func aFilledModuleBreaksNoRule() throws {
    #expect(FitAudit(filled: try module()).violations() == [])
  }

  @Test func rowsThatAreNotAllowedAreNamed() throws {
    var filled = try module()
    filled.objectRows = [6]
    #expect(FitAudit(filled: filled).violations().contains { $0.hasPrefix("picture 1: 6 rows") })
  }

  @Test func boxesOnTextAndHolesAreNamed() throws {
    var filled = try module()
    filled.stack.boxes[0].lines = 1...6
    #expect(FitAudit(filled: filled).violations().contains { $0.contains("on picture 1") })
    filled.stack.boxes[0].lines = 1...4
    #expect(FitAudit(filled: filled).violations().contains("2 cells hold nothing"))
  }

  @Test func textOutOfOrderIsNamed() throws {
    var filled = try module()
    filled.plan.starts[2] += 1
    #expect(FitAudit(filled: filled).violations().contains { $0.contains("starts at row") })
  }

  /// Columns of 12 rows: a head that ends on row 11 has one row under it.
  @Test func headsAtFeetAndLonelyLinesAreNamed() throws {
    var filled = try module()
    filled.flow = ArticleFlow(
      headRows: 0, cost: 0,
      items: [item([9]), item([2], splittable: false, keeps: true), item([13])])
    filled.plan = FlowPlan(choices: [0, 0, 0], starts: [0, 9, 11], blankRows: 0, cost: 0)
    #expect(FitAudit(filled: filled).violations().contains { $0.hasSuffix("alone at a foot") })
    filled.flow = ArticleFlow(headRows: 0, cost: 0, items: [item([13]), item([11])])
    filled.plan = FlowPlan(choices: [0, 0], starts: [0, 13], blankRows: 0, cost: 0)
    #expect(
      FitAudit(filled: filled).violations().contains { $0.hasSuffix("one line alone at a head") })
  }
}
