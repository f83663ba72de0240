import Testing

@testable import Printing

/// Sheets by their sizes, and requests that never scale.
struct PrinterTests {
  @Test func sheetsAreKnownByTheirSize() {
    #expect(PrinterPaper(name: "iso_a4_210x297mm", width: 210, height: 297).title == "A4")
    #expect(PrinterPaper(name: "x", width: 184, height: 260).title == "16开")
    #expect(PrinterPaper(name: "x", width: 90, height: 54).title == "90 × 54 mm")
  }

  @Test func aLyingPageHasItsSheet() {
    let printer = Printer(
      name: "p", info: "", isDefault: true, isDuplex: false, hasColour: false,
      papers: [
        PrinterPaper(name: "a4", width: 210, height: 297),
        PrinterPaper(name: "a3", width: 297, height: 420),
      ], reasons: [], isStopped: false)
    #expect(printer.paper(width: 420, height: 297)?.name == "a3")
    #expect(printer.paper(width: 209.9, height: 297.1)?.name == "a4")
    // A smaller page stands on the sheet at its own size; a larger one has none.
    #expect(printer.paper(width: 273, height: 393)?.name == "a3")
    #expect(printer.paper(width: 390, height: 550) == nil)
  }

  @Test func pagesAreNeverScaled() {
    var request = PrintRequest(title: "通报", pdf: [])
    request.copies = 20
    request.sides = .longEdge
    request.paper = "iso_a4_210x297mm"
    let options = Dictionary(uniqueKeysWithValues: request.options.map { ($0.name, $0.value) })
    #expect(options["print-scaling"] == "none")
    #expect(options["copies"] == "20")
    #expect(options["sides"] == "two-sided-long-edge")
    #expect(options["media"] == "iso_a4_210x297mm")
  }

  @Test func onlyAnEndIsAnEnd() {
    #expect(PrintState.done.isEnd && PrintState.aborted.isEnd && PrintState.cancelled.isEnd)
    #expect(!PrintState.stopped.isEnd && !PrintState.held.isEnd)
  }
}
