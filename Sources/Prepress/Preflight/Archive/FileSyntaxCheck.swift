/// How a file is written down (ISO 19005-2, 6.1): head, end, cross-reference table, streams, objects,
/// strings, and the limits of ISO 32000-1, annex C. Objects inside object streams have no spelling
/// of their own to judge.
struct FileSyntaxCheck {
  private let bytes: [UInt8]
  private let file: PDFFile
  private var scanner: ContentScanner
  private var log: PreflightLog
  /// The object being read.
  private var number: Int?

  static func check(_ bytes: [UInt8], file: PDFFile, log: inout PreflightLog) {
    var check = FileSyntaxCheck(bytes: bytes, file: file, scanner: ContentScanner(bytes), log: log)
    check.checkEnds()
    check.checkObjects()
    log = check.log
  }

  // MARK: Head and end

  private mutating func checkEnds() {
    let head = bytes.prefix(1024)
    let line = head.prefix { $0 != 10 && $0 != 13 }
    let words = String(decoding: line, as: UTF8.self)
    if words.count != 8 || !words.hasPrefix("%PDF-1.") || !("0"..."7").contains(words.last ?? "x") {
      log.add("file-header", words.count < 20 ? words : "")
    }
    var second = head.dropFirst(line.count)
    second = second.dropFirst(second.starts(with: [13, 10]) ? 2 : 1)
    let mark = second.prefix(5)
    if mark.count < 5 || mark.first != UInt8(ascii: "%")
      || !mark.dropFirst().allSatisfy({ $0 > 127 })
    {
      log.add("file-binary-mark")
    }
    guard let end = lastEnd else { return }
    let rest = bytes[end...]
    if !rest.isEmpty, ![[10], [13], [13, 10]].contains(Array(rest)) { log.add("file-after-end") }
  }

  /// The place behind the last `%%EOF`.
  private var lastEnd: Int? {
    let mark = Array("%%EOF".utf8)
    var place = bytes.count - mark.count
    while place >= 0 {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) { return place + mark.count }
      place -= 1
    }
    return nil
  }

  // MARK: Objects

  private mutating func checkObjects() {
    var before: [ContentToken] = []
    while let token = scanner.next() {
      switch token.kind {
      case .keyword:
        let word = scanner.text(token)
        followKeyword(word, token, before)
        if word == "startxref" { number = nil }
      case .number: checkNumber(token)
      case .hexString: checkHexString(token)
      case .string: if token.end - token.start - 2 > 32_767 { log.add("limits", "string") }
      case .name: if token.end - token.start - 1 > 127 { checkName(token) }
      case .open, .close, .inlineData: break
      }
      if before.count == 2 { before.removeFirst() }
      before.append(token)
    }
  }

  private mutating func followKeyword(
    _ word: String, _ token: ContentToken, _ before: [ContentToken]
  ) {
    switch word {
    case "obj":
      guard before.count == 2, before.allSatisfy({ $0.kind == .number }) else { return }
      let (first, second) = (before[0], before[1])
      number = Int(exactly: first.value)
      let isTidy =
        isSpace(first.end, second.start) && isSpace(second.end, token.start)
        && isLineEnd(before: first.start) && isLineEnd(at: token.end)
      if !isTidy { log.add("file-object-form", number.map(String.init) ?? "") }
    case "endobj":
      if !isLineEnd(before: token.start) || !isLineEnd(at: token.end) {
        log.add("file-object-form", number.map(String.init) ?? "")
      }
      number = nil
    case "stream": passStream(token)
    case "xref": passTable(token)
    default: break
    }
  }

  private func isSpace(_ start: Int, _ end: Int) -> Bool {
    end - start == 1 && bytes[start].isWhite
  }

  private func isLineEnd(at place: Int) -> Bool {
    place >= bytes.count || bytes[place] == 10 || bytes[place] == 13
  }

  private func isLineEnd(before place: Int) -> Bool { place == 0 || isLineEnd(at: place - 1) }

  /// `stream`, its data by their stated length, a line end, `endstream`.
  private mutating func passStream(_ token: ContentToken) {
    guard let number else { return }
    var start = token.end
    if bytes[start...].starts(with: [13, 10]) {
      start += 2
    } else if start < bytes.count, bytes[start] == 10 {
      start += 1
    } else {
      log.add("file-stream-form", String(number))
    }
    let mark = Array("endstream".utf8)
    let length = file.object(numbered: number)["/Length"]?.integer ?? -1
    if length >= 0, length <= bytes.count - start {
      var end = start + length
      let isEnded = isLineEnd(at: end)
      if bytes[end...].starts(with: [13, 10]) { end += 2 } else if isEnded { end += 1 }
      if bytes[min(end, bytes.count)...].starts(with: mark) {
        if !isEnded { log.add("file-stream-form", String(number)) }
        return scanner.move(to: end + mark.count)
      }
    }
    log.add("file-stream-length", String(number))
    var place = start
    while place < bytes.count, bytes[place] != mark[0] || !bytes[place...].starts(with: mark) {
      place += 1
    }
    scanner.move(to: min(place + mark.count, bytes.count))
  }

  /// A cross-reference table: `xref`, one line end, two numbers with one space between them.
  private mutating func passTable(_ token: ContentToken) {
    let isOneLine =
      bytes[token.end...].starts(with: [13, 10]) ? 2 : isLineEnd(at: token.end) ? 1 : 0
    var place = token.end + isOneLine
    if isOneLine == 0 || place >= bytes.count || !bytes[place].isDigit {
      log.add("file-xref-form")
    }
    while let head = section(at: place) {
      if !head.isTidy { log.add("file-xref-form") }
      place = head.end
      let count = head.count
      guard count >= 0, count <= (bytes.count - place) / 18 else { break }
      place += count * 20
    }
    scanner.move(to: min(max(place, token.end), bytes.count))
  }

  /// The head of a section, `0 7`: how many entries, whether it has one space, and where it ends.
  private func section(at start: Int) -> (count: Int, isTidy: Bool, end: Int)? {
    var probe = ContentScanner(bytes)
    probe.move(to: start)
    guard let first = probe.next(), let second = probe.next(), first.kind == .number,
      second.kind == .number, first.start - start < 4, let count = Int(exactly: second.value)
    else { return nil }
    var end = second.end
    while end < bytes.count, bytes[end].isWhite { end += 1 }
    return (count, isSpace(first.end, second.start), end)
  }

  // MARK: Limits

  private mutating func checkNumber(_ token: ContentToken) {
    guard number != nil else { return }
    let isWhole = !bytes[token.start..<token.end].contains(UInt8(ascii: "."))
    if isWhole ? abs(token.value) > 2_147_483_648 : abs(token.value) > 3.403e38 {
      log.add("limits", "number")
    }
  }

  private mutating func checkHexString(_ token: ContentToken) {
    if StringBytes.isBroken(token, in: bytes) {
      log.add("file-hex-string", number.map(String.init) ?? "")
    }
    if token.end - token.start - 2 > 65_534 { log.add("limits", "string") }
  }

  /// A name of more than 127 bytes, each `#41` being one.
  private mutating func checkName(_ token: ContentToken) {
    let escapes = bytes[token.start..<token.end].count { $0 == UInt8(ascii: "#") }
    if token.end - token.start - 1 - 2 * escapes > 127 { log.add("limits", "name") }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
