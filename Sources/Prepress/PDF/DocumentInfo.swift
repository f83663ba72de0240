import DisplayList
import Notations

/// Title, dates and claims, the same in the Info dictionary and in XMP (`x4-no-claim`,
/// `x1a-no-claim`, `x4-xmp-missing`, `trapped-unknown`, `info-xmp-differ`).
struct DocumentInfo {
  private let settings: PressSettings
  private let identifier: String
  private static let producer = "Banxin"

  init(_ settings: PressSettings, identifier: String) {
    self.settings = settings
    self.identifier = identifier
  }

  /// Writes both.
  func write(to file: PDFFile) {
    let info = file.make("<< >>")
    info["/Title"] = file.makeText(title)
    if !settings.metadata.author.isEmpty {
      info["/Author"] = file.makeText(settings.metadata.author)
    }
    if !settings.metadata.subject.isEmpty {
      info["/Subject"] = file.makeText(settings.metadata.subject)
    }
    info["/Creator"] = file.makeText(Self.producer)
    info["/Producer"] = file.makeText(Self.producer)
    let date = "D:" + day.filter { $0 != "-" } + "000000Z"
    info["/CreationDate"] = file.makeText(date)
    info["/ModDate"] = file.makeText(date)
    if settings.standard.isPress { info["/Trapped"] = file.make("/False") }
    if settings.standard == .x1a {
      info["/GTS_PDFXVersion"] = file.makeText("PDF/X-1a:2003")
    }
    file.trailer["/Info"] = file.makeIndirect(info)
    // Metadata are not packed, so that a tool finds them without unpacking (`xmp-filtered`).
    let stream = file.makeStream(
      Array(xmp.utf8), dictionary: "/Type /Metadata /Subtype /XML", .plain)
    file.root["/Metadata"] = stream
  }

  private var title: String {
    settings.metadata.title.isEmpty ? "Banxin" : settings.metadata.title
  }

  private var day: String {
    settings.metadata.date.flatMap { CivilDay(whole: $0)?.iso } ?? "2000-01-01"
  }

  private var xmp: String {
    let date = "\(day)T00:00:00Z"
    var claims = ""
    switch settings.standard {
    case .x4: claims = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    case .x1a: claims = "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>"
    case .archive:
      claims = """
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
           <pdfuaid:part>1</pdfuaid:part>
        """
    }
    let trapped = settings.standard.isPress ? "\n   <pdf:Trapped>False</pdf:Trapped>" : ""
    let author = XMLText.escaped(settings.metadata.author)
    let creator =
      author.isEmpty
      ? "" : "\n   <dc:creator><rdf:Seq><rdf:li>\(author)</rdf:li></rdf:Seq></dc:creator>"
    let subject = XMLText.escaped(settings.metadata.subject)
    let description =
      subject.isEmpty
      ? ""
      : "\n   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(subject)</rdf:li></rdf:Alt></dc:description>"
    let schema = settings.standard == .archive ? Self.extensionSchema : ""
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\(schema)
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
          xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
         <dc:format>application/pdf</dc:format>
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(XMLText.escaped(title))</rdf:li></rdf:Alt></dc:title>\(creator)\(description)
         <xmp:CreateDate>\(date)</xmp:CreateDate>
         <xmp:ModifyDate>\(date)</xmp:ModifyDate>
         <xmp:MetadataDate>\(date)</xmp:MetadataDate>
         <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>
         <pdf:Producer>\(Self.producer)</pdf:Producer>\(trapped)
         <xmpMM:DocumentID>uuid:\(identifier)</xmpMM:DocumentID>
         <xmpMM:InstanceID>uuid:\(identifier)</xmpMM:InstanceID>
         <xmpMM:VersionID>1</xmpMM:VersionID>
         <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
         \(claims)
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  /// PDF/A knows no `pdfuaid`, so the file explains it (ISO 19005-2, 6.6.2.3), before it uses it:
  /// some readers go through the metadata once.
  private static let extensionSchema = """

      <rdf:Description rdf:about=""
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
       <pdfaExtension:schemas><rdf:Bag>
        <rdf:li rdf:parseType="Resource">
         <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
         <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
         <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
         <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
          <pdfaProperty:name>part</pdfaProperty:name>
          <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
          <pdfaProperty:category>internal</pdfaProperty:category>
          <pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
         </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li>
       </rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
    """
}
