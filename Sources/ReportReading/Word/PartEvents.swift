internal import CExpat
internal import Diagnostics

/// The attributes of an element in their order. Their names are looked up with a prefix as the part
/// wrote it (`r:id`), or without one.
struct XMLAttributes {
  private let pairs: [(name: String, value: String)]

  init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

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

/// The one way from the XML of a part to what stands in it. No entity is expanded and no file is
/// fetched: a document type is refused where it begins. Names that are no UTF-8, elements left open
/// and whatever else is not well-formed are refused with their line.
enum PartEvents {
  /// Deepest nesting of elements.
  static let depthLimit = 256
  /// Most attributes of an element.
  static let attributeLimit = 256

  /// One thing of a part, in its order.
  enum Event {
    /// An element begins: its name without prefix.
    case start(name: String, attributes: XMLAttributes)
    case end(name: String)
    /// A stretch of text; one text may come in several.
    case text(String)
  }

  /// Reads a part to its end, or until `take` says that it has enough (a rejection).
  static func read(
    _ bytes: [UInt8], part: String, file: String, _ take: (Event) -> Bool
  ) throws(Rejection) {
    let problem = withoutActuallyEscaping(take) { take in
      let reading = PartReading(take)
      return reading.run(bytes) ? nil : (reading.hasDocumentType, reading.line)
    }
    guard let problem else { return }
    throw Rejection(
      problem.0
        ? WordProblems.entities(file, part: part)
        : WordProblems.badXML(file, part: part, line: problem.1))
  }
}

/// One run of the parser, which calls back into this object.
private final class PartReading {
  private(set) var hasDocumentType = false
  private(set) var line = 1
  private let take: (PartEvents.Event) -> Bool
  private let parser: XML_Parser?
  private var depth = 0
  private var isStopped = false

  init(_ take: @escaping (PartEvents.Event) -> Bool) {
    self.take = take
    parser = XML_ParserCreate(nil)
  }

  deinit { if let parser { XML_ParserFree(parser) } }

  /// Whether the whole part was read.
  func run(_ bytes: [UInt8]) -> Bool {
    guard let parser, bytes.count <= ZipArchive.partLimit else { return false }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in PartReading.of(user)?.start(name, attributes) },
      { user, name in PartReading.of(user)?.end(name) })
    XML_SetCharacterDataHandler(parser) { user, words, count in
      PartReading.of(user)?.text(words, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      PartReading.of(user)?.refuseDocumentType()
    }
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 1)
    }
    line = Int(clamping: XML_GetCurrentLineNumber(parser))
    return status == XML_STATUS_OK && !isStopped
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> PartReading? {
    user.map { Unmanaged<PartReading>.fromOpaque($0).takeUnretainedValue() }
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
      if pairs.count > PartEvents.attributeLimit { return stop() }
    }
    let event = PartEvents.Event.start(
      name: Self.localName(name), attributes: XMLAttributes(pairs))
    if depth > PartEvents.depthLimit || !take(event) { stop() }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    depth -= 1
    if !isStopped, !take(.end(name: Self.localName(name))) { stop() }
  }

  private func text(_ words: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard !isStopped, let words else { return }
    let bytes = UnsafeRawBufferPointer(start: words, count: Int(count))
    if !take(.text(String(decoding: bytes, as: UTF8.self))) { stop() }
  }

  private static func localName(_ name: UnsafePointer<XML_Char>?) -> String {
    guard let name else { return "" }
    let whole = String(cString: name)
    return whole.utf8.lastIndex(of: UInt8(ascii: ":"))
      .map { String(whole[whole.index(after: $0)...]) } ?? whole
  }
}
