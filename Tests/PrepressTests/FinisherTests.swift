import CairoRendering
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing

@testable import Prepress

@Suite struct FinisherTests {
  /// A page with everything: tint, spot ink, white type on black, photo, grey and CMYK pictures.
  private func page() -> TestPage {
    var page = TestPage()
    page.box(10, 10, 180, 40, Ink(cyan: 0.5, magenta: 0, yellow: 0, black: 0))
    page.text(30)
    page.text(46, size: 12, TestPage.red)
    page.box(10, 60, 60, 20, .black)
    page.text(75, size: 12, .paper)
    page.box(
      80, 60, 60, 20, .spot("Gold", alternate: Ink(cyan: 0, magenta: 0.2, yellow: 0.6, black: 0.1)))
    page.line(90, width: 0.25, .black)
    page.line(95, width: 3, .black)
    page.picture("images/quarters.jpg", 100, width: 24, height: 16)
    page.picture("images/grey.jpg", 130, width: 20, height: 20)
    page.picture("images/cmyk.jpg", 160, width: 20, height: 20)
    page.picture("images/quarters.png", 200, width: 24, height: 16)
    return page
  }

  @Test(arguments: [PressStandard.x4, .x1a])
  func aFinishedPageMeetsItsStandard(_ standard: PressStandard) throws {
    let report = try Press.check(try Press.finish(page().document, standard: standard))
    let claim: PreflightClaim = standard == .x4 ? .x4 : .x1a
    #expect(report.meets(claim), "\(report.findings(against: claim).map(\.rule.id))")
    #expect(report.meets(.print), "\(report.findings(against: .print).map(\.rule.id))")
    #expect(
      report.findings(against: .print, atLeast: .warning).map(\.rule.id)
        .filter { !$0.hasPrefix("image-") }.isEmpty,
      "\(report.findings.map { ($0.rule.id, $0.details) })")
    #expect(report.facts.spots == ["Gold"])
    #expect(report.facts.overprintingGlyphs == 5)
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    #expect(try Press.finish(page().document) == Press.finish(page().document))
  }

  @Test func picturesAreInInksWithTheRightDecode() throws {
    let file = try PDFFile(try Press.finish(page().document))
    let images = try #require(file.pages.first?["/Resources"]?["/XObject"]).entries.map(\.value)
    let spaces = images.compactMap { $0["/ColorSpace"]?.name }
    #expect(spaces.count { $0 == "/DeviceCMYK" } == 3)
    #expect(spaces.count { $0 == "/DeviceGray" } == 1)
    let source = try FixtureFiles().contents(of: "images/cmyk.jpg")
    let passed = try #require(images.first { $0.data(.none) == source })
    #expect(passed["/Decode"]?.numbers == [1, 0, 1, 0, 1, 0, 1, 0])
  }

  @Test func boxesNest() throws {
    var document = TestPage().document
    document.pages[0].bleed = Insets(all: .millimetres(3))
    let settings = try Press.profile("coated").sheet
    let sheets = PressMarks(settings).sheets(of: document)
    let boxes = sheets.boxes[0]
    let media = Rect(origin: .zero, size: boxes.media)
    #expect(media.contains(boxes.bleed) && boxes.bleed.contains(boxes.trim))
    #expect(boxes.trim.size == document.pages[0].trim)
    #expect(boxes.trim.left - boxes.bleed.left == .millimetres(3))
    #expect(sheets.document.pages[0].trim == boxes.media)
  }

  /// Boxes count from the bottom left corner in a file, and each is its own.
  @Test func boxesAreWrittenAsTheyAre() throws {
    let file = try PDFFile(try Press.finish(TestPage().document))
    let page = try #require(file.pages.first)
    PageBoxes(
      media: Size(width: .points(200), height: .points(300)),
      bleed: Rect(left: .points(10), top: .points(15), right: .points(190), bottom: .points(280)),
      trim: Rect(left: .points(20), top: .points(25), right: .points(180), bottom: .points(270))
    ).write(to: page)
    #expect(page["/MediaBox"]?.numbers == [0, 0, 200, 300])
    #expect(page["/BleedBox"]?.numbers == [10, 20, 190, 285])
    #expect(page["/TrimBox"]?.numbers == [20, 30, 180, 275])
  }

  @Test func metadataAreTheJobs() throws {
    let file = try PDFFile(try Press.finish(page().document))
    #expect(file.trailer["/Info"]?["/Title"]?.text == "题目 <&>")
    #expect(file.trailer["/Info"]?["/CreationDate"]?.text == "D:20220408000000Z")
    let packet = try #require(file.root["/Metadata"]?.data(.none))
    let xmp = try #require(XMPFields(packet))
    #expect(xmp["dc:title"] == "题目 <&>")
    #expect(xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4")
  }

  private static let packet = """
    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <m:xmpmeta xmlns:m="adobe:ns:meta/"><r:RDF \
    xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:px="http://www.npes.org/pdfx/ns/id/" \
    xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:a="http://www.aiim.org/pdfa/ns/id/">
    <r:Description r:about="" a:part="2" px:GTS_PDFXVersion = "PDF/X-4">
    <d:title><r:Alt><r:li xml:lang="x-default"> 甲 &lt;&#x4E59;&gt; </r:li>
    <r:li xml:lang="en">other</r:li></r:Alt></d:title><d:creator/>
    </r:Description></r:RDF></m:xmpmeta>
    <?xpacket end="w"?>

    """

  /// What a prefix stands for counts, not the prefix; a property may be an attribute.
  @Test func metadataAreReadByTheirNamespaces() throws {
    let units = Array(Self.packet.utf16)
    let utf16: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for bytes in [Array(Self.packet.utf8), utf16, little] {
      let xmp = try #require(XMPFields(bytes))
      #expect(xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4")
      #expect(xmp["dc:title"] == "甲 <乙>")
      #expect(xmp["pdfaid:part"] == "2")
      #expect(xmp["dc:creator"] == nil && xmp["pdfx:GTS_PDFXVersion"] == nil)
    }
  }

  /// The usual prefix bound to another namespace says nothing; broken packets are none.
  @Test func metadataOfOtherNamespacesAreNone() throws {
    let other = Self.packet.replacing("npes.org/pdfx/ns/id/", with: "npes.org/other/")
      .replacing("px:", with: "pdfxid:").replacing("xmlns:px=", with: "xmlns:pdfxid=")
    #expect(XMPFields(Array(other.utf8)).map { $0["pdfxid:GTS_PDFXVersion"] == nil } == true)
    for broken in [
      Self.packet.replacing("</r:RDF>", with: ""), "", "<a/>",
      "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Self.packet,
      Self.packet.replacing("xmlns:px=", with: "xmlns:py="),
    ] {
      #expect(XMPFields(Array(broken.utf8)) == nil)
    }
  }

  @Test func anUnmappedColourRejects() throws {
    var page = TestPage()
    page.box(0, 0, 10, 10, TestPage.red)
    let drawn = try PDFRenderer().render(page.document, from: FixtureFiles())
    let settings = PressSettings(
      standard: .x4, profile: try Press.profile(), icc: try Press.icc(), inks: InkMap(),
      boxes: [], metadata: page.document.metadata)
    let error = #expect(throws: Rejection.self) { try PDFFinisher(settings).finish(drawn) }
    #expect(error?.diagnostics.first?.code == "press.unmapped-colour")
  }

  @Test func aScreensProfileIsNoOutputIntent() throws {
    let page = TestPage()
    let drawn = try PDFRenderer().render(page.document, from: FixtureFiles())
    let settings = PressSettings(
      standard: .x4, profile: try Press.profile(), icc: ColorProfile.sRGBBytes(),
      inks: Press.inks(of: page.document), boxes: [], metadata: page.document.metadata)
    let error = #expect(throws: Rejection.self) { try PDFFinisher(settings).finish(drawn) }
    #expect(error?.diagnostics.first?.code == "press.broken-profile")
  }

  /// Gradients: the ends of their functions are inks too (exponential inside stitched).
  @Test func gradientsBecomeInks() throws {
    var pdf = MiniPDF()
    pdf.content = "/s0 sh"
    pdf.resources = "/Shading << /s0 10 0 R >>"
    pdf.objects = [
      """
      << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] /Function << /FunctionType 3
      /Domain [0 1] /Bounds [] /Encode [0 1] /Functions [ << /FunctionType 2 /Domain [0 1] /N 1
      /C0 [0 0 0] /C1 [1 1 1] >> ] >> >>
      """
    ]
    var map = InkMap()
    map.add(.black, red: 0, green: 0, blue: 0)
    map.add(.paper, red: 255, green: 255, blue: 255)
    let settings = PressSettings(
      standard: .x4, profile: try Press.profile(), icc: try Press.icc(), inks: map, boxes: [],
      metadata: DocumentMetadata())
    let file = try PDFFile(try PDFFinisher(settings).finish(pdf.bytes))
    let shading = try #require(file.pages[0]["/Resources"]?["/Shading"]?["/s0"])
    #expect(shading["/ColorSpace"]?.name == "/DeviceCMYK")
    let part = shading["/Function"]?["/Functions"]?.items.first
    #expect(part?["/C0"]?.numbers == [0, 0, 0, 1])
    #expect(part?["/C1"]?.numbers == [0, 0, 0, 0])
  }

  @Test func alphaHasNoPlaceInX1a() throws {
    var pdf = MiniPDF()
    pdf.content = "/a gs"
    pdf.resources = "/ExtGState << /a << /ca 0.5 >> >>"
    let settings = PressSettings(
      standard: .x1a, profile: try Press.profile(), icc: try Press.icc(), inks: InkMap(),
      boxes: [], metadata: DocumentMetadata())
    let error = #expect(throws: Rejection.self) { try PDFFinisher(settings).finish(pdf.bytes) }
    #expect(error?.diagnostics.first?.code == "press.transparency")
  }
}
