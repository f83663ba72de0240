import Foundation

/// The words of a PDF file's pages with their places, as poppler reads them, in millimetres from the
/// top left corner.
struct PrintedPage {
  var width: Double
  var height: Double
  /// The middle of each word that the page has once.
  var words: [String: (x: Double, y: Double)] = [:]

  static func read(_ file: URL) throws -> [PrintedPage] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
    process.arguments = ["-bbox", file.path, "-"]
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    let text = String(
      decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.components(separatedBy: "<page ").dropFirst().map { page($0) }
  }

  private static func page(_ text: String) -> PrintedPage {
    func number(_ name: String, in text: Substring) -> Double {
      guard let start = text.range(of: "\(name)=\""),
        let end = text[start.upperBound...].firstIndex(of: "\"")
      else { return 0 }
      return (Double(text[start.upperBound..<end]) ?? 0) * 25.4 / 72
    }
    let lines = text.split(separator: "\n")
    var page = PrintedPage(
      width: number("width", in: lines[0]), height: number("height", in: lines[0]))
    var seen: Set<String> = []
    for line in lines where line.contains("<word ") {
      guard let start = line.firstIndex(of: ">"), let end = line.range(of: "</word>") else {
        continue
      }
      let word = String(line[line.index(after: start)..<end.lowerBound])
      if !seen.insert(word).inserted {
        page.words[word] = nil
        continue
      }
      page.words[word] = (
        (number("xMin", in: line) + number("xMax", in: line)) / 2,
        (number("yMin", in: line) + number("yMax", in: line)) / 2
      )
    }
    return page
  }

  /// The page turned by quarters to the right.
  func turned(_ quarters: Int) -> PrintedPage {
    (0..<quarters % 4).reduce(self) { page, _ in
      var turned = PrintedPage(width: page.height, height: page.width)
      turned.words = page.words.mapValues { (page.height - $0.y, $0.x) }
      return turned
    }
  }

  /// Where another page lies on this one, itself upright: the place of its corner, how many words say
  /// so, and by how much the worst of them is off. nil where they share fewer than three.
  func place(of page: PrintedPage, scale: Double = 1) -> (
    x: Double, y: Double, words: Int, off: Double
  )? {
    let pairs = page.words.compactMap { word, there in
      words[word].map { here in (here.x - there.x * scale, here.y - there.y * scale) }
    }
    guard pairs.count >= 3 else { return nil }
    func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let (x, y) = (middle(pairs.map(\.0)), middle(pairs.map(\.1)))
    return (x, y, pairs.count, pairs.map { max(abs($0.0 - x), abs($0.1 - y)) }.max() ?? 0)
  }

  /// The same where the sheet lies turned: the turn that fits best.
  func anyPlace(of page: PrintedPage, scale: Double = 1) -> (
    turn: Int, x: Double, y: Double, words: Int, off: Double
  )? {
    (0..<4).compactMap { turn in
      turned(turn).place(of: page, scale: scale).map { (turn, $0.x, $0.y, $0.words, $0.off) }
    }.min { $0.4 < $1.4 }
  }
}
