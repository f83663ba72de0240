import Foundation

/// The dump of a page made short: a line a run, glyphs of one advance counted, inks without the
/// plates that stay empty. What moves by 1/100 pt still shows.
public enum CompactDump {
  /// Rewrites `PagedDocument.dump()`.
  public static func text(of dump: String) -> String {
    var lines: [String] = []
    for line in dump.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("at "), let last = lines.popLast() {
        lines.append(last + " " + advances(words.dropFirst(3)))
      } else {
        lines.append(inks(String(line)))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// `[C0 M0 Y0 K100]` as `[K100]`.
  private static func inks(_ line: String) -> String {
    line.replacing(/\[((?:[CMYK][0-9.]+ ?)+)\]/) { match in
      let plates = match.1.split(separator: " ").filter { $0.dropFirst() != "0" }
      return "[\(plates.isEmpty ? "0" : plates.joined(separator: " "))]"
    }
  }

  /// Places of glyphs as steps: `0.00 9.00 18.00 | 27.00` is `9.00*3`; `x/y` places stay as they
  /// are.
  private static func advances(_ places: Substring) -> String {
    let ends = places.split(separator: " ").filter { $0 != "|" }
    let values = ends.compactMap { Double($0) }
    guard values.count == ends.count else { return "at " + places }
    return (values[0] == 0 ? "" : "from \(ends[0]) ") + steps(values).joined(separator: " ")
  }

  /// Equal steps between values, counted; a step may be off by the rounding of its two ends.
  public static func steps(_ values: [Double]) -> [String] {
    var result: [String] = []
    var start = 0
    while start + 1 < values.count {
      var end = start + 1
      while end + 1 < values.count, isEven(values[start...(end + 1)]) { end += 1 }
      let step = (values[end] - values[start]) / Double(end - start)
      let count = end - start
      result.append(String(format: "%.2f", step) + (count > 1 ? "*\(count)" : ""))
      start = end
    }
    return result
  }

  private static func isEven(_ values: ArraySlice<Double>) -> Bool {
    guard let first = values.first, let last = values.last else { return true }
    let step = (last - first) / Double(values.count - 1)
    return zip(values, 0...).allSatisfy { abs($0 - first - step * Double($1)) < 0.011 }
  }
}
