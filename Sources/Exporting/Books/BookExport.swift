import Confinement
public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel

extension Exporter {
  /// Binds the documents of a book plan into one file: title, contents, parts, index, running heads and
  /// page numbers of its own, with links, outline and page labels. `BOOK-index.json` beside it names the
  /// page and the sentence of every number.
  public func run(
    book job: PlanExport, into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    let target = target(for: job)
    try target.checkEnding()
    if try isHandoff(target, isProof: false) { throw Rejection(BookProblems.noHandoff()) }
    onEvent(.reading)
    let (bytes, text) = try read(plan: job.plan, into: &problems)
    let plan = try BookPlanReader.read(text, file: job.plan)
    let stock = ExportStock(home: home)
    var material = PlanMaterial(
      inputs: [(name: Paths.name(job.plan), bytes: bytes)], leavesEmojiOut: job.leavesEmojiOut,
      settings: job.settings)
    var binder = try BookBinder(plan: plan, job: job, exporter: self, stock: stock, into: &problems)
    try binder.setDocuments(into: &material, &problems)
    let book = try binder.bind(into: &problems)
    var made = MadeUp(document: book.document)
    made.document.nameFaces(from: try stock.shaper().faces)
    let index = OutputFile(
      path: "\(target.indexBase(of: job.plan))-index.json", bytes: Array(book.record.utf8))
    return try write(
      made, target: target, input: job.plan,
      files: JobFiles(home: home.path, pictures: material.pictures), inputs: material.all,
      layout: plan.layout, stock: stock, beside: target.output == PipedFiles.name ? [] : [index],
      problems: &problems)
  }
}

extension OutputTarget {
  /// The path of the book without its ending, for what is written beside it.
  fileprivate func indexBase(of plan: String) -> String {
    output == nil ? "output/\(Paths.stem(plan))/\(name)" : self.plan().base
  }
}

/// A document of a book, set.
struct BoundDocument {
  var title: String
  /// Its pages, without furniture where they are of the book's size.
  var pages: [Page]
  /// The pages' pictures by their names.
  var images: [ImageID: ImageSource]
  /// What is known of its words; nil for a PDF file as it is.
  var set: SetReport?
  /// Where it starts in the body of the book, from 0.
  var first = 0
}

/// What a book is while it is made: the body's pages come first, since contents and index speak of them.
struct BookBinder {
  let plan: BookPlan
  let job: PlanExport
  let exporter: Exporter
  let stock: ExportStock
  let maker: BookMaker
  let layout: LayoutSpec

  /// A page of the body with the part it belongs to, and whether it carries the book's furniture.
  struct BodyPage {
    var page: Page
    var section: String
    var isFurnished: Bool
    /// Whether it is the first page of a document or a list.
    var opens = false
  }

  var body: [BodyPage] = []
  /// The documents of each part, and the page of its title in the body.
  var parts: [(title: String, first: Int, documents: [BoundDocument])] = []
  var images: [ImageID: ImageSource] = [:]
  /// Where the documents' own links lead in the body, by their names there.
  var ownPlaces: [String: PagePlace] = [:]

  init(
    plan: BookPlan, job: PlanExport, exporter: Exporter, stock: ExportStock,
    into problems: inout Problems
  ) throws(Rejection) {
    self.plan = plan
    self.job = job
    self.exporter = exporter
    self.stock = stock
    let base = AtomicFile.folder(of: job.plan)
    let name = plan.layout.hasPrefix(".") ? exporter.resolve(plan.layout, base) : plan.layout
    let settings = job.settings.filter { !JobFacts.keys.contains($0.key) }
    layout = try stock.layout(
      name, settings: settings.map { ($0.key, $0.value) }, into: &problems)
    maker = BookMaker(layout: layout, shaper: try stock.shaper())
  }

  // MARK: Documents

