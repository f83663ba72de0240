internal import CQPDF
import Diagnostics

/// One PDF file in memory: its objects are read and changed in place, then written.
///
/// Not sendable: made, used and dropped in one place. It owns the qpdf handle; objects are numbers
/// that mean something in their file only.
final class PDFFile {
  private let handle: QPDFHandle
  var raw: qpdf_data { handle.raw }

  /// Reads a file; one that not even qpdf's repair can read is a rejection.
  init(_ bytes: [UInt8], name: String = "") throws(Rejection) {
    guard let handle = QPDFHandle(bytes) else {
      throw Rejection(PressProblems.unreadable(name, reason: "no memory"))
    }
    guard handle.read() else {
      throw Rejection(PressProblems.unreadable(name, reason: handle.lastError()))
    }
    self.handle = handle
  }

  // MARK: Parts

  /// The catalog.
  var root: PDFObject { object(qpdf_get_root(raw)) }
  /// The trailer.
  var trailer: PDFObject { object(qpdf_get_trailer(raw)) }
  /// The version that the header states.
  var version: String { qpdf_get_pdf_version(raw).map { String(cString: $0) } ?? "" }
  /// Whether it needs, or would need, a password.
  var isEncrypted: Bool { qpdf_is_encrypted(raw) != 0 }
  /// The first faults that qpdf repaired.
  func warnings(atMost count: Int) -> [String] { handle.warnings(atMost: count) }

  /// The pages in order; a broken page tree has none.
  var pages: [PDFObject] { pageHandles.map(object) }

  /// Numbers, not objects: an object holds its file.
  private lazy var pageHandles: [qpdf_oh] = {
    let count = qpdf_get_num_pages(raw)
    return count > 0 ? (0..<Int(count)).map { qpdf_get_page_n(raw, $0) } : []
  }()

  /// The highest object number, for walks over all objects.
  var highestObject: Int {
    let size = trailer["/Size"]?.integer ?? 0
    return min(max(size - 1, 0), 1_000_000)
  }

  /// The object of a number; null where there is none.
  func object(numbered number: Int) -> PDFObject {
    object(qpdf_get_object_by_id(raw, Int32(number), 0))
  }

  func object(_ id: qpdf_oh) -> PDFObject { PDFObject(id: id, file: self) }

  // MARK: Making objects

  /// An object from PDF syntax; only for text of our own making.
  func make(_ syntax: String) -> PDFObject { object(qpdf_oh_parse(raw, syntax)) }

  /// A text string in whatever encoding PDF asks for.
  func makeText(_ text: String) -> PDFObject { object(qpdf_oh_new_unicode_string(raw, text)) }

  /// An array of objects.
  func makeArray(_ items: [PDFObject]) -> PDFObject {
    let array = object(qpdf_oh_new_array(raw))
    for item in items { qpdf_oh_append_item(raw, array.id, item.id) }
    return array
  }

  /// A new stream, an object of its own; its dictionary is given in PDF syntax.
  func makeStream(
    _ bytes: [UInt8], dictionary: String = "", _ packing: PDFObject.Packing = .toPack
  ) -> PDFObject {
    let stream = object(qpdf_oh_new_stream(raw))
    stream.replaceData(bytes, packing)
    if !dictionary.isEmpty {
      let entries = make("<< \(dictionary) >>")
      for (key, value) in entries.entries { stream[key] = value }
    }
    return stream
  }

  /// The object as an indirect one, so that several places can point at it.
  func makeIndirect(_ object: PDFObject) -> PDFObject {
    self.object(qpdf_make_indirect_object(raw, object.id))
  }

  /// A copy of another file's object with all that it points at; that file must outlive this one's
  /// writing.
  func copy(_ object: PDFObject, from other: PDFFile) -> PDFObject {
    self.object(qpdf_oh_copy_foreign_object(raw, other.raw, object.id))
  }

  // MARK: Writing

  /// How a file is written.
  enum Form { case plain, compressedObjects }

  /// The bytes of the file: an identifier that depends on the content alone, a plain
  /// cross-reference table where the version knows no other.
  func write(version: String, form: Form = .plain) throws(Rejection) -> [UInt8] {
    guard qpdf_init_write_memory(raw) & QPDF_ERRORS == 0 else {
      throw Rejection(PressProblems.unwritable(reason: handle.lastError()))
    }
    qpdf_set_deterministic_ID(raw, QPDF_BOOL(1))
    qpdf_force_pdf_version(raw, version)
    qpdf_set_object_stream_mode(raw, form == .plain ? qpdf_o_disable : qpdf_o_generate)
    qpdf_set_stream_data_mode(raw, qpdf_s_compress)
    qpdf_set_decode_level(raw, qpdf_dl_none)
    qpdf_set_newline_before_endstream(raw, QPDF_BOOL(1))
    guard qpdf_write(raw) & QPDF_ERRORS == 0, let buffer = qpdf_get_buffer(raw) else {
      throw Rejection(PressProblems.unwritable(reason: handle.lastError()))
    }
    return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(raw)))
  }
}
