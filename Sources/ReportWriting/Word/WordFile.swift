import Diagnostics
import LayoutSpecs
import Notations
import ReportModel

/// A Word file (ECMA-376): the parts that hold a report and the container round them.
struct WordFile {
  private let written: WrittenReport
  private let section: WordSection

  init(_ written: WrittenReport) {
    self.written = written
    section = WordSection(written.layout)
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"\(office)\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""

  func bytes() throws(Rejection) -> [UInt8] {
    var body = WordBody(written)
    let document = body.xml()
    var parts: [(String, String)] = [
      ("[Content_Types].xml", types(body)), ("_rels/.rels", Self.packageRelations),
      ("docProps/core.xml", properties),
      (
        "word/document.xml",
        "\(Self.declaration)<w:document \(Self.word)><w:body>\(document)</w:body></w:document>"
      ),
      ("word/styles.xml", WordStyleSheet(written).xml), ("word/settings.xml", settings),
      ("word/_rels/document.xml.rels", relations(body)),
    ]
    if section.folio != nil {
      parts.append(("word/footer1.xml", footer(isEven: false)))
      if section.isOuter { parts.append(("word/footer2.xml", footer(isEven: true))) }
    }
    if !body.footnotes.isEmpty {
      parts.append(("word/footnotes.xml", Self.notes("footnote", body.footnotes)))
    }
    if !body.endnotes.isEmpty {
      parts.append(("word/endnotes.xml", Self.notes("endnote", body.endnotes)))
    }
    var files = parts.map { (name: $0.0, bytes: Array($0.1.utf8)) }
    for (index, caption) in body.captions.enumerated() {
      guard let picture = written.pictures[caption] else { continue }
      files.append(("word/media/image\(index + 1).\(picture.ending)", picture.bytes))
    }
    return try ZipContainer.bytes(of: files)
  }

  private func types(_ body: WordBody) -> String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    var overrides = ["document.main": "document", "styles": "styles", "settings": "settings"]
    if !body.footnotes.isEmpty { overrides["footnotes"] = "footnotes" }
    if !body.endnotes.isEmpty { overrides["endnotes"] = "endnotes" }
    var parts = overrides.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if section.folio != nil {
      parts.append(("footer", "footer1"))
      if section.isOuter { parts.append(("footer", "footer2")) }
    }
    let list = parts.map { type, name in
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(main).\(type)+xml\"/>"
    }
    return """
      \(Self.declaration)<Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="png" ContentType="image/png"/>\
      <Default Extension="jpeg" ContentType="image/jpeg"/>\(list.joined())\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """
  }

  private static let packageRelations = """
    \(declaration)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """

  private var properties: String {
    let title = written.report.blocks(.headline).map(\.text).joined(separator: " ")
    let author =
      (written.report.blocks(.issuer) + written.report.blocks(.signature)).first?.text ?? ""
    return """
      \(Self.declaration)<cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(XMLText.escaped(title))</dc:title>\
      <dc:creator>\(XMLText.escaped(author))</dc:creator><dc:language>zh-CN</dc:language>\
      </cp:coreProperties>
      """
  }

  private func relations(_ body: WordBody) -> String {
    var list = [("rIdStyles", "styles", "styles.xml"), ("rIdSettings", "settings", "settings.xml")]
    if section.folio != nil {
      list.append(("rIdFoot", "footer", "footer1.xml"))
      if section.isOuter { list.append(("rIdFootEven", "footer", "footer2.xml")) }
    }
    if !body.footnotes.isEmpty { list.append(("rIdFootnotes", "footnotes", "footnotes.xml")) }
    if !body.endnotes.isEmpty { list.append(("rIdEndnotes", "endnotes", "endnotes.xml")) }
    for (index, caption) in body.captions.enumerated() {
      let ending = written.pictures[caption]?.ending ?? "png"
      list.append((WordPicture.relation(index + 1), "image", "media/image\(index + 1).\(ending)"))
    }
    let elements = list.map { id, type, target in
      "<Relationship Id=\"\(id)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target)\"/>"
    }
    return "\(Self.declaration)<Relationships xmlns=\"\(Self.package)/relationships\">"
      + elements.joined() + "</Relationships>"
  }

  private var settings: String {
    """
    \(Self.declaration)<w:settings \(Self.word)>\
    \(section.isOuter ? "<w:evenAndOddHeaders/>" : "")\
    <w:characterSpacingControl w:val="compressPunctuation"/>\
    <w:compat><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
    """
  }

  /// The page number between what stands on its sides, at the edge where the layout has it.
  private func footer(isEven: Bool) -> String {
    guard let folio = section.folio else { return "" }
    let style = written.layout.styles.resolved(folio.style)
    let look = WordStyleSheet(written).characters(style.paragraph.character)
    let inset = Int(folio.inset * Double(style.size.twips))
    let edge =
      folio.side == .centred
      ? "<w:jc w:val=\"center\"/>"
      : "<w:ind w:left=\"\(isEven ? inset : 0)\" w:right=\"\(isEven ? 0 : inset)\"/>"
        + "<w:jc w:val=\"\(isEven ? "left" : "right")\"/>"
    func run(_ inner: String) -> String { "<w:r><w:rPr>\(look)</w:rPr>\(inner)</w:r>" }
    func words(_ text: some StringProtocol) -> String {
      text.isEmpty ? "" : run("<w:t xml:space=\"preserve\">\(XMLText.escaped(String(text)))</w:t>")
    }
    func field(_ name: String) -> String {
      run("<w:fldChar w:fldCharType=\"begin\"/>") + run("<w:instrText>\(name)</w:instrText>")
        + run("<w:fldChar w:fldCharType=\"end\"/>")
    }
    var rest = folio.pattern[...]
    var runs = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = rest[rest.index(after: open)..<close]
      runs += words(rest[..<open]) + field(key == "page" ? "PAGE" : "NUMPAGES")
      rest = rest[rest.index(after: close)...]
    }
    return """
      \(Self.declaration)<w:ftr \(Self.word)><w:p><w:pPr>\(edge)</w:pPr>\(runs + words(rest))\
      </w:p></w:ftr>
      """
  }

  private static func notes(_ name: String, _ texts: [String]) -> String {
    let list = texts.enumerated().map { index, text in
      """
      <w:\(name) w:id="\(index + 1)"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>\
      <w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="18"/></w:rPr><w:\(name)Ref/></w:r>\
      <w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">\(XMLText.escaped(text))</w:t>\
      </w:r></w:p></w:\(name)>
      """
    }
    return """
      \(declaration)<w:\(name)s \(word)><w:\(name) w:type="separator" w:id="-1"><w:p><w:r>\
      <w:separator/></w:r></w:p></w:\(name)><w:\(name) w:type="continuationSeparator" w:id="0">\
      <w:p><w:r><w:continuationSeparator/></w:r></w:p></w:\(name)>\(list.joined())</w:\(name)s>
      """
  }
}
