internal import CQPDF

/// One object of a file: a handle whose every reading is checked, so that nothing a foreign file
/// holds can surprise it.
struct PDFObject {
  let id: qpdf_oh
  /// Held, since a handle means nothing without its file.
  let file: PDFFile

  private var raw: qpdf_data { file.raw }

  // MARK: Kinds

  var isDictionary: Bool { qpdf_oh_is_dictionary(raw, id) != 0 }
  var isStream: Bool { qpdf_oh_is_stream(raw, id) != 0 }
  var isArray: Bool { qpdf_oh_is_array(raw, id) != 0 }
  var isNull: Bool { qpdf_oh_is_null(raw, id) != 0 }
  var isString: Bool { qpdf_oh_is_string(raw, id) != 0 }
  /// Number of an indirect object; nil for one that stands in its place.
  var number: Int? {
    guard qpdf_oh_is_indirect(raw, id) != 0 else { return nil }
    return Int(qpdf_oh_get_object_id(raw, id))
  }

  // MARK: Scalars

  var real: Double? {
    var value = 0.0
    guard qpdf_oh_get_value_as_number(raw, id, &value) != 0, value.isFinite else { return nil }
    return value
  }

  var integer: Int? {
    var value: Int64 = 0
    if qpdf_oh_get_value_as_longlong(raw, id, &value) != 0 { return Int(value) }
    return real.flatMap { abs($0) < 1e15 ? Int($0) : nil }
  }

  var bool: Bool? {
    var value = QPDF_BOOL(0)
    return qpdf_oh_get_value_as_bool(raw, id, &value) != 0 ? value != 0 : nil
  }

  /// A name with its solidus, such as `/Image`.
  var name: String? {
    var text: UnsafePointer<CChar>?
    var length = 0
    guard qpdf_oh_get_value_as_name(raw, id, &text, &length) != 0 else { return nil }
    return Self.string(text, length)
  }

  /// A text string as Unicode.
  var text: String? {
    guard isString else { return nil }
    var text: UnsafePointer<CChar>?
    var length = 0
    guard qpdf_oh_get_value_as_utf8(raw, id, &text, &length) != 0 else { return nil }
    return Self.string(text, length)
  }

  private static func string(_ start: UnsafePointer<CChar>?, _ length: Int) -> String? {
    guard let start else { return nil }
    return start.withMemoryRebound(to: UInt8.self, capacity: max(length, 1)) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }

  // MARK: Arrays

  /// The items of an array; empty for anything else, and never more than a million.
  var items: [PDFObject] {
    guard isArray else { return [] }
    let count = min(Int(qpdf_oh_get_array_n_items(raw, id)), 1_000_000)
    return (0..<max(count, 0)).map { file.object(qpdf_oh_get_array_item(raw, id, Int32($0))) }
  }

  /// The items of an array of numbers; nil where one of them is none.
  var numbers: [Double]? {
    guard isArray else { return nil }
    var values: [Double] = []
    for item in items {
      guard let value = item.real else { return nil }
      values.append(value)
    }
    return values
  }

  // MARK: Dictionaries and streams

  /// The dictionary of a stream, or the dictionary itself.
  private var dictionary: qpdf_oh { isStream ? qpdf_oh_get_dict(raw, id) : id }

  /// An entry of a dictionary or of a stream's; nil where there is none or it is null.
  subscript(_ key: String) -> PDFObject? {
    get {
      guard isDictionary || isStream else { return nil }
      let value = file.object(qpdf_oh_get_key_if_dict(raw, dictionary, key))
      return value.isNull ? nil : value
    }
    nonmutating set {
      guard isDictionary || isStream else { return }
      if let newValue {
        qpdf_oh_replace_key(raw, dictionary, key, newValue.id)
      } else {
        qpdf_oh_remove_key(raw, dictionary, key)
      }
    }
  }

  /// The keys of a dictionary, sorted.
  var keys: [String] {
    guard isDictionary || isStream else { return [] }
    var names: [String] = []
    qpdf_oh_begin_dict_key_iter(raw, dictionary)
    while qpdf_oh_dict_more_keys(raw) != 0 {
      if let name = qpdf_oh_dict_next_key(raw) { names.append(String(cString: name)) }
    }
    return names.sorted()
  }

  /// The entries of a dictionary, sorted by key.
  var entries: [(key: String, value: PDFObject)] {
    keys.compactMap { key in self[key].map { (key, $0) } }
  }

  /// An entry of a page, or the nearest one above it in the page tree.
  func inherited(_ key: String) -> PDFObject? {
    var node = self
    for _ in 0..<64 {
      if let value = node[key] { return value }
      guard let parent = node["/Parent"] else { return nil }
      node = parent
    }
    return nil
  }

  /// Makes the entry a dictionary where there is none, and hands it out.
  func dictionary(at key: String) -> PDFObject {
    if let known = self[key], known.isDictionary { return known }
    let new = file.make("<< >>")
    self[key] = new
    return self[key] ?? new
  }
}
