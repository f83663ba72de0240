import CairoRendering
import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel
import ReportWriting
import Typesetting

/// Made pages as an IDML package, with its picture files in the folder `Links` beside it, where InDesign
/// looks for them.
struct InDesignExport {
  /// The ending of a package.
  static let ending = "idml"

  let home: ResourceHome
  let stock: ExportStock
  /// The pictures by the names that the document calls them.
  let pictures: [String: [UInt8]]

  /// Pages with their running text and the layout of each.
  struct Pages {
    var document: PagedDocument
    var frames: [StoryFrame]
    var layouts: [LayoutSpec]
    /// The reports that they were set from.
    var reports: [Report]
  }

  /// The package at a path and its pictures.
  func files(
    of pages: Pages, output: String, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let folder = AtomicFile.folder(of: output)
    let stem = Paths.stem(output)
    var handoff = try self.handoff(of: pages)
    var files: [OutputFile] = []
    func add(_ bytes: [UInt8], _ name: String) -> String {
      files.append(OutputFile(path: "\(folder)/Links/\(name)", bytes: bytes))
      return "Links/\(name)"
    }
    let named = pages.document.images.sorted { $0.key < $1.key }
    for (number, (id, source)) in named.enumerated() {
      guard let (bytes, kind, size) = try picture(source) else { continue }
      let path = add(bytes, "\(stem)-\(number + 1).\(Self.endings[kind] ?? "png")")
      handoff.links[id] = PageHandoff.Link(path: path, kind: kind, size: size)
    }
    let framing = PageFraming(handoff)
    var drawings: [PageHandoff.Link] = []
    for (number, drawing) in framing.drawings.enumerated() {
      let bytes = try drawn(drawing, of: pages.document)
      let path = add(bytes, "\(stem)-drawing-\(number + 1).pdf")
      drawings.append(
        PageHandoff.Link(
          path: path, kind: .pdf,
          size: (drawing.size.width.points, drawing.size.height.points)))
    }
    if !drawings.isEmpty { problems.report(InDesignProblems.placed(drawings.count)) }
    let package = try IDMLFile(framing, drawings: drawings).bytes()
    return [OutputFile(path: output, bytes: package)] + files
  }

  private static let endings: [PageHandoff.Link.Kind: String] = [
    .jpeg: "jpg", .png: "png", .pdf: "pdf",
  ]

  // MARK: Text

  private func handoff(of pages: Pages) throws(Rejection) -> PageHandoff {
    let catalog = try home.fontCatalog()
    let shaper = try stock.shaper()
    var voices: [FontRole: FontFaceID] = [:]
    for role in catalog.roles { voices[role.role] = role.faces.first }
    var typefaces: [FontFaceID: PageHandoff.Typeface] = [:]
    let used = Set(pages.document.faces.keys.map(\.rawValue))
    let styled = pages.layouts.flatMap { layout in
      layout.styles.names.compactMap { name in
        layout.styles[name].flatMap { voices[$0.paragraph.character.role]?.rawValue }
      }
    }
    for face in catalog.faces {
      let core = FontFaceID(rawValue: face.id.rawValue + "+core")
      guard
        styled.contains(face.id.rawValue) || used.contains(face.id.rawValue)
          || used.contains(core.rawValue)
      else { continue }
      // A face whose file is missing has been replaced on the page, and said so; its name stands.
      let name = PageHandoff.Typeface(
        family: face.name, style: Self.style(weight: face.weight),
        postScriptName: try? shaper.postScriptName(of: face.id))
      (typefaces[face.id], typefaces[core]) = (name, name)
    }
    let texts = pages.reports.flatMap { report in
      // Words that also stand in running text, such as a number of a panel, are not known by it.
      report.blocks.filter { !$0.role.isText && $0.table == nil }.flatMap { block in
        ([block.text] + block.parts).map { (style: block.role.rawValue, text: $0) }
      }
    }
    return PageHandoff(
      document: pages.document, layouts: pages.layouts, frames: pages.frames.map(Self.frame),
      typefaces: typefaces, voices: voices, texts: texts)
  }

