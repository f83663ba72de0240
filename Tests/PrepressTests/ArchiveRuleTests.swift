import Diagnostics
import Testing

@testable import Prepress

extension Fault {
  private static func state(_ entries: String) -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.content = "/a gs 20 20 9 9 re f"
      pdf.resources = "/ExtGState << /a << \(entries) >> >>"
    }
  }

  private static func annotation(_ entries: String) -> (inout MiniPDF) -> Void {
    { $0.page += " /Annots [ << /Rect [20 20 40 40] \(entries) >> ]" }
  }

  private static func stream(_ entries: String, _ data: String) -> String {
    "<< \(entries) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
  }

  private static func font(_ entries: String, _ others: [String] = []) -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.content = "BT /F 9 Tf 20 20 Td <0001> Tj ET"
      pdf.resources = "/Font << /F 10 0 R >>"
      pdf.objects = ["<< /Type /Font /BaseFont /Own \(entries) >>"] + others
    }
  }

  private static func composite(_ encoding: String, _ map: String? = nil) -> (inout MiniPDF) -> Void
  {
    font(
      "/Subtype /Type0 /Encoding \(encoding) /DescendantFonts [ 11 0 R ]",
      [
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo "
          + "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /FontFile2 13 0 R >> >>",
        map ?? "null", stream("", "x"),
      ])
  }

  private static func packet(_ body: String) -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.catalog = "/Metadata 10 0 R"
      pdf.objects = [stream("/Type /Metadata /Subtype /XML", XMPText.packet(body))]
    }
  }

  static let archive: [Fault] = [
    Fault("file-binary-mark") { _ in },
    Fault("limits") { $0.content = String(repeating: "q ", count: 29) },
    Fault("limits") { $0.content = "9999999999 w" },
    Fault("limits") { $0.page = "/MediaBox [0 0 20000 200]" },
    Fault("operator-unknown") { $0.content = "BX nothing EX" },
    Fault("rendering-intent") { $0.content = "/Mine ri" },
    Fault("rendering-intent", state("/RI /Mine")),
    Fault("state-transfer", state("/TR /Identity")),
    Fault("state-transfer", state("/TR2 /Identity")),
    Fault("state-halftone", state("/HTP [0 0]")),
    Fault("state-halftone", state("/HT << /HalftoneType 6 >>")),
    Fault("blend-mode", state("/BM /Mine")), Fault("blend-space-missing", state("/ca 0.5")),
    Fault("file-hex-string") { $0.content = "BT <123> Tj ET" },
    Fault("filter") { $0.objects = [stream("/Filter /LZWDecode", "x")] },
    Fault("archive-intent") { $0.catalog = "/OutputIntents [ << /S /Mine >> ]" },
    Fault("archive-intent") {
      $0.catalog = "/OutputIntents [ << /S /GTS_PDFA1 /DestOutputProfile 10 0 R >> ]"
      $0.objects = [stream("", "x")]
    },
    Fault("icc-profile") {
      $0.resources = "/ColorSpace << /C [ /ICCBased 10 0 R ] >>"
      $0.objects = [stream("/N 3", "x")]
    },
    Fault("spot-differs") {
      $0.objects = [
        "[ /Separation /Gold /DeviceCMYK << /a 1 >> ]",
        "[ /Separation /Gold /DeviceCMYK << /a 2 >> ]",
      ]
    },
    Fault("colorant-missing") { $0.objects = ["[ /DeviceN [ /Gold /Black ] /DeviceCMYK << >> ]"] },
    Fault("interpolate") {
      $0.content = "9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI"
    },
    Fault("lzw") { $0.content = "9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI" },
    Fault("resources-inherited") {
      $0.content = "/X Do"
      $0.resources = "/XObject << /X 10 0 R >> /ExtGState << /a << >> >>"
      $0.objects = [stream("/Subtype /Form /BBox [0 0 9 9]", "/a gs")]
    },
    Fault("cmap-unknown", composite("/Mine-H")),
    Fault(
      "cid-system-differs",
      composite(
        "12 0 R",
        stream(
          "/CMapName /Mine /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 9 >>",
          "x"))),
    Fault(
      "cmap-writing-mode", composite("12 0 R", stream("/CMapName /Mine /WMode 0", "/WMode 1 def"))),
    Fault("font-cidtogidmap", composite("/Identity-H")),
    Fault("truetype-encoding", font("/Subtype /TrueType /FontDescriptor << /Flags 32 >>")),
    Fault(
      "truetype-encoding",
      font("/Subtype /TrueType /Encoding /WinAnsiEncoding /FontDescriptor << /Flags 4 >>")),
    Fault(
      "unicode-forbidden",
      font(
        "/Subtype /Type1 /ToUnicode 11 0 R", [stream("", "1 beginbfchar <01> <FEFF> endbfchar")])),
    Fault("annotation-flags", annotation("/Subtype /Stamp")),
    Fault("annotation-flags", annotation("/Subtype /Stamp /F 6")),
    Fault("annotation-type", annotation("/Subtype /Sound /F 4")),
    Fault("annotation-look", annotation("/Subtype /Stamp /F 4")),
    Fault("annotation-look", annotation("/Subtype /Stamp /F 4 /AP << /N 4 0 R /D 4 0 R >>")),
    Fault("field-action", annotation("/Subtype /Widget /F 4 /AA << >>")),
    Fault("field-appearances") { $0.catalog = "/AcroForm << /NeedAppearances true >>" },
    Fault("xfa") { $0.catalog = "/AcroForm << /XFA [] >>" },
    Fault("archive-actions") { $0.catalog = "/OpenAction << /S /Hide >>" },
    Fault("archive-actions") { $0.catalog = "/OpenAction << /S /Named /N /Print >>" },
    Fault("permissions") { $0.catalog = "/Perms << /Mine << >> >>" },
    Fault("layer-names") { $0.catalog = "/OCProperties << /D << >> >>" },
    Fault("layer-automatic") { $0.catalog = "/OCProperties << /D << /Name (a) /AS [] >> >>" },
    Fault("attachment-names") { $0.objects = ["<< /Type /Filespec /F (a) /EF << >> >>"] },
    Fault("xmp-value-type", packet("<dc:creator>somebody</dc:creator>")),
    Fault("xmp-value-type", packet("<xmp:CreateDate>yesterday</xmp:CreateDate>")),
    Fault("xmp-property-undefined", packet("<pdfx:Mine>1</pdfx:Mine>")),
    Fault(
      "xmp-extension-schema",
      packet(
        "<pdfaExtension:schemas><rdf:Seq/></pdfaExtension:schemas>")),
  ]

  private static func tagged(_ body: String, roles: String = "") -> (inout MiniPDF) -> Void {
    { pdf in
      pdf.catalog = "/StructTreeRoot << \(roles) /K [ \(body) ] >>"
    }
  }

  static let access: [Fault] = [
    Fault("tags-suspect") { $0.catalog = "/StructTreeRoot << >> /MarkInfo << /Suspects true >>" },
    Fault("tag-in-artifact") { $0.content = "/Artifact BMC /P << /MCID 0 >> BDC EMC EMC" },
    Fault("role-map", tagged("<< /S /Mine >>")),
    Fault("role-map", tagged("<< /S /P >>", roles: "/RoleMap << /P /Span >>")),
    Fault("structure-nesting", tagged("<< /S /TD >>")),
    Fault("structure-nesting", tagged("<< /S /Table /K [ << /S /P >> ] >>")),
    Fault("structure-nesting", tagged("<< /S /L /K [ << /S /LI >> << /S /Caption >> ] >>")),
    Fault("table-parts", tagged("<< /S /Table /K [ << /S /THead >> ] >>")),
    Fault(
      "table-grid",
      tagged(
        "<< /S /Table /K [ << /S /TR /K [ << /S /TD >> << /S /TD >> ] >> << /S /TR /K [ << /S /TD >> ] >> ] >>"
      )),
    Fault(
      "table-scope",
      tagged(
        "<< /S /Table /K [ << /S /TR /K [ << /S /TH >> << /S /TD >> ] >> ] >>")),
    Fault(
      "table-headers",
      tagged(
        "<< /S /Table /K [ << /S /TR /K [ << /S /TH /A << /O /Table /Scope /Row >> >> << /S /TD /A << /O /Table /Headers [ (x) ] >> >> ] >> ] >>"
      )),
    Fault("heading-kinds", tagged("<< /S /H >> << /S /H1 >>")),
    Fault("heading-skip", tagged("<< /S /H1 >> << /S /H3 >>")),
    Fault("note-id", tagged("<< /S /Note >>")),
    Fault("figure-no-alt", tagged("<< /S /Figure >>")),
    Fault("lang-tag") { $0.catalog = "/StructTreeRoot << >> /Lang (zh_CN)" },
    Fault("no-lang", tagged("<< /S /P /ActualText (a) >>")),
    Fault("tab-order", annotation("/Subtype /Link /F 4")),
    Fault("annotation-not-tagged", annotation("/Subtype /Link /F 4")),
    Fault("annotation-no-words", annotation("/Subtype /Link /F 4")),
    Fault("field-no-words", annotation("/Subtype /Widget /F 4")),
    Fault("access-annotation-type", annotation("/Subtype /TrapNet /F 4")),
  ]
}

