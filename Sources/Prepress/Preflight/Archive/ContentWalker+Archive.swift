/// What ISO 19005-2, 6.2 asks of what pages paint.
extension ContentWalker {
  /// All operators of ISO 32000-1, annex A; an inline picture comes as `EI`.
  private static let operators: Set<String> = Set(
    """
    b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l \
    m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \
    ' "
    """.split(separator: " ").map(String.init))
  static let renderingIntents: Set<String> = [
    "/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation",
  ]
  private static let blendModes: Set<String> = [
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue",
    "/Saturation", "/Color", "/Luminosity",
  ]
  /// Most levels of `q` (ISO 32000-1, annex C).
  private static let savedLimit = 28

  /// Operators that are none, rendering intents, nesting, and numbers and strings beyond the limits.
  mutating func checkSyntax(_ operation: ContentOperation, in pass: ContentPass) {
    if !Self.operators.contains(operation.name) {
      log.add("operator-unknown", String(operation.name.prefix(24)), page: page)
    }
    if operation.name == "ri", let name = pass.name(operation) { checkIntent(name) }
    if operation.name == "q", pass.saved.count >= Self.savedLimit {
      log.add("limits", "q", page: page)
    }
    for token in operation.operands {
      switch token.kind {
      case .number:
        if abs(token.value) > 2_147_483_648,
          !pass.content[token.start..<token.end].contains(UInt8(ascii: "."))
        {
          log.add("limits", "number", page: page)
        }
      case .string:
        if token.end - token.start - 2 > 32_767 { log.add("limits", "string", page: page) }
      case .hexString:
        if StringBytes.isBroken(token, in: pass.content) { log.add("file-hex-string", page: page) }
        if token.end - token.start - 2 > 65_534 { log.add("limits", "string", page: page) }
      default: break
      }
    }
  }

  mutating func checkIntent(_ name: String) {
    if !Self.renderingIntents.contains(name) {
      log.add("rendering-intent", String(name.dropFirst()), page: page)
    }
  }

  /// Transfer functions, halftones, blend modes (6.2.5, 6.2.10).
  mutating func checkArchive(state: PDFObject) {
    if state["/TR"] != nil { log.add("state-transfer", "TR", page: page) }
    if let function = state["/TR2"], function.name != "/Default" {
      log.add("state-transfer", "TR2", page: page)
    }
    if state["/HTP"] != nil { log.add("state-halftone", "HTP", page: page) }
    if let halftone = state["/HT"] { checkHalftone(halftone) }
    if let intent = state["/RI"]?.name { checkIntent(intent) }
    if let mode = state["/BM"] {
      for name in mode.isArray ? mode.items.compactMap(\.name) : [mode.name ?? ""]
      where !Self.blendModes.contains(name) {
        log.add("blend-mode", String(name.dropFirst()), page: page)
      }
    }
  }

  private mutating func checkHalftone(_ halftone: PDFObject) {
    guard halftone.isDictionary || halftone.isStream else { return }
    let type = halftone["/HalftoneType"]?.integer ?? 1
    if type != 1, type != 5 { log.add("state-halftone", "type \(type)", page: page) }
    if halftone["/HalftoneName"] != nil { log.add("state-halftone", "HalftoneName", page: page) }
    guard type == 5 else { return }
    let primary: Set<String> = [
      "/Cyan", "/Magenta", "/Yellow", "/Black", "/Red", "/Green", "/Blue", "/Gray", "/Default",
    ]
    for (key, part) in halftone.entries where part.isDictionary || part.isStream {
      let hasFunction = part["/TransferFunction"] != nil
      if primary.contains(key) ? hasFunction && key != "/Default" : !hasFunction {
        log.add("state-halftone", String(key.dropFirst()), page: page)
      }
    }
  }

  /// Device colours that no output intent for archives explains (6.2.4.3).
  mutating func checkArchive(space: ColorSpaceFacts) {
    for (family, _) in space.families {
      switch family {
      case .rgb where archiveSpace != "RGB ":
        log.add("device-colour-no-intent", "RGB", page: page)
      case .cmyk where archiveSpace != "CMYK":
        log.add("device-colour-no-intent", "CMYK", page: page)
      case .grey where archiveSpace.isEmpty:
        log.add("device-colour-no-intent", "Gray", page: page)
      default: break
      }
    }
  }

  /// Overprinting a profile's four inks in mode 1 means something else on each device (6.2.4.2).
  mutating func checkOverprint(
    _ space: ColorSpaceFacts, _ overprints: Bool, in state: ContentState
  ) {
    if overprints, state.overprintMode == 1, space.family == .profile, space.components == 4 {
      log.add("icc-overprint", page: page)
    }
  }

  /// Pictures (6.2.8).
  mutating func checkArchive(image: PDFObject) {
    if image["/Interpolate"]?.bool == true { log.add("interpolate", page: page) }
    if let intent = image["/Intent"]?.name { checkIntent(intent) }
    if image.filterNames.contains("/JPXDecode") {
      guard let bytes = image.data(.none, limit: 256 << 20) else { return }
      for fault in JPXHeader.faults(bytes, hasSpace: image["/ColorSpace"] != nil) {
        log.add("jpx", fault, page: page)
      }
    }
  }

  /// An inline picture's entries by short or long names (6.1.10).
  mutating func checkArchive(inline entries: [String: ContentToken], in pass: ContentPass) {
    func text(_ token: ContentToken) -> String {
      String(decoding: pass.content[token.start..<token.end], as: UTF8.self)
    }
    if let filter = entries["/F"] ?? entries["/Filter"], filter.kind == .name,
      ["/LZW", "/LZWDecode"].contains(text(filter))
    {
      log.add("lzw", page: page)
    }
    if let smooth = entries["/I"] ?? entries["/Interpolate"], text(smooth) == "true" {
      log.add("interpolate", page: page)
    }
    if let intent = entries["/Intent"], intent.kind == .name { checkIntent(text(intent)) }
  }

  /// After a page: what it blends in (6.2.10).
  mutating func finishArchive(page object: PDFObject) {
    defer { isPageTransparent = false }
    guard isPageTransparent else { return }
    let space = object["/Group"]?["/CS"]
    if space == nil, archiveSpace.isEmpty { log.add("blend-space-missing", page: page) }
  }

  /// The sides of a page's boxes in units (annex C).
  mutating func checkArchive(boxesOf page: PDFObject) {
    for key in ["/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"] {
      guard let box = page.inherited(key)?.numbers, box.count == 4 else { continue }
      let sides = [abs(box[2] - box[0]), abs(box[3] - box[1])]
      if sides.contains(where: { $0 < 3 || $0 > 14_400 }) {
        log.add("limits", String(key.dropFirst()), page: self.page)
      }
    }
  }
}
