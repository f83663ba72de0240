import Comparison
import Diagnostics
import Geometry
import Prepress

/// Puts the characters of printed pages together to paragraphs and heads.
struct PaperReader {
  /// Characters on one line without a wide gap.
  fileprivate struct Line {
    var page: Int
    var size: Double
    var left: Double
    var right: Double
    var baseline: Double
    var text = ""
    var places: [PagePlace] = []
    var fonts: [String: Int] = [:]

    /// The font of most of its characters.
    var font: String {
      fonts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
  }

  private var texts: [PaperText] = []
  /// The running text that may go on in the next column: captions, folios and the like may stand
  /// between.
  private var open: Int?
  private var body = (font: "", size: 0.0)

  /// Reads the pages of a PDF file; characters that the file gives no text for are said once.
  static func read(
    _ bytes: [UInt8], name: String, into problems: inout Problems
  ) throws(Rejection) -> PaperContents {
    let pages = try PageContents.read(bytes, name: name)
    let unreadable = pages.reduce(0) { $0 + $1.unreadable }
    if unreadable > 0 { problems.report(ComparisonProblems.unreadable(name, unreadable)) }
    var reader = PaperReader()
    reader.body = usualType(pages)
    reader.collect(pages.enumerated().flatMap { lines(of: $1, page: $0 + 1) })
    reader.markFolios()
    return PaperContents(
      sizes: pages.map { ($0.size.width.millimetres, $0.size.height.millimetres) },
      texts: reader.texts,
      pictures: pages.enumerated().flatMap { page, contents in
        contents.pictures.map { picture($0, page: page + 1) }
      })
  }

  /// The font and the size of most characters.
  private static func usualType(_ pages: [PageContents]) -> (font: String, size: Double) {
    struct Kind: Hashable {
      var font: String
      var size: Double
    }
    var counts: [Kind: Int] = [:]
    for page in pages {
      for character in page.characters {
        let size = (character.size * 10).rounded() / 10
        counts[Kind(font: character.font, size: size), default: 0] += 1
      }
    }
    let most = counts.max {
      ($0.value, $1.key.size, $1.key.font) < ($1.value, $0.key.size, $0.key.font)
    }
    return (most?.key.font ?? "", most?.key.size ?? 10)
  }

  private static func picture(_ picture: ShownPicture, page: Int) -> PaperPicture {
    let (whole, shown) = (picture.whole, picture.shown)
    func share(_ part: Length, _ all: Length) -> Double {
      all > .zero ? max(0, part / all) : 0
    }
    return PaperPicture(
      digest: picture.digest, place: place(shown, page: page),
      crop: [
        share(shown.left - whole.left, whole.size.width),
        share(shown.top - whole.top, whole.size.height),
        share(whole.right - shown.right, whole.size.width),
        share(whole.bottom - shown.bottom, whole.size.height),
      ])
  }

  private static func place(_ rect: Rect, page: Int) -> PagePlace {
    PagePlace(
      page: page, left: rect.left.millimetres, top: rect.top.millimetres,
      width: rect.size.width.millimetres, height: rect.size.height.millimetres)
  }

  // MARK: Lines

  private static func lines(of contents: PageContents, page: Int) -> [Line] {
    var lines: [Line] = []
    for character in contents.characters {
      let (x, y) = (character.origin.x.points, character.origin.y.points)
      let end = x + character.advance.points
      let isBlank = character.text.allSatisfy(\.isWhitespace)
      if let last = lines.last, abs(last.baseline - y) < character.size * 0.35,
        x - last.right < 1.2 * max(character.size, last.size), x - last.right > -character.size
      {
        if isBlank { continue }
        // A gap between words of Latin letters is a space, whether or not the file has one.
        let isGap = x - last.right > 0.12 * character.size
        if isGap, needsSpace(last.text.last, character.text.first) {
          lines[lines.count - 1].add(" ", at: last.places.last)
        }
      } else {
        if isBlank { continue }
        lines.append(
          Line(page: page, size: character.size, left: x, right: end, baseline: y))
      }
      let box = PagePlace(
        page: page, left: x * mm, top: (y - character.size * 0.88) * mm, width: (end - x) * mm,
        height: character.size * mm)
      lines[lines.count - 1].add(character.text, at: box)
      lines[lines.count - 1].fonts[character.font, default: 0] += 1
      lines[lines.count - 1].right = max(end, lines[lines.count - 1].right)
    }
    return lines.filter { !$0.text.isEmpty }
  }

  private static let mm = 25.4 / 72

  private static func needsSpace(_ one: Character?, _ other: Character?) -> Bool {
    guard let one, let other else { return false }
    return one.isASCII && other.isASCII
      && (one.isLetter || one.isNumber || one == "," || one == ".")
      && (other.isLetter || other.isNumber)
  }

  // MARK: Paragraphs

  /// Lines of one size under each other are a column; columns are cut into paragraphs.
  private mutating func collect(_ lines: [Line]) {
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, Self.follows(lines[end], lines[end - 1]) { end += 1 }
      add(Array(lines[start..<end]))
      start = end
    }
  }