private enum XMPText {
  static func packet(_ body: String) -> String {
    let spaces = ["dc", "xmp", "pdf", "pdfx", "pdfaid", "pdfaExtension"]
      .map { "xmlns:\($0)=\"\(XMPSchemas.namespaces[$0] ?? "")\"" }.joined(separator: " ")
    return """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="\(XMPPacket.rdf)">
      <rdf:Description rdf:about="" \(spaces)>\(body)</rdf:Description></rdf:RDF></x:xmpmeta>
      """
  }
}

@Suite struct ArchiveRuleTests {
  @Test(arguments: Fault.archive + Fault.access)
  func aFaultIsFound(_ fault: Fault) throws {
    let found = try Press.check(fault.pdf.bytes).findings.map(\.rule.id)
    #expect(found.contains(fault.rule), "\(found)")
  }

  /// Each finding of these names is the file's own: a plain page has none of them.
  @Test func aPlainPageHasNoneOfThem() throws {
    let found = Set(try Press.check(MiniPDF().bytes).findings.map(\.rule.id))
    let always: Set<String> = ["file-binary-mark", "no-lang"]
    let ids = Set((Fault.archive + Fault.access).map(\.rule)).subtracting(always)
    #expect(found.isDisjoint(with: ids), "\(found.intersection(ids))")
  }

