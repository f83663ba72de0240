import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import ReportModel

extension Exporter {
  /// Whether an output is a package for page make-up; a proof or a press file cannot be one.
  func isHandoff(_ target: OutputTarget, isProof: Bool) throws(Rejection) -> Bool {
    guard let output = target.output, OutputEnding.of(output) == InDesignExport.ending else {
      return false
    }
    if isProof || target.press != nil { throw Rejection(InDesignProblems.noProof(output)) }
    return true
  }

  /// Writes made pages as an IDML package, its arrangements each in one of their own, with the other
  /// formats that were asked for beside it.
  func hand(
    on made: MadeUp, layouts: [LayoutSpec], reports: [Report], target: OutputTarget,
    files: JobFiles, stock: ExportStock, beside more: [OutputFile] = [],
    into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    guard let output = target.output else { return ExportResult(files: [], pages: 0) }
    if let layout = layouts.first(where: \.document.isScreens) {
      throw Rejection(InDesignProblems.noScreens(layout.name))
    }
    let stem = String(output.dropLast(InDesignExport.ending.count + 1))
    let export = InDesignExport(home: home, stock: stock, pictures: files.pictures)
    let arrangements =
      [(made.document, made.frames)] + made.variants.map { ($0.document, $0.frames) }
    var outputs: [OutputFile] = []
    for (number, (document, frames)) in arrangements.enumerated() {
      let suffix = number == 0 ? "" : "-variant\(number + 1)"
      let pages = InDesignExport.Pages(
        document: document, frames: frames,
        layouts: document.pages.indices.map { layouts[min($0, layouts.count - 1)] },
        reports: reports)
      outputs += try export.files(
        of: pages, output: "\(stem)\(suffix).\(InDesignExport.ending)", into: &problems)
      guard let first = target.formats.first else { continue }
      var others = target
      others.output = "\(stem).\(first == .dump ? "pdf" : first.rawValue)"
      others.formats = first == .dump ? target.formats : Array(target.formats.dropFirst())
      outputs += try PageArtist(
        target: others, files: files, onEvent: onEvent, faces: stock.faces
      ).draw(document, suffix: suffix, into: &problems)
    }
    onEvent(.writing)
    try environment.write(outputs + more)
    return ExportResult(
      files: outputs.map(\.path), pages: made.document.pages.count, fit: made.fit)
  }
}
