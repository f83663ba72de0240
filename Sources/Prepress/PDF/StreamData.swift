internal import CQPDF
import Glibc
import ImageFiles

extension PDFObject {
  /// How far a stream's filters are undone.
  enum Decoding {
    /// Not at all.
    case none
    /// All filters but those of pictures.
    case general

    fileprivate var level: qpdf_stream_decode_level_e {
      self == .none ? qpdf_dl_none : qpdf_dl_generalized
    }
  }

  /// The bytes of a stream, nil where they cannot be decoded or are more than `limit`.
  ///
  /// qpdf decodes without a limit, so a plain Flate stream goes through our own bounded inflater,
  /// and others only when what they hold is small.
  func data(_ decoding: Decoding, limit: Int = 256 << 20) -> [UInt8]? {
    guard isStream else { return nil }
    let filters = filterNames
    if decoding == .general, filters == ["/FlateDecode"], self["/DecodeParms"] == nil {
      guard let packed = read(.none) else { return nil }
      return Inflater.unpack(packed, limit: limit)
    }
    if decoding == .general, filters.count > 1 || self["/DecodeParms"] != nil {
      guard let packed = read(.none), packed.count <= 8 << 20 else { return nil }
    }
    guard let bytes = read(decoding), bytes.count <= limit else { return nil }
    return bytes
  }

  /// The names of a stream's filters, outermost first.
  var filterNames: [String] {
    guard let filter = self["/Filter"] else { return [] }
    return filter.isArray ? filter.items.compactMap(\.name) : [filter.name ?? ""]
  }

  private func read(_ decoding: Decoding) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered = QPDF_BOOL(0)
    let status = qpdf_oh_get_stream_data(
      file.raw, id, decoding.level, &filtered, &buffer, &length)
    defer { free(buffer) }
    guard status & QPDF_ERRORS == 0 else { return nil }
    guard let buffer, length > 0 else { return [] }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The content of a page: its streams joined by a line end, decoded.
  func contentData(limit: Int = 64 << 20) -> [UInt8]? {
    guard let contents = self["/Contents"] else { return [] }
    let parts = contents.isArray ? contents.items : [contents]
    var joined: [UInt8] = []
    for part in parts.prefix(10_000) {
      guard let bytes = part.data(.general, limit: limit - joined.count) else { return nil }
      joined += bytes
      joined.append(UInt8(ascii: "\n"))
    }
    return joined
  }

  /// What the new bytes of a stream are.
  enum Packing: Hashable {
    /// Plain, to be packed.
    case toPack
    /// Plain, to stay so.
    case plain
    /// Under a filter already, such as `/DCTDecode`.
    case packed(String)
  }

  /// Gives a stream new bytes. They are packed here and not by the writer, whose level is three
  /// times as slow for a twentieth of the size.
  func replaceData(_ bytes: [UInt8], _ packing: Packing = .toPack) {
    var (data, filter): ([UInt8], String?) = (bytes, nil)
    switch packing {
    case .plain: break
    case .packed(let name): filter = name
    case .toPack:
      if let packed = Deflater.pack(bytes) { (data, filter) = (packed, "/FlateDecode") }
    }
    let name = filter.map { qpdf_oh_new_name(file.raw, $0) } ?? qpdf_oh_new_null(file.raw)
    qpdf_oh_replace_stream_data(file.raw, id, data, data.count, name, qpdf_oh_new_null(file.raw))
  }
}
