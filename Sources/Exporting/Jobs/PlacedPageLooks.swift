import CairoRendering
import Diagnostics
import DisplayList
import Foundation
import Geometry
import Prepress

/// What the pages of other PDF files look like that a document places, for formats that hold no PDF
/// page: PNG and SVG. Poppler's `pdftoppm` draws them where it is installed.
struct PlacedPageLooks {
  /// Pixels per inch of the page that is drawn.
  let dpi: Double
  let files: any FileAccess
  let faces: FaceStock

  /// Seconds that drawing one page may take.
  private static let patience = 30.0
  /// Pixels per inch: no fewer, since a page may be placed larger than it is; no more, whatever is
  /// asked for.
  private static let resolutions = 150.0...600

  /// The files of a document with pictures in the place of its PDF files. Where one cannot be drawn
  /// the page shows what stands for it, and a finding says so.
  func files(
    for document: PagedDocument, into problems: inout Problems
  ) throws(Rejection) -> any FileAccess {
    let sources = document.images.values.filter { $0.format == .pdf }.sorted { $0.path < $1.path }
    if sources.isEmpty { return files }
    let program = OutsideProgram(["pdftoppm"])
    var looks: [String: [UInt8]] = [:]
    for source in sources {
      if let program, let look = try look(of: source, by: program) {
        looks[source.path] = look
      } else {
        problems.report(Self.problem(source.path, isMissing: program == nil))
      }
    }
    return OverlaidFiles(files: files, overlay: looks)
  }

  /// The page alone on a sheet of its size, turned and trimmed as it is placed, and that as pixels.
  private func look(
    of source: ImageSource, by program: OutsideProgram
  ) throws(Rejection) -> [UInt8]? {
    let size = Size(
      width: Length(units: source.pixelWidth), height: Length(units: source.pixelHeight))
    let id = ImageID(rawValue: source.path)
    let sheet = PagedDocument(
      pages: [
        Page(trim: size, items: [PlacedItem(at: .zero, .image(PlacedImage(image: id, size: size)))])
      ],
      images: [id: source])
    let placer = try PagePlacer(sheet, from: files)
    let drawn = try PDFRenderer().render(
      sheet, from: OverlaidFiles(files: files, overlay: placer.standIns), with: faces)
    let bytes = try placer.place(in: drawn)
    let resolution = min(max(dpi, Self.resolutions.lowerBound), Self.resolutions.upperBound)
    return try? OutsideProgram.withFolder("look") { folder in
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("page.pdf")
      try Data(bytes).write(to: file)
      let stem = folder.appendingPathComponent("look").path
      let arguments = ["-png", "-singlefile", "-r", "\(resolution)", file.path, stem]
      guard try program.run(arguments, in: folder, patience: Self.patience) else { return nil }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: stem + ".png")))
    }
  }

  private static func problem(_ path: String, isMissing: Bool) -> Diagnostic {
    Diagnostic(
      .warning, "art.not-shown",
      isMissing
        ? Wording(
          "the picture of the page has a box for \"\(path)\": pdftoppm is not installed",
          "页面图片中“\(path)”只有占位框：本机没有 pdftoppm")
        : Wording(
          "the picture of the page has a box for \"\(path)\": pdftoppm made nothing of it",
          "页面图片中“\(path)”只有占位框：pdftoppm 没能画出"),
      hints: [
        isMissing
          ? Wording("install poppler-utils, or look at the PDF", "请安装 poppler-utils，或查看 PDF")
          : Wording("look at the PDF, which has it", "请查看 PDF，其中有这一页")
      ])
  }
}
