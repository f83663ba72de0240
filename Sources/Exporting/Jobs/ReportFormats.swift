import CairoRendering
import Charting
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel
import ReportReading
import ReportWriting

/// Reports as files that others go on with: Word, web pages, Markdown, tables.
struct ReportFormats {
  let home: ResourceHome
  let stock: ExportStock
  let environment: any ExportEnvironment

  /// The format that the ending of a path names; nil where it names pages.
  static func format(of path: String?) -> WrittenReport.Format? {
    path.flatMap { WrittenReport.Format(rawValue: OutputEnding.of($0)) }
  }

  /// The file's bytes.
  func bytes(
    of report: Report, as format: WrittenReport.Format, layout: LayoutSpec,
    facts: MakeupFacts, pictures: PictureResolver.Resolved, into problems: inout Problems
  ) throws(Rejection) -> [UInt8] {
    var drawn: [Int: WrittenReport.Picture] = [:]
    if format == .word || format == .html {
      for picture in pictures.pictures {
        guard let block = picture.block else {
          problems.report(ReportFormatProblems.uncaptioned(picture.label))
          continue
        }
        drawn[block] = try self.picture(
          picture, pictures.files, measure: layout.grid.typeArea.size.width, into: &problems)
      }
    }
    let catalog = try home.fontCatalog()
    // Whoever asks for pages is told why there are none; here the styles alone say how lines stand.
    let made =
      format == .word && layout.makeup == .pages
      ? try? pages(of: report, layout, facts, pictures.pictures) : nil
    var layout = layout
    layout.grid = made?.grid ?? layout.grid
    var written = WrittenReport(
      report, layout: layout, pictures: drawn, faces: faces(in: catalog))
    if let made {
      written.placings = BlockPlacings.of(report, made.blocks, leading: layout.grid.leading)
    }
    written.labels = [FactKey.copyNumber, .secrecy, .urgency].compactMap { key in
      facts[key].map { (key.rawValue, $0) }
    }
    return try written.bytes(as: format)
  }

  /// The pages that a Word file is to break as.
  private func pages(
    of report: Report, _ layout: LayoutSpec, _ facts: MakeupFacts, _ pictures: [MakeupPicture]
  ) throws(Rejection) -> MadeUp {
    var unsaid = Problems()
    let job = MakeupJob(report: report, layout: layout, pictures: pictures, facts: facts)
    let patterns = try home.hyphenation(for: layout, into: &unsaid)
    return try Makeup(shaper: try stock.shaper(), hyphenation: patterns).make(job, into: &unsaid)
  }

  /// The names under which office programs know the voices: the typeface that one stands for, or that
  /// of the regular weight of its family.
  private func faces(in catalog: FontCatalog) -> [FontRole: WrittenReport.Face] {
    var faces: [FontRole: WrittenReport.Face] = [:]
    for role in catalog.roles {
      guard let face = role.faces.first.flatMap(catalog.face) else { continue }
      let regular = catalog.roles.first { other in
        guard let found = other.faces.first.flatMap(catalog.face) else { return false }
        return found.name == face.name && found.weight < 500
      }
      let name = role.standsFor ?? regular?.standsFor ?? regular?.title ?? role.title
      faces[role.role] = WrittenReport.Face(
        name: name, isBold: role.standsFor == nil && face.weight >= 600)
    }
    return faces
  }

  /// A picture that office programs and browsers open: the file itself where they do, or what it looks
  /// like as PNG.
  func picture(
    _ picture: MakeupPicture, _ files: [String: [UInt8]], measure: Length,
    into problems: inout Problems
  ) throws(Rejection) -> WrittenReport.Picture? {
    if let chart = picture.chart {
      return try drawing(of: chart, files, measure: measure, into: &problems)
    }
    guard let image = picture.image, let bytes = files[image.path] else { return nil }
    if let ending = Self.ending(of: bytes) {
      return WrittenReport.Picture(
        bytes: bytes, ending: ending, pixels: (image.pixelWidth, image.pixelHeight))
    }
    let scale = image.format.isVector ? 1 : Length.unitsPerPoint
    let size = Size(
      width: Length(units: image.pixelWidth * scale),
      height: Length(units: image.pixelHeight * scale))
    let shown = Size(
      width: min(size.width, measure),
      height: min(size.width, measure).scaled(by: size.height / max(size.width, Length(units: 1))))
    let id = ImageID(rawValue: image.path)
    let item = PlacedItem(at: .zero, .image(PlacedImage(image: id, size: shown)))
    let document = PagedDocument(
      pages: [Page(trim: shown, items: [item])], images: [id: image])
    return try png(document, shown, files)
  }

  private func drawing(
    of chart: ChartSpec, _ files: [String: [UInt8]], measure: Length, into problems: inout Problems
  ) throws(Rejection) -> WrittenReport.Picture {
    let shaper = try stock.shaper()
    let made = try ChartCompiler(shaper: shaper).compile(
      chart, theme: .zhPrint, size: nil, name: "", wantsFacts: false, into: &problems)
    var document = PagedDocument(
      pages: [Page(trim: made.fragment.size, items: made.fragment.items)], faces: shaper.faces)
    for source in chart.pictures.values {
      document.images[ImageID(rawValue: source.path)] = source
    }
    return try png(document, made.fragment.size, files)
  }

