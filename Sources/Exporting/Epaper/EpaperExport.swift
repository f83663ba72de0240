import CairoRendering
public import Diagnostics
import DisplayList
import Geometry
import PageMakeup
import ReportModel
import ReportWriting

extension Exporter {
  /// Widths of a page's picture on the screen, in pixels.
  private static let pageWidth = 1400.0

  /// Sets an issue and writes it as a folder of web pages: each page with its picture, its PDF file and
  /// the places of its articles, each article as text. No page asks for anything outside the folder.
  ///
  /// - Returns: the files, `index.html` first.
  public func epaper(
    _ job: PlanExport, to folder: String, into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    let set = try set(issue: job, into: &problems)
    var issue = EpaperIssue(set)
    var files: [OutputFile] = []
    try draw(pages: set, into: &files, &problems)
    try collectPictures(of: &issue, set, into: &files, &problems)
    let site = EpaperSite(issue)
    files = site.files.map { OutputFile(path: $0.name, bytes: Array($0.text.utf8)) } + files
    onEvent(.writing)
    let outputs = files.map { OutputFile(path: "\(folder)/\($0.path)", bytes: $0.bytes) }
    try environment.write(outputs)
    return ExportResult(files: outputs.map(\.path), pages: issue.pages.count)
  }

  private func draw(
    pages set: SetIssue, into files: inout [OutputFile], _ problems: inout Problems
  ) throws(Rejection) {
    let document = set.made.document
    let access = JobFiles(home: home.path, pictures: set.material.pictures)
    for (index, page) in document.pages.enumerated() {
      onEvent(.drawing(page: index + 1, of: document.pages.count))
      var single = document
      single.pages = [page]
      let target = OutputTarget(
        output: "page-\(index + 1).pdf", folder: "", name: "", formats: [.png],
        dpi: Self.pageWidth / max(page.trim.width.points, 1) * 72)
      files += try PageArtist(
        target: target, files: access, onEvent: { _ in }, faces: set.stock.faces
      )
      .draw(single, suffix: "", into: &problems)
    }
  }

  /// Gives each article its pictures, as files beside the pages.
  private func collectPictures(
    of issue: inout EpaperIssue, _ set: SetIssue, into files: inout [OutputFile],
    _ problems: inout Problems
  ) throws(Rejection) {
    let formats = ReportFormats(home: home, stock: set.stock, environment: environment)
    var article = 0
    for page in set.pages {
      for story in page.plan.stories {
        for (number, picture) in story.pictures.enumerated() {
          guard
            var drawn = try formats.picture(
              picture, set.material.pictures, measure: .points(480), into: &problems)
          else { continue }
          let name = "pictures/\(article + 1)-\(number + 1).\(drawn.ending)"
          files.append(OutputFile(path: name, bytes: drawn.bytes))
          drawn.address = name
          issue.add(drawn, caption: picture.caption, block: picture.block, to: article)
        }
        article += 1
      }
    }
  }
}

extension EpaperIssue {
  /// Puts a picture at its caption, or at the end of an article that does not name it.
  mutating func add(
    _ picture: WrittenReport.Picture, caption: String, block: Int?, to article: Int
  ) {
    guard articles.indices.contains(article) else { return }
    if let block {
      articles[article].pictures[block] = picture
      return
    }
    var added = ReportBlock(
      role: .caption, text: caption,
      range: SourceRange(file: articles[article].report.source, line: 1))
    added.confidence = 1
    articles[article].report.blocks.append(added)
    articles[article].pictures[articles[article].report.blocks.count - 1] = picture
  }
}
