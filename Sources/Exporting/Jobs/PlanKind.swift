/// What a file asks to be set.
enum PlanKind {
  case report
  /// Several articles on one page.
  case page
  /// The pages of an issue.
  case issue

  /// By the keys that begin a line of a YAML file; every other file is a report.
  init(of bytes: [UInt8], named path: String) {
    let name = path.lowercased()
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      self = .report
      return
    }
    func has(_ key: String) -> Bool {
      bytes.starts(with: Array("\(key):".utf8))
        || String(decoding: bytes, as: UTF8.self).contains("\n\(key):")
    }
    self = has("pages") ? .issue : has("articles") ? .page : .report
  }
}
