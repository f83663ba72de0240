import Diagnostics
import ReportModel

/// What a report asks for by its front matter where the command line says nothing: `layout` and
/// `photos`. A text may come from anywhere, so it names layouts of the program alone, and a folder
/// beside itself.
struct OwnWishes {
  /// Name of the layout.
  var layout: String?
  /// The folder of pictures, as the job would name it.
  var photos: String?

  init(of report: Report, beside input: String) throws(Rejection) {
    if let name = report.metadata("layout"), !name.isEmpty {
      guard !name.contains("/"), !name.hasPrefix(".") else {
        throw Rejection(FileProblems.badName(name))
      }
      layout = name
    }
    guard let entry = report.metadata.last(where: { $0.key == "photos" }), !entry.value.isEmpty
    else { return }
    let path = entry.value
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.unicodeScalars.contains("\0") else {
      throw Rejection(FileProblems.outside(path, at: entry.range))
    }
    let folder = AtomicFile.folder(of: input)
    photos = folder == "." ? path : "\(folder)/\(path)"
  }
}
