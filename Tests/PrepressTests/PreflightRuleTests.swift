import Diagnostics
import Testing

@testable import Prepress

/// A fault and the rule that must find it.
struct Fault: Sendable, CustomTestStringConvertible {
  var rule: String
  var pdf: MiniPDF

  init(_ rule: String, _ change: (inout MiniPDF) -> Void) {
    self.rule = rule
    pdf = MiniPDF()
    change(&pdf)
  }

  var testDescription: String { rule }

  private static let text = "/Font << /F 10 0 R >>"
  private static let font =
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"

  private static func words(_ operators: String) -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.resources = text + " /ExtGState << /o << /op true /OP true /OPM 0 >> >>"
      pdf.objects = [font]
      pdf.content = "BT /F 7 Tf 20 20 Td \(operators) (abc) Tj ET"
    }
  }

  private static func art(_ content: String, _ resources: String = "") -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.content = content
      pdf.resources = resources
    }
  }

  private static func image(_ entries: String, size: Int = 100, pixels: Int = 50) -> (inout MiniPDF)
    -> Void
  {
    { pdf in
      pdf.content = "\(size) 0 0 \(size) 20 20 cm /I Do"
      pdf.resources = "/XObject << /I 10 0 R >>"
      pdf.objects = [
        "<< /Subtype /Image /Width \(pixels) /Height \(pixels) \(entries) /Length 1 >>\nstream\nx\nendstream"
      ]
    }
  }

  static let document: [Fault] = [
    Fault("no-id") { _ in }, Fault("no-xmp") { _ in }, Fault("x4-no-claim") { _ in },
    Fault("x1a-no-claim") { _ in }, Fault("x4-xmp-missing") { _ in },
    Fault("x1a-info-missing") { _ in }, Fault("trapped-unknown") { _ in },
    Fault("oi-count") { _ in }, Fault("a2u-no-claim") { _ in }, Fault("ua-no-claim") { _ in },
    Fault("untagged") { _ in }, Fault("not-marked") { _ in }, Fault("no-title") { _ in },
    Fault("no-display-title") { _ in },
    Fault("content-not-marked") { _ in }, Fault("device-colour-no-intent") { _ in },
    Fault("version-over-1.6") { $0.version = "1.7" },
    Fault("version-over-1.4") { $0.version = "1.5" },
    Fault("oi-no-profile") { $0.catalog = "/OutputIntents [ << /S /GTS_PDFX >> ]" },
    Fault("oi-no-identifier") { $0.catalog = "/OutputIntents [ << /S /GTS_PDFX >> ]" },
    Fault("oi-no-registry") { $0.catalog = "/OutputIntents [ << /S /GTS_PDFX >> ]" },
    Fault("oi-external-profile") {
      $0.catalog = "/OutputIntents [ << /S /GTS_PDFX /DestOutputProfileRef << >> >> ]"
    },
    Fault("oi-unreadable") {
      $0.catalog = "/OutputIntents [ << /S /GTS_PDFX /DestOutputProfile 10 0 R >> ]"
      $0.objects = ["<< /Length 1 >>\nstream\nx\nendstream"]
    },
    Fault("xmp-unreadable") {
      $0.catalog = "/Metadata 10 0 R"
      $0.objects = ["<< /Length 1 >>\nstream\nx\nendstream"]
    },
    Fault("acroform") { $0.catalog = "/AcroForm << >>" },
    Fault("open-action") { $0.catalog = "/OpenAction << /S /GoTo >>" },
    Fault("additional-actions") { $0.catalog = "/AA << >>" },
    Fault("portfolio") { $0.catalog = "/Collection << >>" },
    Fault("optional-content") { $0.catalog = "/OCProperties << >>" },
    Fault("javascript") { $0.catalog = "/X << /S /JavaScript /JS (1) >>" },
    Fault("action") { $0.catalog = "/X [ << /S /Launch >> ]" },
    Fault("embedded-files") { $0.catalog = "/Names << /EmbeddedFiles << >> >>" },
    Fault("embedded-files-a2") { $0.catalog = "/Names << /EmbeddedFiles << >> >>" },
    Fault("external-stream") { $0.objects = ["<< /F (x) /Length 1 >>\nstream\nx\nendstream"] },
  ]

  static let boxes: [Fault] = [
    Fault("no-trimbox") { $0.page = "/MediaBox [0 0 200 200]" },
    Fault("no-mediabox") { $0.page = "/TrimBox [0 0 9 9]" },
    Fault("trim-and-art") { $0.page += " /ArtBox [10 10 190 190]" },
    Fault("trim-outside-media") { $0.page = "/MediaBox [0 0 200 200] /TrimBox [0 0 300 200]" },
    Fault("trim-outside-bleed") {
      $0.page = "/MediaBox [0 0 200 200] /TrimBox [0 0 200 200] /BleedBox [9 9 90 90]"
    },
    Fault("bleed-outside-media") {
      $0.page = "/MediaBox [0 0 200 200] /TrimBox [9 9 90 90] /BleedBox [0 0 300 300]"
    },
    Fault("crop-cuts-trim") { $0.page += " /CropBox [50 50 90 90]" },
    Fault("cropbox-not-mediabox") { $0.page += " /CropBox [1 1 199 199]" },
    Fault("user-unit") { $0.page += " /UserUnit 2" },
    Fault("page-rotated") { $0.page += " /Rotate 90" },
    Fault("page-actions") { $0.page += " /AA << >>" },
    Fault("annotation-on-page") {
      $0.page += " /Annots [ << /Subtype /Link /Rect [20 20 40 40] >> ]"
    },
    Fault("annotation-media") {
      $0.page += " /Annots [ << /Subtype /Movie /Rect [20 20 40 40] >> ]"
    },
  ]

  static let colour: [Fault] = [
    Fault("colour-device-rgb", art("1 0 0 rg 20 20 50 50 re f")),
    Fault(
      "colour-cie",
      art(
        "/L cs 50 0 0 scn 20 20 50 50 re f",
        "/ColorSpace << /L [ /Lab << /WhitePoint [1 1 1] >> ] >>")),
    Fault("colour-icc") {
      art("/L cs 1 0 0 scn 20 20 50 50 re f", "/ColorSpace << /L [ /ICCBased 10 0 R ] >>")(&$0)
      $0.objects = ["<< /N 3 /Length 1 >>\nstream\nx\nendstream"]
    },
    Fault("colour-unreadable", art("/Gone cs 20 20 50 50 re f")),
    Fault("blend-space-rgb") { $0.page += " /Group << /S /Transparency /CS /DeviceRGB >>" },
    Fault("blend-space-not-cmyk") { $0.page += " /Group << /S /Transparency /CS /DeviceGray >>" },
    Fault("transparency", art("/a gs", "/ExtGState << /a << /ca 0.5 >> >>")),
    Fault("transparency", art("/a gs", "/ExtGState << /a << /BM /Multiply >> >>")),
    Fault("transfer-function", art("/a gs", "/ExtGState << /a << /TR << >> >> >>")),
    Fault("halftone", art("/a gs", "/ExtGState << /a << /HT << /HalftoneType 6 >> >> >>")),
    Fault(
      "spot-inks",
      art(
        "/A cs 1 scn 20 20 9 9 re f /B cs 1 scn 20 20 9 9 re f",
        """
        /ColorSpace << /A [ /Separation /Gold /DeviceCMYK << >> ]
        /B [ /Separation /Silver /DeviceCMYK << >> ] >>
        """)),
    Fault(
      "registration-colour",
      art(
        "/A cs 1 scn 20 20 50 50 re f",
        "/ColorSpace << /A [ /Separation /All /DeviceCMYK << >> ] >>")),
    Fault(
      "white-overprint",
      art(
        "/o gs 0 0 0 0 k 20 20 50 50 re f", "/ExtGState << /o << /op true /OPM 1 >> >>")),
    Fault("xobject-missing", art("/Gone Do")),
    Fault("recursion") {
      $0.content = "/X Do"
      $0.resources = "/XObject << /X 10 0 R >>"
      $0.objects = [
        """
        << /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >> /Length 5 >>
        stream
        /X Do
        endstream
        """
      ]
    },
    Fault("postscript-xobject") {
      $0.content = "/X Do"
      $0.resources = "/XObject << /X 10 0 R >>"
      $0.objects = ["<< /Subtype /PS /Length 1 >>\nstream\nx\nendstream"]
    },
    Fault("reference-xobject") {
      $0.content = "/X Do"
      $0.resources = "/XObject << /X 10 0 R >>"
      $0.objects = ["<< /Subtype /Form /Ref << >> /OPI << >> /Length 1 >>\nstream\nx\nendstream"]
    },
    Fault("opi") {
      $0.content = "/X Do"
      $0.resources = "/XObject << /X 10 0 R >>"
      $0.objects = ["<< /Subtype /Form /OPI << >> /Length 1 >>\nstream\nx\nendstream"]
    },
  ]

  static let type: [Fault] = [
    Fault("font-not-embedded", words("0 0 0 1 k")),
    Fault("font-courier", words("0 0 0 1 k")),
    Fault("font-missing-resource", art("BT /Gone 9 Tf (a) Tj ET")),
    Fault("text-not-k-only", words("0 0 0 rg")),
    Fault("rich-black-text", words("0.6 0.5 0.5 1 k")),
    Fault("small-text-many-inks", words("0.5 0.5 0.5 0 k")),
    Fault("small-reversed-text", words("0 0 0 0 k")),
    Fault("small-text", words("/F 5 Tf 0 0 0 1 k")),
    Fault("black-text-knockout", words("0 0 0 1 k")),
    Fault("black-overprint-opm", words("/o gs 0 0 0 1 k")),
    Fault("black-gray-overprint", words("/o gs 0 g")),
    Fault("black-text-devicegray", words("0 g")),
    Fault("line-zero-width", art("0 w 20 20 m 90 90 l S")),
    Fault("hairline", art("0 0 0 1 K 0.1 w 20 20 m 90 90 l S")),
    Fault("hairline", art("0 0 0 1 k 20 20 90 0.1 re f")),
    Fault("thin-line-many-inks", art("1 1 0 0 K 0.5 w 20 20 m 90 90 l S")),
    Fault("thin-line-reversed", art("0 0 0 0 K 0.3 w 20 20 m 90 90 l S")),
    Fault("black-line-knockout", art("0 0 0 1 K 1 w 20 20 m 90 90 l S")),
  ]

  static let picture: [Fault] = [
    Fault("image-resolution", image("/ColorSpace /DeviceCMYK /BitsPerComponent 8")),
    Fault("image-resolution-low", image("/ColorSpace /DeviceCMYK /BitsPerComponent 8", size: 30)),
    Fault(
      "image-resolution-wasteful",
      image("/ColorSpace /DeviceCMYK /BitsPerComponent 8", size: 10, pixels: 100)),
    Fault("bitmap-resolution", image("/ImageMask true")),
    Fault("bitmap-resolution-low", image("/ImageMask true", size: 11, pixels: 100)),
    Fault("jbig2-jpx", image("/Filter /JPXDecode")),
    Fault("lzw", image("/ColorSpace /DeviceGray /Filter /LZWDecode")),
    Fault("image-16bit", image("/ColorSpace /DeviceGray /BitsPerComponent 16")),
    Fault("alternate-image", image("/ColorSpace /DeviceGray /Alternates []")),
    Fault(
      "image-resolution",
      art(
        "100 0 0 100 20 20 cm BI /W 50 /H 50 /BPC 8 /CS /G ID x EI")),
  ]
}

