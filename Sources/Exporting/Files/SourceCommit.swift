import Diagnostics

/// The commit that a resources folder was made from: `commit` in an installed one, the checked-out
/// one in a work tree.
extension ResourceHome {
  /// Its first ten digits; nil where nothing says it.
  public var commit: String? {
    if let installed = line("commit") { return Self.short(installed) }
    guard let head = line(".git/HEAD") else { return nil }
    guard head.hasPrefix("ref: ") else { return Self.short(head) }
    let reference = String(head.dropFirst(5))
    if let commit = line(".git/\(reference)") { return Self.short(commit) }
    let packed = (try? text(".git/packed-refs"))?.split(separator: "\n") ?? []
    return packed.first { $0.hasSuffix(" \(reference)") }.flatMap { Self.short(String($0)) }
  }

  private func line(_ file: String) -> String? {
    guard hasFile(file) else { return nil }
    return (try? text(file))?.split(separator: "\n").first.map(String.init)
  }

  private static func short(_ text: String) -> String? {
    let digits = text.prefix { $0.isHexDigit }
    return digits.count >= 7 ? String(digits.prefix(10)) : nil
  }
}
