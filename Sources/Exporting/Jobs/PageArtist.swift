import CairoRendering
import Diagnostics
import DisplayList
import Prepress

/// Where files go and which are made.
struct OutputTarget {
  /// The file that was asked for; its ending names its format.
  var output: String?
  /// The folder for everything else.
  var folder: String
  /// Name of the files in the folder.
  var name: String
  var formats: [OutputFormat]
  var dpi: Double
  /// The press file that is wanted; where one file was asked for, it takes the place of the proof.
  var press: PressOptions?

  /// Refuses an ending that names another kind of file.
  func checkEnding() throws(Rejection) {
    let known = OutputEnding.pages + [InDesignExport.ending]
    if let output { try OutputEnding.check(output, among: known) }
  }

  /// The files as they are written: where one stream was asked for, the one that goes into it.
  func piped(_ files: [OutputFile]) throws(Rejection) -> [OutputFile] {
    guard output == PipedFiles.name else { return files }
    guard files.count == 1 else {
      throw Rejection(FileProblems.manyInOneFile(PipedFiles.name, files.count))
    }
    return files.map { OutputFile(path: PipedFiles.name, bytes: $0.bytes) }
  }

  /// The path without its ending, and the formats to make.
  func plan() -> (base: String, formats: [OutputFormat]) {
    guard let output else { return ("\(folder)/\(name)", [.pdf] + formats) }
    if output == PipedFiles.name { return (output, formats.isEmpty ? [.pdf] : formats) }
    // A folder, whether it is there or not.
    if output.hasSuffix("/") { return (output + name, [.pdf] + formats) }
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    guard let format = OutputFormat(rawValue: ending.lowercased()), format != .dump else {
      return (output, [.pdf] + formats)
    }
    return (String(output.dropLast(ending.count + 1)), [format] + formats)
  }
}

/// Draws documents into the bytes of files.
struct PageArtist {
  let target: OutputTarget
  let files: any FileAccess
  let onEvent: @Sendable (ExportEvent) -> Void
  /// Faces that earlier documents have opened.
  var faces = FaceStock()

  /// Draws a document in every format that is asked for.
  func draw(
    _ document: PagedDocument, suffix: String, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let (stem, formats) = target.plan()
    let base = stem + suffix
    var written: [OutputFile] = []
    let hasProof = target.press == nil || target.output == nil
    for format in OutputFormat.allCases where formats.contains(format) {
      if format == .pdf, !hasProof { continue }
      switch format {
      case .pdf:
        let bytes = try pdf(document)
        written.append(OutputFile(path: "\(base).pdf", bytes: bytes))
      case .dump:
        written.append(OutputFile(path: "\(base).txt", bytes: Array(document.dump().utf8)))
      case .png, .svg:
        written += try drawPages(document, format, base: base, into: &problems)
      }
    }
    return written
  }

  /// The whole document, pages of other PDF files placed.
  func pdf(_ document: PagedDocument) throws(Rejection) -> [UInt8] {
    try ScreenFile().finish(try drawn(document), of: document)
  }

  private func drawn(_ document: PagedDocument) throws(Rejection) -> [UInt8] {
    let placer = try PagePlacer(document, from: files)
    if placer.isEmpty { return try PDFRenderer().render(document, from: files, with: faces) }
    let drawn = try PDFRenderer().render(
      document, from: OverlaidFiles(files: files, overlay: placer.standIns), with: faces)
    return try placer.place(in: drawn)
  }

  /// One page as SVG.
  static func svg(
    _ page: Int, of document: PagedDocument, from files: any FileAccess, with stock: ExportStock
  ) throws(Rejection) -> [UInt8] {
    try SVGRenderer(page: page, faces: stock.faces).render(document, from: files)
  }

  /// One file a page; a single page takes no number.
  private func drawPages(
    _ document: PagedDocument, _ format: OutputFormat, base: String,
    into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let files = try PlacedPageLooks(dpi: target.dpi, files: files, faces: faces)
      .files(for: document, into: &problems)
    var written: [OutputFile] = []
    let count = document.pages.count
    for page in 0..<count {
      onEvent(.drawing(page: page + 1, of: count))
      let number = count == 1 ? "" : "-\(page + 1)"
      let renderer: any PageRenderer =
        format == .png
        ? PNGRenderer(dpi: target.dpi, page: page, faces: faces)
        : SVGRenderer(page: page, faces: faces)
      let bytes = try renderer.render(document, from: files)
      written.append(OutputFile(path: "\(base)\(number).\(format.rawValue)", bytes: bytes))
    }
    return written
  }
}
