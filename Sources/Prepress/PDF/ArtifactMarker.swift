/// Marks as artifacts what a tagged page paints outside any marked stretch: rules, tints, folios
/// (ISO 14289-1, 7.1; `content-not-marked`).
enum ArtifactMarker {
  /// The content with every loose painting operator inside `/Artifact BMC … EMC`.
  static func mark(_ bytes: [UInt8]) -> [UInt8] {
    var scanner = ContentScanner(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 4096)
    var copied = 0
    var depth = 0
    var start: Int?
    func copy(to end: Int) {
      output += bytes[copied..<max(copied, end)]
      copied = max(copied, end)
    }
    while let operation = scanner.nextOperation() {
      switch operation.name {
      case "BMC", "BDC": depth += 1
      case "EMC": depth = max(0, depth - 1)
      case "m", "re", "BT": start = start ?? operation.start
      case "n": start = nil
      case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "ET", "Do", "sh", "EI":
        let first = start ?? operation.start
        start = nil
        guard depth == 0 else { continue }
        copy(to: first)
        output += Array("/Artifact BMC ".utf8)
        copy(to: operation.end)
        output += Array(" EMC".utf8)
      default: break
      }
    }
    copy(to: bytes.count)
    return output
  }
}
