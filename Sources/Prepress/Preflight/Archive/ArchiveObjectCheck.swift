/// What ISO 19005-2 asks of single objects wherever they stand: filters, actions, fields, layers,
/// signatures.
struct ArchiveObjectCheck {
  private static let filters: Set<String> = [
    "/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode", "/CCITTFaxDecode",
    "/JBIG2Decode", "/DCTDecode", "/JPXDecode", "/Crypt",
  ]
  private static let forbiddenActions: Set<String> = [
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState",
    "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript", "/SetState", "/NOP",
  ]
  private static let namedActions: Set<String> = [
    "/NextPage", "/PrevPage", "/FirstPage", "/LastPage",
  ]
  private static let actionTypes: Set<String> = [
    "/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm",
  ]

  /// Checks the catalog.
  static func check(catalog root: PDFObject, log: inout PreflightLog) {
    if root["/AA"] != nil { log.add("archive-actions", "AA") }
    if let form = root["/AcroForm"] {
      if form["/NeedAppearances"]?.bool == true { log.add("field-appearances") }
      if form["/XFA"] != nil { log.add("xfa") }
      check(fields: form["/Fields"]?.items ?? [], log: &log)
    }
    if root["/NeedsRendering"]?.bool == true { log.add("xfa") }
    if root["/Requirements"] != nil { log.add("catalog-requirements") }
    if root["/Names"]?["/AlternatePresentations"] != nil { log.add("catalog-presentations") }
    if let permissions = root["/Perms"] {
      for key in permissions.keys where key != "/UR3" && key != "/DocMDP" {
        log.add("permissions", String(key.dropFirst()))
      }
      if permissions["/DocMDP"] != nil {
        for reference in permissions["/DocMDP"]?["/Reference"]?.items ?? []
        where ["/DigestLocation", "/DigestMethod", "/DigestValue"].contains(where: {
          reference[$0] != nil
        }) {
          log.add("permissions", "Digest")
        }
      }
    }
    if let layers = root["/OCProperties"] { check(layers: layers, log: &log) }
  }

  /// Fields and those below them, each once.
  private static func check(fields: [PDFObject], log: inout PreflightLog) {
    var open = fields
    var seen: Set<Int> = []
    var steps = 0
    while let field = open.popLast(), steps < 100_000 {
      steps += 1
      if let number = field.number, !seen.insert(number).inserted { continue }
      if field["/AA"] != nil { log.add("field-action") }
      open += field["/Kids"]?.items ?? []
    }
  }

  /// Layers: each configuration has a name of its own and shows every layer (6.9).
  private static func check(layers: PDFObject, log: inout PreflightLog) {
    let all = Set((layers["/OCGs"]?.items ?? []).compactMap(\.number))
    var names: Set<String> = []
    for configuration in [layers["/D"]].compactMap(\.self) + (layers["/Configs"]?.items ?? []) {
      let name = configuration["/Name"]?.text ?? ""
      if name.isEmpty || !names.insert(name).inserted { log.add("layer-names", name) }
      if configuration["/AS"] != nil { log.add("layer-automatic") }
      if let order = configuration["/Order"] {
        var listed: Set<Int> = []
        var open = [order]
        var steps = 0
        while let object = open.popLast(), steps < 100_000 {
          steps += 1
          if object.isArray {
            open += object.items
          } else if let number = object.number {
            listed.insert(number)
          }
        }
        if !all.isSubset(of: listed) { log.add("layer-order") }
      }
    }
  }

  /// Checks a dictionary or stream of the file.
  static func check(_ object: PDFObject, log: inout PreflightLog) {
    if object.isStream {
      for filter in object.filterNames where !filters.contains(filter) {
        log.add("filter", String(filter.dropFirst()))
      }
      if ["/F", "/FFilter", "/FDecodeParms"].contains(where: { object[$0] != nil }) {
        log.add("external-stream")
      }
    }
    if let action = object["/A"], action.isDictionary { check(action: action, log: &log) }
    if let action = object["/OpenAction"], action.isDictionary { check(action: action, log: &log) }
    if let next = object["/Next"] {
      for action in next.isArray ? next.items : [next]
      where action["/S"] != nil && object["/S"] != nil {
        check(action: action, log: &log)
      }
    }
    if object["/Type"]?.name == "/Action" { check(action: object, log: &log) }
    if object["/Type"]?.name == "/Page", object["/PresSteps"] != nil { log.add("page-steps") }
    if object["/EF"] != nil {
      check(attachment: object, log: &log)
    }
  }

  private static func check(action: PDFObject, log: inout PreflightLog) {
    let kind = action["/S"]?.name ?? ""
    if forbiddenActions.contains(kind) || !kind.isEmpty && !actionTypes.contains(kind) {
      log.add("archive-actions", String(kind.dropFirst()))
    }
    if kind == "/Named", !namedActions.contains(action["/N"]?.name ?? "") {
      log.add("archive-actions", "Named")
    }
  }

  /// An attached file names itself for every reader (ISO 14289-1, 7.11).
  private static func check(attachment: PDFObject, log: inout PreflightLog) {
    if ["/F", "/UF"].contains(where: { (attachment[$0]?.text ?? "").isEmpty }) {
      log.add("attachment-names")
    }
  }
}
