import CairoRendering
import Diagnostics
import DisplayList
import Prepress

/// The press files of a job, and whether they may go to the plant.
struct PressFiles {
  var files: [OutputFile] = []
  /// Nil where none was asked for.
  var isReady: Bool?
}

extension Exporter {
  /// Makes the press files that a job asks for; one that is not ready is refused unless forced.
  func pressFiles(
    of document: PagedDocument, target: OutputTarget, from files: any FileAccess,
    with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> PressFiles {
    guard let options = target.press else { return PressFiles() }
    let kind = options.isArchive ? ".archive" : options.isForOffice ? ".sheets" : ".press"
    let base = target.plan().base + (target.output == nil ? kind : "")
    if options.isArchive {
      let bytes = try ArchivePipeline(faces: stock.faces).render(
        document, from: files, into: &problems)
      return PressFiles(files: [OutputFile(path: "\(base).pdf", bytes: bytes)])
    }
    if options.isForOffice {
      let pages = try PageArtist(
        target: target, files: files, onEvent: { _ in }, faces: stock.faces
      ).pdf(document)
      let bytes = try OfficeSheets(options.sheets).arrange(pages, name: Paths.name(base)).pdf
      return PressFiles(files: [OutputFile(path: "\(base).pdf", bytes: bytes)])
    }
    let pipeline = PressPipeline(
      options: options, environment: environment, dpi: target.dpi, stock: stock)
    return try pipeline.files(of: document, named: base, from: files, into: &problems)
  }
}
