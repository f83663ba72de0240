/// Annotations and form fields (ISO 19005-2, 6.3 and 6.4).
struct AnnotationCheck {
  private static let types: Set<String> = [
    "/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
    "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup",
    "/FileAttachment", "/Widget", "/PrinterMark", "/TrapNet", "/Watermark", "/Redact",
  ]

  static func check(_ annotation: PDFObject, page: Int, log: inout PreflightLog) {
    let kind = annotation["/Subtype"]?.name ?? ""
    if !types.contains(kind) { log.add("annotation-type", String(kind.dropFirst()), page: page) }
    checkFlags(annotation, kind, page, &log)
    checkLook(annotation, kind, page, &log)
    if kind == "/Widget", annotation["/A"] != nil || annotation["/AA"] != nil {
      log.add("field-action", page: page)
    }
  }

  private static func checkFlags(
    _ annotation: PDFObject, _ kind: String, _ page: Int, _ log: inout PreflightLog
  ) {
    guard kind != "/Popup" else { return }
    guard let flags = annotation["/F"]?.integer else {
      return log.add("annotation-flags", String(kind.dropFirst()), page: page)
    }
    // Printed; neither invisible nor hidden, and shown whatever the view.
    let (print, forbidden) = (4, 1 | 2 | 32 | 256)
    if flags & print == 0 || flags & forbidden != 0 {
      log.add("annotation-flags", String(kind.dropFirst()), page: page)
    }
    // A note that stays upright and of its size says so (6.3.2).
    if kind == "/Text", flags & 24 != 24 { log.add("annotation-flags", "Text", page: page) }
  }

  private static func checkLook(
    _ annotation: PDFObject, _ kind: String, _ page: Int, _ log: inout PreflightLog
  ) {
    let rect = annotation["/Rect"]?.numbers ?? []
    let hasNoArea = rect.count == 4 && (rect[0] == rect[2] && rect[1] == rect[3])
    guard let look = annotation["/AP"], look.isDictionary else {
      if !["/Popup", "/Link"].contains(kind), !hasNoArea {
        log.add("annotation-look", String(kind.dropFirst()), page: page)
      }
      return
    }
    let isButton =
      kind == "/Widget" && (annotation["/FT"] ?? annotation["/Parent"]?["/FT"])?.name == "/Btn"
    let normal = look["/N"]
    let isRight =
      isButton
      ? normal?.isDictionary == true && normal?.isStream == false : normal?.isStream == true
    if !isRight || look.keys.contains(where: { $0 != "/N" }) {
      log.add("annotation-look", String(kind.dropFirst()), page: page)
    }
  }
}
