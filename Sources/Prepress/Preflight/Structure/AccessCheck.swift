/// Annotations, fields, attachments and forms of a tagged file (ISO 14289-1, 7.10 to 7.20).
struct AccessCheck {
  static func check(_ file: PDFFile, _ tree: StructureTree?, log: inout PreflightLog) {
    for (index, page) in file.pages.enumerated() {
      let annotations = page["/Annots"]?.items.prefix(5000) ?? []
      if !annotations.isEmpty, page["/Tabs"]?.name != "/S" { log.add("tab-order", page: index + 1) }
      let sheet = (page.inherited("/CropBox") ?? page.inherited("/MediaBox"))?.numbers
      for annotation in annotations where isSeen(annotation, on: sheet) {
        check(annotation, tree, page: index + 1, log: &log)
      }
    }
    if let form = file.root["/AcroForm"]?["/XFA"], isDynamic(form) { log.add("xfa-dynamic") }
    // Bit 10: whoever may not copy may still read aloud (7.16).
    if let security = file.trailer["/Encrypt"], let permissions = security["/P"]?.integer,
      permissions & 512 == 0
    {
      log.add("access-forbidden")
    }
  }

  /// Hidden annotations, and those beside the page, are no content.
  private static func isSeen(_ annotation: PDFObject, on sheet: [Double]?) -> Bool {
    if (annotation["/F"]?.integer ?? 0) & 2 != 0 { return false }
    guard let rect = annotation["/Rect"]?.numbers, rect.count == 4, let sheet, sheet.count == 4
    else { return true }
    return max(rect[0], rect[2]) > min(sheet[0], sheet[2])
      && min(rect[0], rect[2]) < max(sheet[0], sheet[2])
      && max(rect[1], rect[3]) > min(sheet[1], sheet[3])
      && min(rect[1], rect[3]) < max(sheet[1], sheet[3])
  }

  private static func check(
    _ annotation: PDFObject, _ tree: StructureTree?, page: Int, log: inout PreflightLog
  ) {
    let kind = String((annotation["/Subtype"]?.name ?? "/").dropFirst())
    if kind == "TrapNet" { return log.add("access-annotation-type", kind, page: page) }
    let owner = annotation.number.flatMap { tree?.owners[$0] }.flatMap { tree?.elements[$0] }
    if kind == "PrinterMark" {
      if owner != nil { log.add("access-annotation-type", kind, page: page) }
      return
    }
    if kind == "Popup" { return }
    let isIn = owner?.standard
    let wanted = ["Link": "Link", "Widget": "Form"][kind] ?? "Annot"
    if isIn != wanted { log.add("annotation-not-tagged", kind, page: page) }
    let words = annotation["/Contents"]?.text ?? ""
    let described = owner?.object["/Alt"]?.text ?? ""
    switch kind {
    case "Widget":
      let title = annotation["/TU"] ?? annotation["/Parent"]?["/TU"]
      if (title?.text ?? "").isEmpty, described.isEmpty {
        log.add("field-no-words", page: page)
      }
    case "Link": if words.isEmpty { log.add("annotation-no-words", kind, page: page) }
    default:
      if words.isEmpty, described.isEmpty { log.add("annotation-no-words", kind, page: page) }
    }
    if let clip = annotation["/A"]?["/R"]?["/C"] ?? annotation["/R"]?["/C"],
      clip["/S"]?.name == "/MCD"
    {
      // Languages and words in turn; a type may be empty, the words may not all be.
      let words = (clip["/Alt"]?.items ?? []).enumerated().filter { $0.offset % 2 == 1 }
      if clip["/CT"] == nil || !words.contains(where: { !($0.element.text ?? "").isEmpty }) {
        log.add("media-no-words", page: page)
      }
    }
  }

  private static func isDynamic(_ form: PDFObject) -> Bool {
    let parts = form.isArray ? form.items.filter(\.isStream) : [form]
    let mark = Array("dynamicRender>required".utf8)
    return parts.contains { part in
      guard let bytes = part.data(.general, limit: 16 << 20) else { return false }
      return bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }
  }
}