  private static func follows(_ line: Line, _ before: Line) -> Bool {
    let step = line.baseline - before.baseline
    return line.page == before.page && abs(line.size - before.size) < 0.3
      && step > line.size * 0.5 && step < line.size * 2.6 && line.left < before.right
      && line.right > before.left
  }

  /// Adds a column's paragraphs. Running text goes on with that of the last column where that was full
  /// and its first line is not indented; a head begins anew.
  private mutating func add(_ column: [Line]) {
    let size = column[0].size
    let isHead = size > body.size * 1.2
    let isRunning = abs(size - body.size) < 0.3 && column.contains { $0.font == body.font }
    let left = column.map(\.left).min() ?? 0
    let right = column.map(\.right).max() ?? 0
    var target = isRunning && column[0].font == body.font ? open : nil
    for line in column {
      if !isHead, line.left - left > 1.4 * size { target = nil }
      target = append(line, isHead: isHead, to: target)
      if !isHead, line.right < right - 1.6 * size { target = nil }
    }
    if isHead {
      open = nil
    } else if isRunning {
      // Of a single line nobody knows whether it is full.
      open = column.count > 1 ? target : nil
    }
  }

  /// Numbers alone, under or over all running text of their page.
  private mutating func markFolios() {
    var spans: [Int: ClosedRange<Double>] = [:]
    for text in texts where text.text.contains(where: \.isLetter) {
      for place in text.characters {
        let (top, bottom) = (place.top, place.top + place.height)
        let known = spans[place.page] ?? top...bottom
        spans[place.page] = min(known.lowerBound, top)...max(known.upperBound, bottom)
      }
    }
    for (index, text) in texts.enumerated() where !text.text.contains(where: \.isLetter) {
      guard text.text.count <= 8, text.text.contains(where: \.isNumber), let place = text.place,
        let span = spans[place.page]
      else { continue }
      let isOutside =
        place.top >= span.upperBound || place.top + place.height <= span.lowerBound
      texts[index].isFolio = isOutside
    }
  }

  /// Adds a line to a text, or begins one with it; which text that is.
  private mutating func append(_ line: Line, isHead: Bool, to target: Int?) -> Int {
    guard let target else {
      texts.append(PaperText(text: line.text, characters: line.places, isHead: isHead))
      return texts.count - 1
    }
    var text = texts[target]
    if Self.needsSpace(text.text.last, line.text.first), let place = text.characters.last {
      text.text += " "
      text.characters.append(place)
    }
    text.text += line.text
    text.characters += line.places
    texts[target] = text
    return target
  }
}

extension PaperReader.Line {
  /// Adds a text, each of its characters at the same place.
  fileprivate mutating func add(_ added: String, at place: PagePlace?) {
    guard let place else { return }
    let before = text.count
    text += added
    for _ in before..<text.count { places.append(place) }
  }
}
