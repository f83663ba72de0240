/// Version, claims, output intent and metadata of a file.
struct DocumentCheck {
  let file: PDFFile
  let bytes: [UInt8]
  var log = PreflightLog()
  private(set) var version = ""
  private(set) var claim: String?
  /// The space of the output intent's profile.
  private(set) var intentSpace = ""
  /// The space of the profile for archives; empty without one.
  private(set) var archiveSpace = ""
  private var spots = SpotCheck()
  /// Numbers of the profiles that were looked at.
  private var profiles: Set<Int> = []
  private(set) var xmp: XMPFields?

  init(file: PDFFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  mutating func check() {
    checkHead()
    checkMetadata()
    checkIntents()
    checkCatalog()
    checkObjects()
  }

  // MARK: Head

  private mutating func checkHead() {
    if !bytes.starts(with: "%PDF-".utf8) { log.add("header-offset") }
    let tail = bytes.suffix(1100)
    let end = Array("%%EOF".utf8)
    if !tail.indices.contains(where: { tail[$0...].starts(with: end) }) { log.add("truncated") }
    let catalog = String((file.root["/Version"]?.name ?? "/").dropFirst())
    version = max(file.version, catalog)
    if let warning = file.warnings(atMost: 1).first { log.add("syntax", warning) }
    if file.isEncrypted { log.add("encrypted") }
    if let id = file.trailer["/ID"] {
      if id.items.count != 2 || !id.items.allSatisfy({ ($0.text ?? "").isEmpty == false }) {
        log.add("file-id-form")
      }
    } else {
      log.add("no-id")
    }
    if version > "1.6" { log.add("version-over-1.6", version) }
    if version > "1.4" { log.add("version-over-1.4", version) }
    if file.trailer["/Type"]?.name == "/XRef" { log.add("xref-stream") }
  }

  // MARK: Metadata

  private mutating func checkMetadata() {
    if let metadata = file.root["/Metadata"] {
      if metadata["/Filter"] != nil { log.add("xmp-filtered") }
      xmp = metadata.data(.general, limit: 4 << 20).flatMap { XMPFields($0) }
      if xmp == nil { log.add("xmp-unreadable") }
    } else {
      log.add("no-xmp")
    }
    checkPacket()
    let info = file.trailer["/Info"]
    checkClaims(info)
    for field in [
      "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "xmpMM:DocumentID",
      "xmpMM:VersionID", "xmpMM:RenditionClass",
    ] where xmp?[field] == nil { log.add("x4-xmp-missing", field) }
    for field in ["/Title", "/CreationDate", "/ModDate", "/Producer"]
    where (info?[field]?.text ?? "").isEmpty {
      log.add("x1a-info-missing", String(field.dropFirst()))
    }
    let trapped = info?["/Trapped"]?.name ?? xmp?["pdf:Trapped"].map { "/\($0)" } ?? ""
    if trapped != "/True", trapped != "/False" { log.add("trapped-unknown") }
    for (entry, field) in [("/Title", "dc:title"), ("/Producer", "pdf:Producer")] {
      if let one = info?[entry]?.text, let other = xmp?[field], !one.isEmpty, one != other {
        log.add("info-xmp-differ", String(entry.dropFirst()))
      }
    }
    if let xmp {
      MetadataCheck.check(xmp.packet, log: &log)
      MetadataCheck.checkClaim(xmp, log: &log)
    } else {
      log.add("a2u-no-claim")
    }
    if xmp?["pdfuaid:part"] != "1" { log.add("ua-no-claim") }
    if xmp?["dc:title"] == nil { log.add("no-title") }
    let isNamed = !(file.root["/Lang"]?.text ?? "").isEmpty
    if !isNamed, xmp?.packet.languages(of: "dc:title") == ["x-default"] {
      log.add("no-lang", "dc:title")
    }
  }

  /// How the packet is written (ISO 19005-2, 6.6.2.1): no old attributes of its header, and the
  /// prefixes of the standards.
  private mutating func checkPacket() {
    guard let bytes = file.root["/Metadata"]?.data(.general, limit: 4 << 20) else { return }
    // The head of a packet and the names of its spaces come first.
    let words = String(decoding: bytes.prefix(1 << 17), as: UTF8.self)
    if let start = words.firstRange(of: "<?xpacket")?.upperBound,
      let end = words[start...].firstRange(of: "?>")?.lowerBound
    {
      for name in ["bytes=", "encoding="] where words[start..<end].contains(name) {
        log.add("xmp-header", name)
      }
    }
    for (prefix, space) in XMPSchemas.namespaces where prefix.hasPrefix("pdf") && prefix.count > 4 {
      for quote in ["\"", "'"] {
        guard let place = words.firstRange(of: "=\(quote)\(space)\(quote)")?.lowerBound else {
          continue
        }
        let before = words[..<place].suffix(40)
        guard let colon = before.lastIndex(of: ":"), before[..<colon].hasSuffix("xmlns") else {
          continue
        }
        let found = before[before.index(after: colon)...]
        if found != prefix {
          log.add(
            "xmp-prefix", "\(found): \(prefix)", against: prefix == "pdfuaid" ? [.ua1] : [.a2u])
        }
      }
    }
  }

  private mutating func checkClaims(_ info: PDFObject?) {
    let modern = xmp?["pdfxid:GTS_PDFXVersion"]
    let old = info?["/GTS_PDFXVersion"]?.text ?? xmp?["pdfx:GTS_PDFXVersion"] ?? ""
    claim = modern ?? (old.isEmpty ? nil : old)
    if modern != "PDF/X-4" { log.add("x4-no-claim") }
    if !old.hasPrefix("PDF/X-1") {
      log.add("x1a-no-claim")
    } else if !old.hasPrefix("PDF/X-1a:2003"),
      info?["/GTS_PDFXConformance"]?.text?.hasPrefix("PDF/X-1a") != true
    {
      log.add("x1a-no-conformance")
    }
  }

  // MARK: Output intent

  private mutating func checkIntents() {
    checkArchiveIntents()
    var count = 0
    for intent in file.root["/OutputIntents"]?.items.prefix(16) ?? [] {
      let isPrint = intent["/S"]?.name == "/GTS_PDFX"
      let profile = intent["/DestOutputProfile"]
      let header = profile.flatMap { $0.data(.general, limit: 64 << 20) }.flatMap { ICCHeader($0) }
      if let header, isPrint || intentSpace.isEmpty { intentSpace = header.space }
      guard isPrint else { continue }
      count += 1
      if (intent["/OutputConditionIdentifier"]?.text ?? "").isEmpty { log.add("oi-no-identifier") }
      if intent["/DestOutputProfileRef"] != nil { log.add("oi-external-profile") }
      if profile == nil {
        log.add("oi-no-profile")
        if intent["/RegistryName"] == nil { log.add("oi-no-registry") }
      } else if let header {
        if header.profileClass != "prtr" { log.add("oi-not-printer", header.profileClass) }
        if header.space != "CMYK" { log.add("oi-not-cmyk", header.space) }
      } else {
        log.add("oi-unreadable")
      }
    }
    if count != 1 { log.add("oi-count", "\(count)") }
  }

  /// The intent for archives (ISO 19005-2, 6.2.3): one profile for all, of a kind that is allowed.
  private mutating func checkArchiveIntents() {
    var profiles: [PDFObject] = []
    for intent in file.root["/OutputIntents"]?.items.prefix(16) ?? [] {
      let kind = intent["/S"]?.name ?? ""
      if !["/GTS_PDFX", "/GTS_PDFA1", "/ISO_PDFE1"].contains(kind) {
        log.add("archive-intent", String(kind.dropFirst()))
      }
      guard let profile = intent["/DestOutputProfile"] else { continue }
      profiles.append(profile)
      guard kind == "/GTS_PDFA1" else { continue }
      guard let header = profile.data(.general, limit: 64 << 20).flatMap({ ICCHeader($0) }),
        ["prtr", "mntr"].contains(header.profileClass),
        ["RGB ", "CMYK", "GRAY"].contains(header.space), header.version <= 4
      else {
        log.add("archive-intent", "ICC")
        continue
      }
      archiveSpace = header.space
    }
    if Set(profiles.map { $0.number ?? 0 }).count > 1 {
      log.add("archive-intent", "\(profiles.count)")
    }
  }

  // MARK: Dangers

  private mutating func checkCatalog() {
    let root = file.root
    ArchiveObjectCheck.check(catalog: root, log: &log)
    if root["/AcroForm"] != nil { log.add("acroform") }
    if let action = root["/OpenAction"], !action.isArray { log.add("open-action") }
    if root["/AA"] != nil { log.add("additional-actions") }
    if root["/Collection"] != nil { log.add("portfolio") }
    if root["/OCProperties"] != nil { log.add("optional-content") }
    if root["/Names"]?["/JavaScript"] != nil { log.add("javascript") }
    if root["/Names"]?["/EmbeddedFiles"] != nil {
      log.add("embedded-files")
      log.add("embedded-files-a2")
    }
  }

  private static let actions: Set<String> = [
    "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie",
    "/Sound", "/ResetForm", "/Hide", "/SetOCGState",
  ]

  /// Entries that hold nothing but numbers, thousands of them in a Chinese font.
  private static let figures: Set<String> = ["/W", "/W2", "/Widths", "/BBox", "/MediaBox"]

  /// Every object of the file, and the direct ones inside it.
  private mutating func checkObjects() {
    var steps = 0
    for number in stride(from: 1, through: min(file.highestObject, 400_000), by: 1) {
      var open = [file.object(numbered: number)]
      while let object = open.popLast(), steps < 2_000_000 {
        steps += 1
        if object.isArray {
          spots.check(object, log: &log)
          checkProfile(object)
          open += object.items.prefix(20_000).filter { $0.number == nil && !$0.isNull }
        } else if object.isDictionary || object.isStream {
          checkDictionary(object)
          for (key, value) in object.entries where !Self.figures.contains(key) {
            if value.number == nil, value.isDictionary || value.isArray { open.append(value) }
          }
        }
      }
    }
  }

  /// The profile of a colour space (ISO 19005-2, 6.2.4.2).
  private mutating func checkProfile(_ array: PDFObject) {
    let items = array.items.prefix(2)
    guard items.first?.name == "/ICCBased", let profile = items.last, profile.isStream,
      profile.number.map({ profiles.insert($0).inserted }) ?? true
    else { return }
    let components = ["GRAY": 1, "RGB ": 3, "CMYK": 4, "Lab ": 3]
    guard let header = profile.data(.general, limit: 64 << 20).flatMap({ ICCHeader($0) }),
      ["prtr", "mntr", "scnr", "spac"].contains(header.profileClass), header.version <= 4,
      let count = components[header.space], count == profile["/N"]?.integer
    else { return log.add("icc-profile") }
  }

  private mutating func checkDictionary(_ object: PDFObject) {
    ArchiveObjectCheck.check(object, log: &log)
    if object.isStream, object["/F"] != nil { log.add("external-stream") }
    let kind = object["/S"]?.name ?? ""
    if kind == "/JavaScript" || object["/JS"] != nil {
      log.add("javascript")
    } else if Self.actions.contains(kind) {
      log.add("action", String(kind.dropFirst()))
    }
  }
}
