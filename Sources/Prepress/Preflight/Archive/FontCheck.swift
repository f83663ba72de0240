/// Fonts that are shown (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21): their dictionaries, character maps
/// and encodings.
struct FontCheck {
  /// The character maps that readers know (ISO 32000-1, table 118).
  private static let predefined: Set<String> = Set(
    """
    GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 \
    CNS-EUC UniCNS-UCS2 UniCNS-UTF16 83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ \
    UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 UniJIS2004-UTF16 KSC-EUC KSCms-UHC KSCms-UHC-HW \
    KSCpc-EUC UniKS-UCS2 UniKS-UTF16 Identity
    """.split(separator: " ").flatMap { ["/\($0)-H", "/\($0)-V"] } + ["/H", "/V"])

  static func check(_ font: PDFObject, log: inout PreflightLog) {
    switch font["/Subtype"]?.name {
    case "/Type0": checkComposite(font, log: &log)
    case "/TrueType": checkTrueType(font, log: &log)
    default: break
    }
    if let map = font["/ToUnicode"], map.isStream, let bytes = map.data(.general, limit: 16 << 20) {
      for code in CharacterMap(bytes).plainTexts where [0, 0xFEFF, 0xFFFE].contains(code) {
        log.add("unicode-forbidden", String(code, radix: 16, uppercase: true))
      }
    }
  }

  private static func name(_ font: PDFObject) -> String {
    String((font["/BaseFont"]?.name ?? "/").dropFirst())
  }

  // MARK: Composite fonts

  private static func checkComposite(_ font: PDFObject, log: inout PreflightLog) {
    guard let descendant = font["/DescendantFonts"]?.items.first else { return }
    if descendant["/Subtype"]?.name == "/CIDFontType2",
      descendant["/FontDescriptor"]?["/FontFile2"] != nil
        || descendant["/FontDescriptor"]?["/FontFile3"] != nil
    {
      let map = descendant["/CIDToGIDMap"]
      if map == nil || map?.isStream == false && map?.name != "/Identity" {
        log.add("font-cidtogidmap", name(font))
      }
    }
    guard let encoding = font["/Encoding"] else { return }
    if let known = encoding.name {
      if !predefined.contains(known) { log.add("cmap-unknown", String(known.dropFirst())) }
      return
    }
    checkMap(encoding, of: descendant, name(font), log: &log)
  }

  private static func checkMap(
    _ stream: PDFObject, of descendant: PDFObject, _ name: String, log: inout PreflightLog
  ) {
    guard stream.isStream else { return }
    if let used = stream["/UseCMap"] {
      let base = used.name ?? used["/CMapName"]?.name ?? ""
      if !predefined.contains(base) { log.add("cmap-unknown", String(base.dropFirst())) }
    }
    let (map, font) = (stream["/CIDSystemInfo"], descendant["/CIDSystemInfo"])
    let isIdentity = stream["/CMapName"]?.name?.hasPrefix("/Identity") == true
    if let map, let font, !isIdentity {
      let isOther = ["/Registry", "/Ordering"].contains { map[$0]?.text != font[$0]?.text }
      if isOther || (font["/Supplement"]?.integer ?? 0) > (map["/Supplement"]?.integer ?? 0) {
        log.add("cid-system-differs", name)
      }
    }
    guard let bytes = stream.data(.general, limit: 16 << 20) else { return }
    let content = CharacterMap(bytes)
    if let mode = content.writingMode, mode != stream["/WMode"]?.integer ?? 0 {
      log.add("cmap-writing-mode", name)
    }
    if content.largestCID > 65_535 { log.add("limits", "CID") }
  }

  // MARK: TrueType

  private static func checkTrueType(_ font: PDFObject, log: inout PreflightLog) {
    let flags = font["/FontDescriptor"]?["/Flags"]?.integer ?? 0
    let isSymbolic = flags & 4 != 0
    let encoding = font["/Encoding"]
    if isSymbolic {
      if encoding != nil { log.add("truetype-encoding", name(font)) }
      return
    }
    let base = encoding?.name ?? encoding?["/BaseEncoding"]?.name
    if base != "/WinAnsiEncoding", base != "/MacRomanEncoding" {
      log.add("truetype-encoding", name(font))
    }
    for glyph in encoding?["/Differences"]?.items.compactMap(\.name) ?? []
    where !GlyphNames.meansCharacter(glyph) {
      log.add("truetype-encoding", "\(name(font)) \(glyph)")
    }
  }
}

/// Names of glyphs from which a character follows (the Adobe Glyph List and its rules).
enum GlyphNames {
  /// Whether a name, with or without its solidus, says a character. Names that only number the glyphs
  /// of a font do not.
  static func meansCharacter(_ name: String) -> Bool {
    let plain = name.hasPrefix("/") ? name.dropFirst() : name[...]
    let base = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
    if base.isEmpty { return plain == ".notdef" }
    if ["uni", "u"].contains(where: { base.hasPrefix($0) && isHex(base.dropFirst($0.count)) }) {
      return true
    }
    let letters = base.prefix { !$0.isNumber }
    let digits = base.dropFirst(letters.count)
    guard base.utf8.allSatisfy({ $0 < 128 }), letters.utf8.allSatisfy({ isNameLetter($0) }) else {
      return false
    }
    // Numbered names of the list are few: `afii10017`, `SF100000`, `H18533`.
    if !digits.isEmpty {
      return ["afii", "SF", "H"].contains(String(letters))
        || letters.count > 3 && digits.count < 4 && !numbered.contains(String(letters))
    }
    return base.count == 1 || base.count < 24 && !unknown.contains(base.lowercased())
  }

  private static let numbered: Set<String> = ["glyph", "char", "index", "custom", "name", "gid"]
  private static let unknown: Set<String> = ["custom", "unknown", "undefined", "glyph"]

  private static func isNameLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isHex(_ text: Substring) -> Bool {
    text.count >= 4
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
  }
}
