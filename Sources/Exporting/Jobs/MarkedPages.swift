import Comparison
import Diagnostics
import Geometry
import Prepress
import ReportModel

/// The later version of compared pages with a frame and a number at each difference, then a list of
/// what the numbers say.
struct MarkedPages {
  private let comparison: PaperComparison
  private let layout: String

  init(_ comparison: PaperComparison, layout: String) {
    (self.comparison, self.layout) = (comparison, layout)
  }

  func write(
    _ pages: [UInt8], named name: String, with exporter: Exporter, into problems: inout Problems
  ) throws(Rejection) -> [UInt8] {
    let marked = try PageMarker.mark(pages, marks, name: name)
    var job = ExportJob(input: name, layout: layout, output: CapturedFiles.paper)
    job.report = list(named: name)
    let captured = CapturedFiles(base: exporter.environment)
    _ = try Exporter(home: exporter.home, environment: captured).run(job, into: &problems)
    let lists = captured.files.filter { $0.path == CapturedFiles.paper }
    return try PageJoiner.join([marked] + lists.map(\.bytes), names: [name, "list"])
  }

  private var marks: [PageMark] {
    comparison.changes.enumerated().flatMap { index, change -> [PageMark] in
      let tone: PageMark.Tone =
        switch change.kind {
        case .added, .pictureAdded: .new
        case .removed, .pictureRemoved: .gone
        default: .changed
        }
      let places =
        change.marks.isEmpty ? [change.new ?? change.old].compactMap(\.self) : change.marks
      return places.enumerated().map { number, place in
        PageMark(
          page: place.page - 1,
          frame: Rect(
            origin: Point(x: .millimetres(place.left), y: .millimetres(place.top)),
            size: Size(width: .millimetres(place.width), height: .millimetres(place.height))),
          label: number == 0 ? "\(index + 1)" : "", tone: tone)
      }
    }
  }

  private func list(named name: String) -> Report {
    var blocks = [
      ReportBlock(
        role: .headline, text: "\(name) 改动清单", range: SourceRange(file: name, line: 1))
    ]
    for (index, change) in comparison.changes.enumerated() {
      let words = PaperComparison.words(of: change)
      blocks.append(
        ReportBlock(
          role: .body,
          text: "\(index + 1)　\(change.kind.chinese)　\(PaperComparison.place(of: change))　\(words)",
          range: SourceRange(file: name, line: index + 2)))
    }
    if comparison.isEmpty {
      blocks.append(
        ReportBlock(role: .body, text: "没有差别。", range: SourceRange(file: name, line: 2)))
    }
    return Report(source: name, blocks: blocks)
  }
}