  @Test func howAFileIsWrittenIsJudged() throws {
    let plain = String(decoding: MiniPDF().bytes, as: UTF8.self)
    let changes = [
      ("file-header", "%PDF-1.6", "%PDF-2.0"), ("file-object-form", "3 0 obj\n", "3  0 obj\n"),
      ("file-stream-length", "/Length 26", "/Length 25"),
      ("file-xref-form", "xref\n0 1", "xref \n0 1"),
      ("file-stream-form", "stream\n0 0", "stream\r0 0"),
    ]
    for (rule, from, to) in changes {
      let bytes = Array(plain.replacing(from, with: to, maxReplacements: 1).utf8)
      let found = try Press.check(bytes).findings.map(\.rule.id)
      #expect(found.contains(rule), "\(rule): \(found)")
    }
    let tail = try Press.check(MiniPDF().bytes + Array("more".utf8)).findings.map(\.rule.id)
    #expect(tail.contains("file-after-end"))
  }

  @Test func typesOfMetadataAreKnown() throws {
    let good = [
      ("Integer", "-3"), ("Real", "+1.5"), ("Boolean", "True"), ("Rational", "1/25"),
      ("Date", "2031"), ("Date", "2031-05-07T10:30:15.5+08:00"), ("closed Choice of Integer", "2"),
    ]
    for (type, text) in good {
      #expect(XMPType(type)?.accepts(.text(text)) == true, "\(type) \(text)")
    }
    let bad = [
      ("Integer", "3.0"), ("Real", "1/2"), ("Boolean", "true"), ("Rational", "0.5"),
      ("Date", "7.5.2031"), ("Date", "2031-05T10:00"),
    ]
    for (type, text) in bad {
      #expect(XMPType(type)?.accepts(.text(text)) == false, "\(type) \(text)")
    }
    #expect(XMPType("Own") == nil)
    let items = XMPValue.array(.seq, [.init(value: .text("a"), language: nil)])
    #expect(XMPType("seq ProperName")?.accepts(items) == true)
    #expect(XMPType("bag ProperName")?.accepts(items) == false)
    #expect(XMPType("Lang Alt")?.accepts(items) == false)
  }

  @Test func tablesThatSpanRowsAreRectangles() throws {
    var pdf = MiniPDF()
    func cell(_ rows: Int) -> String { "<< /S /TD /A << /O /Table /RowSpan \(rows) >> >>" }
    pdf.catalog = """
      /StructTreeRoot << /K [ << /S /Table /K [ << /S /TR /K [ \(cell(2)) \(cell(1)) ] >>
      << /S /TR /K [ \(cell(1)) ] >> ] >> ] >>
      """
    #expect(try !Press.check(pdf.bytes).findings.contains { $0.rule.id == "table-grid" })
  }

  /// Fields, tags, forms and glyphs that hold themselves are looked at once.
  @Test(.timeLimit(.minutes(1))) func circlesEnd() throws {
    var fields = MiniPDF()
    fields.catalog = "/AcroForm << /Fields [10 0 R 10 0 R] >>"
    fields.objects = ["<< /Kids [10 0 R 10 0 R 10 0 R] /AA << >> >>"]
    let found = try Press.check(fields.bytes).findings.first { $0.rule.id == "field-action" }
    #expect(found?.count == 1)
    var tags = MiniPDF()
    tags.catalog = "/StructTreeRoot << /K 10 0 R >>"
    tags.objects = ["[ 10 0 R 10 0 R << /S /P >> ]"]
    #expect(try Press.check(tags.bytes).facts.pages == 1)
    var forms = MiniPDF()
    forms.content = "/X Do"
    forms.resources = "/XObject << /X 10 0 R >>"
    forms.catalog = "/OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >>"
    let words = String(repeating: "/X Do ", count: 20)
    forms.objects = [
      "<< /Subtype /Form /Resources << /XObject << /X 10 0 R >> >> /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream",
      "<< /Type /OCG /Name (a) >>",
    ]
    let file = try PDFFile(forms.bytes)
    var hidden = try #require(HiddenLayers(file))
    let page = file.pages[0]
    #expect(hidden.removed(from: page.contentData() ?? [], page["/Resources"]).count < 100)
  }

  @Test func aVerdictNamesItsRules() {
    let rules = PreflightReport.rules(of: .a2u)
    #expect(rules.count > 60 && rules == rules.sorted() && rules.contains("xmp-value-type"))
  }
}
