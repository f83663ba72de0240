import Diagnostics
import DisplayList
import Geometry
import ImageFiles
import TestSupport
import Testing

@testable import Prepress

@Suite struct PlacedPageTests {
  private func probe(_ bytes: [UInt8]) throws(Rejection) -> (ImageSource, [String]) {
    var problems = Problems()
    let source = try PlacedPageProbe.probe(path: "ad.pdf", bytes: bytes, into: &problems)
    return (source, problems.diagnostics.map(\.code.rawValue))
  }

  private func page(_ bytes: [UInt8]) -> (PagedDocument, FixtureFiles) {
    var page = TestPage()
    let id = ImageID(rawValue: "ad.pdf")
    page.images[id] = ImageSource(path: "ad.pdf", format: .pdf, pixelWidth: 2, pixelHeight: 1)
    let size = Size(width: .points(100), height: .points(50))
    page.items.append(
      PlacedItem(
        at: Point(x: .points(20), y: .points(20)), .image(PlacedImage(image: id, size: size))))
    return (page.document, FixtureFiles(["ad.pdf": bytes]))
  }

  @Test func theTrimIsTheSize() throws {
    let (source, codes) = try probe(try FixtureFiles().contents(of: "art/advertisement.pdf"))
    #expect(source.format == .pdf && codes.isEmpty)
    #expect(source.pixelWidth == Length.points(300).units)
    #expect(source.pixelHeight == Length.points(150).units)
  }

  /// What a file does not show is not printed, and said.
  @Test func layersThatAreOffAreLeftOut() throws {
    var pdf = MiniPDF()
    pdf.catalog = "/OCProperties << /OCGs [10 0 R 11 0 R] /D << /OFF [10 0 R] >> >>"
    pdf.objects = ["<< /Type /OCG /Name (hidden) >>", "<< /Type /OCG /Name (seen) >>"]
    pdf.resources = "/Properties << /H 10 0 R /S 11 0 R >>"
    pdf.content = "/OC /H BDC q 1 0 0 rg EMC 20 20 9 9 re f /OC /S BDC 30 30 9 9 re f EMC"
    #expect(try probe(pdf.bytes).1 == ["art.layers"])
    let file = try PDFFile(pdf.bytes)
    var hidden = try #require(HiddenLayers(file))
    let content = try #require(file.pages[0].contentData())
    let kept = hidden.removed(from: content, file.pages[0]["/Resources"])
    let words = String(decoding: kept, as: UTF8.self)
    #expect(!words.contains("1 0 0 rg") && words.contains("30 30 9 9 re"))
    #expect(words.contains("q ") && words.contains("20 20 9 9 re"))
  }

  /// A stamp is drawn into its rectangle; a note without a look is named.
  @Test func stampsAreDrawnAndNotesNamed() throws {
    var pdf = MiniPDF()
    pdf.page += """
       /Annots [ << /Subtype /Stamp /F 4 /Rect [20 30 60 50] /AP << /N 10 0 R >> >>
      << /Subtype /Text /F 4 /Rect [0 0 9 9] >> << /Subtype /Link /Rect [0 0 9 9] >> ]
      """
    pdf.objects = ["<< /Subtype /Form /BBox [0 0 20 10] /Length 1 >>\nstream\nn\nendstream"]
    #expect(try probe(pdf.bytes).1 == ["art.annotations", "art.annotations-lost"])
    let page = try PDFFile(pdf.bytes).pages[0]
    let looks = AnnotationLooks(page)
    let resources = try #require(page["/Resources"])
    let words = String(decoding: looks.content(namedIn: resources), as: UTF8.self)
    #expect(words.contains("2 0 0 2 20 30 cm /BxLook0 Do"))
    #expect(resources["/XObject"]?["/BxLook0"] != nil)
  }

  @Test func aTurnedPageIsSeenTurned() throws {
    var pdf = MiniPDF()
    pdf.page = "/MediaBox [0 0 200 100] /Rotate 90"
    let (source, _) = try probe(pdf.bytes)
    #expect(source.pixelWidth == Length.points(100).units)
  }

