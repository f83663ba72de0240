import Geometry

/// Stamps, fields and other annotations of a page that is placed: their appearances become part of
/// its content, as a printer would draw them (ISO 32000-1, 12.5.5).
struct AnnotationLooks {
  private struct Look {
    var form: PDFObject
    var rect: [Double]
  }

  private var looks: [Look] = []
  /// How many have nothing that could be drawn.
  private(set) var lost = 0

  /// How many are drawn.
  var count: Int { looks.count }

  init(_ page: PDFObject) {
    for annotation in page["/Annots"]?.items.prefix(5000) ?? [] { take(annotation) }
  }

  private mutating func take(_ annotation: PDFObject) {
    let flags = annotation["/F"]?.integer ?? 0
    let (hidden, printed) = (2, 4)
    // Links show nothing on paper, and a pop-up is a reader's own window.
    if ["/Link", "/Popup"].contains(annotation["/Subtype"]?.name ?? "") { return }
    if flags & hidden != 0 { return }
    var look = annotation["/AP"]?["/N"]
    if let states = look, !states.isStream {
      look = annotation["/AS"]?.name.flatMap { states[$0] }
    }
    guard flags & printed != 0, let look, look.isStream,
      let rect = annotation["/Rect"]?.numbers, rect.count == 4
    else {
      lost += 1
      return
    }
    looks.append(Look(form: look, rect: rect))
  }

  /// The operators that draw them, their forms named in the page's resources.
  func content(namedIn resources: PDFObject) -> [UInt8] {
    var text = ""
    let forms = resources.dictionary(at: "/XObject")
    for (number, look) in looks.enumerated() {
      guard let place = matrix(of: look) else { continue }
      let name = "/BxLook\(number)"
      forms[name] = look.form
      if look.form["/Subtype"] == nil { look.form["/Subtype"] = look.form.file.make("/Form") }
      let numbers = PDFNumbers.array(place).dropFirst(2).dropLast(2)
      text += "\nq \(numbers) cm \(name) Do Q"
    }
    return Array(text.utf8)
  }

  /// Fits the box of a form, turned by its matrix, into the annotation's rectangle.
  private func matrix(of look: Look) -> [Double]? {
    guard let box = look.form["/BBox"]?.numbers, box.count == 4 else { return nil }
    let turn = Matrix(look.form["/Matrix"]?.numbers ?? [])
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]
      .map { turn.map($0.0, $0.1) }
    guard let left = corners.map(\.0).min(), let right = corners.map(\.0).max(),
      let bottom = corners.map(\.1).min(), let top = corners.map(\.1).max(), right > left,
      top > bottom
    else { return nil }
    let (x, y) = (min(look.rect[0], look.rect[2]), min(look.rect[1], look.rect[3]))
    let across = abs(look.rect[2] - look.rect[0]) / (right - left)
    let up = abs(look.rect[3] - look.rect[1]) / (top - bottom)
    return [across, 0, 0, up, x - left * across, y - bottom * up]
  }
}
