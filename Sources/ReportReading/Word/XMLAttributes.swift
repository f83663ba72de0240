/// The attributes of an element in their order. Their names are looked up as the text wrote them
/// (`r:id`), or without what stands before the last colon.
struct XMLAttributes {
  private let pairs: [(name: String, value: String)]

  init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

  /// All of them, with the prefixes of the part.
  var all: [(name: String, value: String)] { pairs }

  /// The value of a name; nil where there is none.
  subscript(_ name: String) -> String? {
    for pair in pairs where pair.name == name { return pair.value }
    for pair in pairs {
      let full = pair.name.utf8
      if full.count > name.utf8.count, full.reversed().starts(with: name.utf8.reversed()),
        full[full.index(full.endIndex, offsetBy: -name.utf8.count - 1)] == UInt8(ascii: ":")
      {
        return pair.value
      }
    }
    return nil
  }
}