@Suite struct PreflightRuleTests {
  private func rules(_ pdf: MiniPDF) throws -> [String] {
    try Press.check(pdf.bytes).findings.map(\.rule.id)
  }

  @Test(arguments: Fault.document + Fault.boxes + Fault.colour + Fault.type + Fault.picture)
  func aFaultIsFound(_ fault: Fault) throws {
    let found = try rules(fault.pdf)
    #expect(found.contains(fault.rule), "\(found)")
  }

  /// What has a page's own fault is silent without it.
  @Test func aPlainPageHasNoFaultOfContent() throws {
    let found = try Press.check(MiniPDF().bytes).findings(against: .print, atLeast: .note)
    #expect(found.isEmpty, "\(found.map(\.rule.id))")
  }

  @Test func aFindingHasItsPlaceInMillimetresFromTheTrim() throws {
    var pdf = MiniPDF()
    pdf.content = "1 0 0 rg 82 118 72 36 re f"
    let report = try Press.check(pdf.bytes)
    let place = try #require(report.findings.first { $0.rule.id == "colour-device-rgb" }?.places[0])
    // The trim's corner is 10, 190; the box's is 82, 154.
    #expect(abs(place.x - 25.4) < 0.01 && abs(place.y - 12.7) < 0.01)
    #expect(abs(place.width - 25.4) < 0.01 && abs(place.height - 12.7) < 0.01)
    // On the sheet, whose corner is 0, 200, it lies 10 points further right and down.
    #expect(place.page == 1)
    let seen = try #require(report.facts.sheets.first).seen(place)
    let more = 10 * 25.4 / 72
    #expect(abs(seen.x - 25.4 - more) < 0.01 && abs(seen.y - 12.7 - more) < 0.01)
    #expect(abs(seen.width - 25.4) < 0.01 && abs(seen.height - 12.7) < 0.01)
  }

  @Test func everyRuleHasWordsInBothLanguages() {
    #expect(Set(PreflightRule.all.map(\.id)).count == PreflightRule.all.count)
    for rule in PreflightRule.all {
      #expect(!rule.message.english.isEmpty && !rule.message.chinese.isEmpty, "\(rule.id)")
      #expect(!rule.hint.english.isEmpty && !rule.claims.isEmpty, "\(rule.id)")
    }
  }

  /// An office press lets RGB pass; a newspaper's does not.
  @Test func limitsAreThePresss() throws {
    var pdf = MiniPDF()
    pdf.content = "1 0 0 rg 20 20 50 50 re f"
    #expect(try Press.check(pdf.bytes, "newsprint").meets(.print) == false)
    #expect(try Press.check(pdf.bytes, "office").meets(.print))
  }
}
