import Diagnostics
import ReportModel

/// What a report asks for by its front matter where the command line says nothing: `layout`, `photos`
/// and `variant`. A text may come from anywhere, so it names layouts of the program alone, and a folder
/// beside itself.
struct OwnWishes {
  /// Name of the layout.
  var layout: String?
  /// The folder of pictures, as the job would name it.
  var photos: String?
  /// Which arrangement of a newspaper page, from 1.
  var variant = 1

  init(of report: Report, beside input: String) throws(Rejection) {
    if let name = report.metadata("layout"), !name.isEmpty {
      guard !name.contains("/"), !name.hasPrefix(".") else {
        throw Rejection(FileProblems.badName(name))
      }
      layout = name
    }
    if let entry = report.metadata.last(where: { $0.key == "variant" }) {
      guard let number = Int(entry.value), (1...9).contains(number) else {
        throw Rejection(FileProblems.badVariant(entry.value, at: entry.range))
      }
      variant = number
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
