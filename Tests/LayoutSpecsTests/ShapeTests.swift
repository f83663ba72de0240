import Diagnostics
import Notations
import Testing

@testable import LayoutSpecs

/// What is said of files is what is read of them.
@Suite struct ShapeTests {
  /// Every key that a reader knows is asked for somewhere, so that its type is known.
  private func expectWhole(_ shape: FileShape, except: Set<String> = []) {
    for key in shape.allKeys where !except.contains(key) {
      #expect(shape.values[key] != nil, "\(key) is known and never asked for")
    }
  }

  @Test func layoutsAreReadWhole() throws {
    let shape = try SpecShapes.layout()
    expectWhole(shape, except: ["like"])
    #expect(shape.keys(at: "") == LayoutReader.keys)
    #expect(shape.values["grid.columns"] == [.integer(1...24)])
    #expect(shape.values["masters.first.frames.*.columns"] == [.span])
    #expect(shape.required.contains("page.trim"))
  }

  @Test func plansAreReadWhole() throws {
    let page = try SpecShapes.page()
    expectWhole(page)
    #expect(page.values["articles.*.headline"] == [.text, .list])
    let issue = try SpecShapes.issue()
    expectWhole(issue)
    #expect(issue.keys(at: "pages.*.articles.*").contains("continues"))
    #expect(!page.keys(at: "articles.*").contains("continues"))
  }
}