  /// Dots an inch of what is drawn.
  private static let dpi = 200.0

  private func png(
    _ document: PagedDocument, _ size: Size, _ files: [String: [UInt8]]
  ) throws(Rejection) -> WrittenReport.Picture {
    let bytes = try PNGRenderer(dpi: Self.dpi, faces: stock.faces).render(
      document, from: JobFiles(home: home.path, pictures: files))
    func pixels(_ length: Length) -> Int { max(1, Int(length.points * Self.dpi / 72)) }
    return WrittenReport.Picture(
      bytes: bytes, ending: "png", pixels: (pixels(size.width), pixels(size.height)))
  }

  private static func ending(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    return bytes.starts(with: [0xFF, 0xD8, 0xFF]) ? "jpeg" : nil
  }
}

extension Exporter {
  /// Writes a report as a file that others go on with.
  func write(
    _ job: ExportJob, as format: WrittenReport.Format, with stock: ExportStock,
    into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    guard let output = job.output else { return ExportResult(files: [], pages: 0) }
    guard job.press == nil else { throw Rejection(ReportFormatProblems.noPress(output)) }
    onEvent(.reading)
    let (read, _) = try read(job, into: &problems)
    let report = try arranged(read, for: job, into: &problems)
    let facts = try JobFacts(report: report, settings: job.settings, into: &problems)
    let wanted = try OwnWishes(of: report, beside: job.input)
    guard let name = job.layout.isEmpty ? wanted.layout : job.layout else {
      throw try home.noLayout()
    }
    let layout = try stock.layout(name, settings: facts.layoutSettings, into: &problems)
    let pictures = try PictureResolver(
      report: report, base: AtomicFile.folder(of: job.input),
      photos: job.photos ?? wanted.photos, environment: environment
    ).resolve(into: &problems)
    let bytes = try ReportFormats(home: home, stock: stock, environment: environment).bytes(
      of: report, as: format, layout: layout, facts: facts.facts, pictures: pictures,
      into: &problems)
    var files = [OutputFile(path: output, bytes: bytes)]
    if format == .tables {
      files = try Self.tableFiles(at: output, WrittenReport(report, layout: layout))
    }
    onEvent(.writing)
    try environment.write(files)
    return ExportResult(files: files.map(\.path), pages: 0)
  }

  /// The tables, a file each with a number from the second on, and the numbers of the text in a file of
  /// their own; a report with neither is refused.
  private static func tableFiles(
    at path: String, _ written: WrittenReport
  ) throws(Rejection) -> [OutputFile] {
    let stem = String(path.dropLast(4))
    var files = written.tables.enumerated().map { number, bytes in
      OutputFile(path: number == 0 ? path : "\(stem)-\(number + 1).csv", bytes: bytes)
    }
    if let bytes = written.indicatorTable {
      files.append(OutputFile(path: files.isEmpty ? path : "\(stem)-指标.csv", bytes: bytes))
    }
    if files.isEmpty { throw Rejection(ReportFormatProblems.noTables(written.report.source)) }
    return files
  }

  /// Whether an output is the model of a report as JSON.
  static func isModel(_ output: String?) -> Bool { output.map(OutputEnding.of) == "json" }

  /// Writes what was understood of a report as JSON that reads back.
  func writeModel(_ job: ExportJob, into problems: inout Problems) throws(Rejection) -> ExportResult
  {
    guard let output = job.output else { return ExportResult(files: [], pages: 0) }
    guard job.press == nil else { throw Rejection(ReportFormatProblems.noPress(output)) }
    onEvent(.reading)
    let (read, _) = try read(job, into: &problems)
    let report = try arranged(read, for: job, into: &problems)
    onEvent(.writing)
    try environment.write([
      OutputFile(path: output, bytes: Array(ReportJSON.write(report).utf8))
    ])
    return ExportResult(files: [output], pages: 0)
  }
}

enum ReportFormatProblems {
  static func noPress(_ output: String) -> Diagnostic {
    Diagnostic(
      .error, "output.no-press",
      Wording(
        "\(output) is no page and no press file can be made of it", "\(output) 不是版面，不能制成付印文件"),
      hints: [Wording("write a .pdf, or leave out --press", "请输出 .pdf，或去掉 --press")])
  }

  static func noTables(_ source: String) -> Diagnostic {
    Diagnostic(
      .error, "output.no-tables",
      Wording("\(source) holds no table and no number", "\(source) 中没有表格，也没有指标"),
      hints: [Wording("write .md or .html for its words", "要文字请输出 .md 或 .html")])
  }

  static func uncaptioned(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "output.picture-left-out",
      Wording(
        "the picture \(name) has no caption in the report and is not in the file",
        "图片 \(name) 在稿中没有图注，没有写入文件"),
      hints: [
        Wording("put a caption where the picture belongs", "请在稿中图片应在的位置写一行图注")
      ])
  }
}
