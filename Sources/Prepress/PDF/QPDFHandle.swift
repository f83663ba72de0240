internal import CQPDF

/// The qpdf library's handle of one file, with one owner.
///
/// `qpdf_read_memory` does not copy: the bytes of the file live as long as the handle.
struct QPDFHandle: ~Copyable {
  let raw: qpdf_data
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let length: Int

  /// Makes a handle over a copy of the bytes; nothing is read yet.
  init?(_ content: [UInt8]) {
    guard let raw = qpdf_init() else { return nil }
    self.raw = raw
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(content.count, 1))
    content.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
    bytes = copy
    length = content.count
    // What qpdf would print goes into findings instead.
    qpdf_silence_errors(raw)
    qpdf_set_suppress_warnings(raw, QPDF_BOOL(1))
  }

  /// Reads the file; whether it could be read, damage repaired where possible.
  func read() -> Bool {
    let status = qpdf_read_memory(raw, "file", bytes.baseAddress, UInt64(length), nil)
    return status & QPDF_ERRORS == 0
  }

  /// qpdf's words for its last error.
  func lastError() -> String {
    guard qpdf_has_error(raw) != 0, let error = qpdf_get_error(raw) else { return "unknown reason" }
    return qpdf_get_error_message_detail(raw, error).map { String(cString: $0) } ?? ""
  }

  /// qpdf's words for its first warnings, the rest dropped.
  func warnings(atMost count: Int) -> [String] {
    var texts: [String] = []
    while qpdf_more_warnings(raw) != 0 {
      let warning = qpdf_next_warning(raw)
      guard texts.count < count, let warning else { continue }
      texts.append(qpdf_get_error_message_detail(raw, warning).map { String(cString: $0) } ?? "")
    }
    return texts
  }

  deinit {
    // An error that nobody took is printed by qpdf.
    if qpdf_has_error(raw) != 0 { _ = qpdf_get_error(raw) }
    var handle: qpdf_data? = raw
    qpdf_cleanup(&handle)
    bytes.deallocate()
  }
}