  /// Sets all documents, part by part: a part starts on a right-hand page with its title, a document on
  /// the next page.
  mutating func setDocuments(
    into material: inout PlanMaterial, _ problems: inout Problems
  ) throws(Rejection) {
    let count = plan.parts.reduce(0) { $0 + $1.documents.count }
    var number = 0
    var others = 0
    for part in plan.parts {
      startRightHand()
      let first = body.count
      body.append(
        BodyPage(
          page: try maker.leaf(title: part.title, style: "part-title"), section: part.title,
          isFurnished: false))
      body.append(BodyPage(page: maker.blank(), section: part.title, isFurnished: false))
      var documents: [BoundDocument] = []
      for document in part.documents {
        number += 1
        // The time is each document's.
        Confinement.renewTime()
        exporter.onEvent(.composingPage(number, of: count))
        var bound = try bound(document, number: number, into: &material, &problems)
        bound.first = body.count
        takeLinks(of: &bound, prefix: "\(number)/")
        for (place, page) in bound.pages.enumerated() {
          let isFurnished = bound.set != nil && maker.fits(page)
          others += bound.set != nil && !isFurnished ? 1 : 0
          body.append(
            BodyPage(
              page: page, section: part.title, isFurnished: isFurnished, opens: place == 0))
        }
        images.merge(bound.images) { first, _ in first }
        documents.append(bound)
      }
      parts.append((part.title, first, documents))
    }
    if others > 0 { problems.report(BookProblems.otherSizes(others)) }
  }

  /// Gives the links of a document names of their own in the book.
  private mutating func takeLinks(of bound: inout BoundDocument, prefix: String) {
    for (name, place) in bound.set?.made.document.destinations ?? [:] {
      ownPlaces[prefix + name] = PagePlace(page: bound.first + place.page, top: place.top)
    }
    for page in bound.pages.indices {
      for index in bound.pages[page].items.indices {
        guard case .tag(var tag) = bound.pages[page].items[index].item, tag.kind == .link else {
          continue
        }
        tag.name = prefix + tag.name
        bound.pages[page].items[index].item = .tag(tag)
      }
    }
  }

  private mutating func startRightHand() {
    if body.count % 2 == 1 {
      body.append(
        BodyPage(
          page: maker.blank(), section: body.last?.section ?? "", isFurnished: false))
    }
  }

  /// No file of a document is written; its name only says that it is drawn.
  private static let placeholder = "document.pdf"

  private func bound(
    _ document: BookDocument, number: Int, into material: inout PlanMaterial,
    _ problems: inout Problems
  ) throws(Rejection) -> BoundDocument {
    let base = AtomicFile.folder(of: job.plan)
    switch document.source {
    case .file(let path):
      return try ready(
        exporter.resolve(path, base), title: document.title, prefix: "\(number)/", &material,
        &problems)
    case .report(let path, let layout, let photos):
      var order = ExportJob(
        input: exporter.resolve(path, base), layout: layout ?? "", output: Self.placeholder,
        photos: photos.map { exporter.resolve($0, base) })
      if let layout, layout.hasPrefix(".") { order.layout = exporter.resolve(layout, base) }
      order.isGathered = false
      order.leavesEmojiOut = job.leavesEmojiOut
      order.picturePrefix = "\(number)/"
      order.bareTrim = self.layout.trim
      // A page of another size keeps its furniture, and shows its place in the book.
      order.settings = [ExportJob.Setting(key: "page", value: String(body.count + 1))]
      let set = try exporter.set(order, with: stock, into: &problems)
      material.inputs += set.inputs.prefix(1)
      material.pictures.merge(set.pictures) { first, _ in first }
      let own = set.report
      let headline = own.headlines.joined(separator: "\u{3000}")
      let title = document.title ?? (headline.isEmpty ? Paths.stem(path) : headline)
      let made = set.made.document
      return BoundDocument(title: title, pages: made.pages, images: made.images, set: set)
    }
  }

  /// The pages of a PDF file, each a sheet of its own.
  private func ready(
    _ path: String, title: String?, prefix: String, _ material: inout PlanMaterial,
    _ problems: inout Problems
  ) throws(Rejection) -> BoundDocument {
    let sheets = try ReadySheets(path, in: exporter.environment, prefix: prefix, into: &problems)
    let title = title ?? Paths.stem(path)
    material.inputs.append((Paths.name(path), sheets.bytes))
    var bound = BoundDocument(title: title, pages: [], images: [:])
    for (number, source) in sheets.sources.enumerated() {
      let image = ImageID(rawValue: source.path)
      bound.images[image] = source
      material.pictures[source.path] = sheets.files[source.path]
      bound.pages.append(
        maker.sheet(image, size: source.vectorSize, words: "\(title)，第\(number + 1)页"))
    }
    return bound
  }
}
