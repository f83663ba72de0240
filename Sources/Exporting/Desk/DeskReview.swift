import Comparison
import Diagnostics
import Foundation

/// One difference between two versions of pages, as a browser shows it.
package struct DeskChange: Codable, Sendable {
  /// As `PaperChange.Kind` names it.
  var kind: String
  /// Its name in Chinese.
  var kindZh: String
  /// What differs, `[-taken out-]` and `{+put in+}`.
  var words: String
  /// Page and place for a person to look at.
  var place: String
  /// Where to look on the later version, on the earlier one for what is gone: page, left, top, width
  /// and height in tenths of a millimetre.
  var marks: [[Int]]

  init(_ change: PaperChange) {
    (kind, kindZh) = (change.kind.rawValue, change.kind.chinese)
    words = PaperComparison.words(of: change)
    place = PaperComparison.place(of: change)
    let places =
      change.marks.isEmpty ? [change.new ?? change.old].compactMap(\.self) : change.marks
    func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }
    marks = places.map {
      [$0.page, tenths($0.left), tenths($0.top), tenths($0.width), tenths($0.height)]
    }
  }
}

/// The differences between two versions of pages.
package struct DeskComparison: Codable, Sendable {
  var changes: [DeskChange]
  var summary: String
}

extension DeskWorker {
  /// Compares two PDF files; with a path to write to, the later one with the differences marked.
  func compare(
    _ old: String, _ new: String, output: String?, _ reply: inout DeskReply,
    into problems: inout Problems
  ) throws(Rejection) {
    let job = ComparisonJob(old: old, new: new)
    let exporter = Exporter(home: home, environment: files)
    let found = try job.compare(with: exporter, into: &problems)
    guard case .pages(let pages, _) = found else { return }
    reply.comparison = DeskComparison(
      changes: pages.changes.map(DeskChange.init), summary: pages.summary(.chinese))
    if let output {
      try job.write(found, layout: "bulletin-a4", output: output, with: exporter, into: &problems)
      reply.files = [output]
    }
  }

  /// Draws pages of a PDF file as PNG files into a folder, where the machine has a program that can.
  func look(
    at path: String, pages: [Int], into folder: String, _ reply: inout DeskReply
  ) throws(Rejection) {
    // The file comes from whoever handed it in; it is read before it is given to another program.
    _ = try files.read(path, limit: PreflightRun.sizeLimit)
    guard let program = OutsideProgram(["pdftoppm"]) else {
      reply.findings.append(DeskFinding(DeskProblems.noLooks))
      return
    }
    let place = URL(fileURLWithPath: folder)
    for page in pages {
      let number = "\(page + 1)"
      let arguments = [
        "-png", "-singlefile", "-cropbox", "-r", "100", "-f", number, "-l", number,
        URL(fileURLWithPath: path).path, "\(place.path)/\(number)",
      ]
      guard (try? program.run(arguments, in: place, patience: 30)) == true else { continue }
      reply.files.append("\(folder)/\(number).png")
    }
  }
}