  /// Each corner of the box, as it is seen, lies on a corner of the unit square.
  @Test(arguments: [
    (0, [10.0, 20], [0.0, 0]), (90, [10, 20], [0, 1]), (180, [10, 20], [1, 1]),
    (270, [10, 20], [1, 0]), (90, [110, 20], [0, 0]), (270, [110, 70], [0, 1]),
  ])
  func boxesMapToTheUnitSquare(_ turn: Int, _ corner: [Double], _ place: [Double]) throws {
    var pdf = MiniPDF()
    pdf.page = "/MediaBox [0 0 200 100] /TrimBox [10 20 110 70] /Rotate \(turn)"
    let facts = try PlacedPageFacts(try PDFFile(pdf.bytes), path: "ad.pdf")
    let found = Matrix(facts.toUnitSquare).map(corner[0], corner[1])
    #expect(abs(found.x - place[0]) < 1e-9 && abs(found.y - place[1]) < 1e-9)
  }

  @Test func aPlacedPageKeepsInksAndFonts() throws {
    let (document, files) = page(try FixtureFiles().contents(of: "art/advertisement.pdf"))
    let bytes = try Press.finish(document, files: files)
    let file = try PDFFile(bytes)
    let objects = try #require(file.pages[0]["/Resources"]?["/XObject"]).entries
    let form = try #require(objects.first { $0.value["/Subtype"]?.name == "/Form" }?.value)
    #expect(form["/Resources"]?["/Font"]?.entries.isEmpty == false)
    let content = String(decoding: try #require(form.data(.general)), as: UTF8.self)
    #expect(content.contains("0 .9 .8 0 k") || content.contains("0 0.9 0.8 0 k"), "\(content)")
    let report = try Press.check(bytes)
    #expect(report.meets(.x4) && report.meets(.print), "\(report.findings.map(\.rule.id))")
  }

  /// RGB in an advertisement is an error of the page: nobody changes an advertiser's colours.
  @Test func anAdvertisementInRGBIsFound() throws {
    var pdf = MiniPDF()
    pdf.content = "1 0 0 rg 10 10 50 50 re f"
    let (document, files) = page(pdf.bytes)
    let report = try Press.check(try Press.finish(document, files: files))
    #expect(report.findings(against: .print).map(\.rule.id) == ["colour-device-rgb"])
  }

  /// Solid black marks before it leave their overprint on; a placed page begins with nothing set.
  @Test func aPlacedPageBeginsAnew() throws {
    var (document, files) = page(MiniPDF(content: "10 10 50 50 re f").bytes)
    var before = TestPage()
    before.text(15)
    document.pages[0].items = before.items + document.pages[0].items
    let file = try PDFFile(try Press.finish(document, files: files))
    let objects = try #require(file.pages[0]["/Resources"]?["/XObject"]).entries
    let form = try #require(objects.first { $0.value["/Subtype"]?.name == "/Form" }?.value)
    let content = String(decoding: try #require(form.data(.general)), as: UTF8.self)
    #expect(content.hasPrefix("/BxStart gs 0 g 0 G"))
    #expect(form["/Resources"]?["/ExtGState"]?["/BxStart"]?["/op"]?.bool == false)
  }

  @Test func proofsShowTheAdvertisementToo() throws {
    let (document, files) = page(try FixtureFiles().contents(of: "art/advertisement.pdf"))
    let placer = try PagePlacer(document, from: files)
    #expect(!placer.isEmpty && placer.standIns.keys.sorted() == ["ad.pdf"])
    let drawn = try Press.draw(document, files: FixtureFiles(placer.standIns))
    let file = try PDFFile(try placer.place(in: drawn))
    let kinds = file.pages[0]["/Resources"]?["/XObject"]?.entries.map { $0.value["/Subtype"]?.name }
    #expect(kinds == ["/Form"])
  }

  @Test func badFilesAreRefusedOrSaid() throws {
    let whole = try FixtureFiles().contents(of: "art/advertisement.pdf")
    for count in stride(from: 0, to: whole.count, by: 997) {
      // Cut anywhere, a file is refused or placed with a warning; nothing else happens.
      do throws(Rejection) {
        let (_, codes) = try probe(Array(whole.prefix(count)))
        #expect(codes.contains("art.repaired"))
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    let encrypted = MiniPDF(page: "/MediaBox [0 0 0 0]")
    let error = #expect(throws: Rejection.self) { try probe(encrypted.bytes) }
    #expect(error?.diagnostics.first?.code == "art.no-size")
  }
}

extension MiniPDF {
  init(content: String) {
    self.init()
    self.content = content
  }

  init(page: String) {
    self.init()
    self.page = page
  }
}
