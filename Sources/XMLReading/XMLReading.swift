internal import CExpat

/// One run of expat, which calls back into this object.
final class XMLReading {
  private(set) var hasDocumentType = false
  private(set) var line = 1
  private let naming: XMLEvents.Naming
  private let take: (XMLEvents.Event) -> Bool
  private let parser: XML_Parser?
  private var depth = 0
  private var isStopped = false

  init(_ naming: XMLEvents.Naming, _ take: @escaping (XMLEvents.Event) -> Bool) {
    self.naming = naming
    self.take = take
    parser =
      naming == .namespaces
      ? XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "|"))) : XML_ParserCreate(nil)
  }

  deinit { if let parser { XML_ParserFree(parser) } }

  /// Whether the whole text was read.
  func run(_ bytes: [UInt8]) -> Bool {
    guard let parser, let count = Int32(exactly: bytes.count) else { return false }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in XMLReading.of(user)?.start(name, attributes) },
      { user, name in XMLReading.of(user)?.end(name) })
    XML_SetCharacterDataHandler(parser) { user, words, count in
      XMLReading.of(user)?.text(words, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLReading.of(user)?.refuseDocumentType()
    }
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, count, 1)
    }
    line = Int(clamping: XML_GetCurrentLineNumber(parser))
    return status == XML_STATUS_OK && !isStopped
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReading? {
    user.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop() {
    isStopped = true
    XML_StopParser(parser, 0)
  }

  private func refuseDocumentType() {
    hasDocumentType = true
    stop()
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    var pairs: [(name: String, value: String)] = []
    var place = 0
    while let name = attributes?[place], let value = attributes?[place + 1] {
      pairs.append((String(cString: name), String(cString: value)))
      place += 2
      if pairs.count > XMLEvents.attributeLimit { return stop() }
    }
    let event = XMLEvents.Event.start(name: self.name(name), attributes: pairs)
    if depth > XMLEvents.depthLimit || !take(event) { stop() }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    depth -= 1
    if !isStopped, !take(.end(name: self.name(name))) { stop() }
  }

  private func text(_ words: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard !isStopped, let words else { return }
    let bytes = UnsafeRawBufferPointer(start: words, count: Int(count))
    if !take(.text(String(decoding: bytes, as: UTF8.self))) { stop() }
  }

  private func name(_ name: UnsafePointer<XML_Char>?) -> String {
    guard let name else { return "" }
    let whole = String(cString: name)
    guard naming == .local else { return whole }
    return whole.utf8.lastIndex(of: UInt8(ascii: ":"))
      .map { String(whole[whole.index(after: $0)...]) } ?? whole
  }
}