  private static func frame(_ frame: StoryFrame) -> PageHandoff.Frame {
    PageHandoff.Frame(
      page: frame.page, story: frame.story, rect: frame.rect,
      parts: frame.parts.map { part in
        PageHandoff.Part(
          paragraphs: part.paragraphs.map { paragraph in
            PageHandoff.Paragraph(
              style: paragraph.style,
              spans: paragraph.spans.map {
                PageHandoff.Span(text: $0.text, style: $0.style, ruby: $0.ruby)
              })
          }, items: part.items)
      })
  }

  /// The names of weights within a family.
  private static func style(weight: Int) -> String {
    switch weight {
    case ..<350: "Light"
    case ..<450: "Regular"
    case ..<550: "Medium"
    case ..<650: "SemiBold"
    case ..<850: "Bold"
    default: "Black"
    }
  }

  // MARK: Pictures

  /// A file that make-up programs place: the photograph or page itself; upright PNG for a turned
  /// photograph, PDF for a vector drawing.
  private func picture(
    _ source: ImageSource
  ) throws(Rejection) -> (bytes: [UInt8], kind: PageHandoff.Link.Kind, size: (Double, Double))? {
    guard let bytes = pictures[source.path] else { return nil }
    let size = Size(
      width: Length(units: source.pixelWidth * (source.format.isVector ? 1 : Length.unitsPerPoint)),
      height: Length(
        units: source.pixelHeight * (source.format.isVector ? 1 : Length.unitsPerPoint)))
    let own = (size.width.points, size.height.points)
    switch source.format {
    case .pdf: return (bytes, .pdf, own)
    case .svg: return (try drawn(alone(source, size), of: images(source)), .pdf, own)
    case .jpeg, .png:
      if try ImageProbe.header(path: source.path, bytes: bytes).orientation != .upright {
        var document = images(source)
        document.pages = [Page(trim: size, items: alone(source, size).items)]
        let upright = try PNGRenderer(dpi: 72, page: 0, faces: stock.faces)
          .render(document, from: JobFiles(home: home.path, pictures: pictures))
        return (upright, .png, own)
      }
      let ppi = PictureResolution.ppi(of: bytes) ?? (72, 72)
      return (
        bytes, source.format == .jpeg ? .jpeg : .png, (own.0 * 72 / ppi.x, own.1 * 72 / ppi.y)
      )
    }
  }

  private func images(_ source: ImageSource) -> PagedDocument {
    PagedDocument(pages: [], images: [ImageID(rawValue: source.path): source])
  }

  private func alone(_ source: ImageSource, _ size: Size) -> Fragment {
    let placed = PlacedImage(image: ImageID(rawValue: source.path), size: size)
    return Fragment(size: size, items: [PlacedItem(at: .zero, .image(placed))])
  }

  /// A drawing as a PDF file of its own size.
  private func drawn(
    _ drawing: Fragment, of document: PagedDocument
  ) throws(Rejection) -> [UInt8] {
    var single = PagedDocument(
      pages: [Page(trim: drawing.size, items: drawing.items)], images: document.images)
    single.nameFaces(from: document.faces)
    return try PDFRenderer().render(
      single, from: JobFiles(home: home.path, pictures: pictures), with: stock.faces)
  }
}

enum InDesignProblems {
  static func placed(_ count: Int) -> Diagnostic {
    Diagnostic(
      .note, "idml.placed",
      Wording(
        "\(count) drawings (charts, codes) are placed in the IDML file as PDF pictures and cannot "
          + "be edited there",
        "IDML 中有 \(count) 处图表、二维码等以 PDF 图片置入，在排版软件里不能改内容"),
      hints: [
        Wording(
          "change them in the report and write the file again", "要改内容，请改稿件后重新输出")
      ])
  }

  static func noProof(_ output: String) -> Diagnostic {
    Diagnostic(
      .error, "idml.no-press",
      Wording(
        "\(output) is for page make-up; no proof and no press file can be made of it",
        "\(output) 供排版软件使用，不能制成校样或付印文件"),
      hints: [
        Wording("write a .pdf, or leave out --proof and --press", "请输出 .pdf，或去掉 --proof、--press")
      ])
  }

  static func noScreens(_ layout: String) -> Diagnostic {
    Diagnostic(
      .error, "idml.no-pages",
      Wording(
        "the layout \(layout) makes pictures for screens, not pages", "版式 \(layout) 出的是屏幕长图，不是版面"),
      hints: [Wording("choose a layout of pages", "请选用版面类的版式")])
  }
}
