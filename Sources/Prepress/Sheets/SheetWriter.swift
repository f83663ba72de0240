internal import CQPDF
public import Diagnostics
import Geometry
import Notations

/// Writes the pages of a PDF file on sheets: each page becomes a form that is drawn at its size, in
/// the windows that the plan gives it, with the plan's marks. What only a screen has is dropped.
public struct SheetWriter: Sendable {
  private let sheets: [PlannedSheet]
  private let enlargement: Double

  /// Makes a writer of planned sheets; `enlargement` is how many times larger than in the file the
  /// pages were planned, where a file holds a page at a tenth of its size.
  public init(_ sheets: [PlannedSheet], enlargement: Double = 1) {
    self.sheets = sheets
    self.enlargement = enlargement
  }

  /// The file of the sheets.
  public func write(_ bytes: [UInt8], name: String) throws(Rejection) -> [UInt8] {
    let file = try PDFFile(bytes, name: name)
    let pages = file.pages
    let font = file.makeIndirect(
      file.make("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"))
    var forms: [Int: PDFObject] = [:]
    for sheet in sheets {
      for page in sheet.placed.map(\.page) where forms[page] == nil && pages.indices.contains(page)
      {
        forms[page] = try form(of: pages[page], in: file, name: name)
      }
      let page = file.makeIndirect(self.page(sheet, forms, font, in: file))
      guard qpdf_add_page(file.raw, file.raw, page.id, QPDF_BOOL(0)) & QPDF_ERRORS == 0 else {
        throw Rejection(PressProblems.unwritable(reason: "a sheet could not be added"))
      }
    }
    for page in pages {
      guard qpdf_remove_page(file.raw, page.id) & QPDF_ERRORS == 0 else {
        throw Rejection(PressProblems.unwritable(reason: "a page could not be taken out"))
      }
    }
    for key in [
      "/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels", "/Names", "/Dests",
      "/OpenAction", "/AcroForm",
    ] { qpdf_oh_remove_key(file.raw, file.root.id, key) }
    return try file.write(version: max(file.version, "1.4"), form: .compressedObjects)
  }

  /// A page as a form whose space is the sheet's, with the page's top left corner at the origin.
  private func form(
    of page: PDFObject, in file: PDFFile, name: String
  ) throws(Rejection) -> PDFObject {
    guard let content = page.contentData() else {
      throw Rejection(PressProblems.unreadable(name, reason: "a page's content"))
    }
    let view = PageView(page)
    let form = file.makeStream(content)
    form["/Type"] = file.make("/XObject")
    form["/Subtype"] = file.make("/Form")
    let box = view.box
    form["/BBox"] = file.make(PDFNumbers.array([box.left, box.bottom, box.right, box.top]))
    // Sheets are drawn upwards as PDF does it; the view counts downwards.
    let seen = view.toSheet.then(Matrix(1, 0, 0, -1, 0, 0))
    form["/Matrix"] = file.make(
      PDFNumbers.array([seen.a, seen.b, seen.c, seen.d, seen.e, seen.f]))
    form["/Resources"] = page.inherited("/Resources") ?? file.make("<< >>")
    if let group = page["/Group"] { form["/Group"] = group }
    return form
  }

  private func page(
    _ sheet: PlannedSheet, _ forms: [Int: PDFObject], _ font: PDFObject, in file: PDFFile
  ) -> PDFObject {
    let height = sheet.size.height.points
    func number(_ value: Double) -> String { DecimalText.trimmed(value, 4) }
    func place(_ point: Point) -> String {
      "\(number(point.x.points)) \(number(height - point.y.points))"
    }
    var content = ""
    for placed in sheet.placed where forms[placed.page] != nil {
      let window = placed.window
      content += """
        q \(number(window.left.points)) \(number(height - window.bottom.points)) \
        \(number(window.size.width.points)) \(number(window.size.height.points)) re W n
        \(number(enlargement)) 0 0 \(number(enlargement)) \(place(placed.origin)) cm \
        /P\(placed.page) Do Q

        """
    }
    if !sheet.lines.isEmpty { content += "q 0 G 0.3 w\n" }
    for line in sheet.lines { content += "\(place(line.from)) m \(place(line.to)) l S\n" }
    if !sheet.lines.isEmpty { content += "Q\n" }
    for note in sheet.notes {
      content += "q 0 g BT /F 7 Tf \(place(note.at)) Td (\(note.text)) Tj ET Q\n"
    }
    let page = file.make(
      "<< /Type /Page /MediaBox \(PDFNumbers.array([0, 0, sheet.size.width.points, height])) >>")
    let resources = page.dictionary(at: "/Resources")
    let objects = resources.dictionary(at: "/XObject")
    for (number, form) in forms where sheet.placed.contains(where: { $0.page == number }) {
      objects["/P\(number)"] = form
    }
    if !sheet.notes.isEmpty { resources.dictionary(at: "/Font")["/F"] = font }
    page["/Contents"] = file.makeStream(Array(content.utf8))
    return page
  }
}
