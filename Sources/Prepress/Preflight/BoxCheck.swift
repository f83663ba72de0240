import Geometry
import LayoutSpecs

/// The boxes of a page (GWG 2015, 4.7; ISO 15930-7, 6.14).
struct BoxCheck {
  /// A rectangle with ordered edges, from the bottom left.
  struct Box {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double

    init?(_ object: PDFObject?) {
      guard let n = object?.numbers, n.count == 4 else { return nil }
      (left, right) = (min(n[0], n[2]), max(n[0], n[2]))
      (bottom, top) = (min(n[1], n[3]), max(n[1], n[3]))
    }

    func lies(in other: Box, slack: Double = 0.01) -> Bool {
      left >= other.left - slack && right <= other.right + slack
        && bottom >= other.bottom - slack && top <= other.top + slack
    }
  }

  /// Checks one page and says where its trim is.
  static func check(
    _ page: PDFObject, number: Int, profile: PressProfile, log: inout PreflightLog
  ) -> (frame: PageFrame, trim: PreflightPlace?) {
    let media = Box(page.inherited("/MediaBox"))
    let crop = Box(page.inherited("/CropBox"))
    let (bleed, trim, art) = (Box(page["/BleedBox"]), Box(page["/TrimBox"]), Box(page["/ArtBox"]))
    let final = trim ?? art
    if media == nil { log.add("no-mediabox", page: number) }
    if final == nil { log.add("no-trimbox", page: number) }
    if trim != nil, art != nil { log.add("trim-and-art", page: number) }
    if let final, let media, !final.lies(in: media) { log.add("trim-outside-media", page: number) }
    if let final, let bleed, !final.lies(in: bleed) { log.add("trim-outside-bleed", page: number) }
    if let bleed, let media, !bleed.lies(in: media) { log.add("bleed-outside-media", page: number) }
    if let crop, let final, !final.lies(in: crop) { log.add("crop-cuts-trim", page: number) }
    if let crop, let media, !(crop.lies(in: media) && media.lies(in: crop)) {
      log.add("cropbox-not-mediabox", page: number)
    }
    if let unit = page["/UserUnit"]?.real, unit != 1 { log.add("user-unit", page: number) }
    if let turn = page.inherited("/Rotate")?.integer, turn % 360 != 0 {
      log.add("page-rotated", "\(turn)°", page: number)
    }
    checkBleed(bleed, final, number: number, profile: profile, log: &log)
    if page["/AA"] != nil || page["/PresSteps"] != nil { log.add("page-actions", page: number) }
    checkAnnotations(page, limit: bleed ?? final ?? media, number: number, log: &log)
    let frame = final ?? crop ?? media
    let size = frame.map {
      PreflightPlace(
        x: 0, y: 0, width: ($0.right - $0.left) * 25.4 / 72,
        height: ($0.top - $0.bottom) * 25.4 / 72)
    }
    return (PageFrame(left: frame?.left ?? 0, top: frame?.top ?? 0), size)
  }

  private static func checkBleed(
    _ bleed: Box?, _ final: Box?, number: Int, profile: PressProfile, log: inout PreflightLog
  ) {
    let wanted = profile.sheet.bleed.points
    guard wanted > 0, let final else { return }
    let around = bleed ?? final
    let least = min(
      final.left - around.left, final.bottom - around.bottom, around.right - final.right,
      around.top - final.top)
    if least < wanted - 0.1 {
      log.add("little-bleed", ContentWalker.points(max(least, 0)), page: number)
    }
  }

  /// Links and notes have no place inside the bleed of a PDF/X page.
  private static func checkAnnotations(
    _ page: PDFObject, limit: Box?, number: Int, log: inout PreflightLog
  ) {
    for note in page["/Annots"]?.items.prefix(10_000) ?? [] {
      let kind = note["/Subtype"]?.name ?? ""
      let box = Box(note["/Rect"])
      let isOutside =
        if let box, let limit {
          box.right <= limit.left || box.left >= limit.right || box.top <= limit.bottom
            || box.bottom >= limit.top
        } else { false }
      if kind != "/TrapNet", kind != "/PrinterMark", !isOutside {
        log.add("annotation-on-page", String(kind.dropFirst()), page: number)
      }
      if ["/Movie", "/Sound", "/Screen", "/3D", "/RichMedia", "/FileAttachment"].contains(kind) {
        log.add("annotation-media", String(kind.dropFirst()), page: number)
      }
    }
  }
}

extension BoxCheck.Box {
  /// A4, for a page without any box.
  static let usual = BoxCheck.Box(right: 595.28, top: 841.89)

  private init(right: Double, top: Double) {
    (left, bottom, self.right, self.top) = (0, 0, right, top)
  }
}
