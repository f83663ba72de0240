/// A font of a file as far as its text can be read: what each code says and how far it moves on.
struct TextFont {
  let name: String
  /// Codes have two bytes.
  let isComposite: Bool
  /// Lines run downwards.
  let isVertical: Bool
  private var texts: [Int: String] = [:]
  private var widths: [Int: Double] = [:]
  private var usualWidth: Double
  private let readsLatin: Bool

  init(_ font: PDFObject) {
    let facts = FontFacts(font)
    name = facts.isSubset ? String(facts.name.dropFirst(7)) : facts.name
    isComposite = facts.isComposite
    isVertical = font["/Encoding"]?.name?.hasSuffix("-V") ?? false
    let encoding = font["/Encoding"]
    readsLatin = !facts.isComposite && encoding?["/Differences"] == nil
    if let map = font["/ToUnicode"]?.data(.general, limit: 4 << 20) {
      texts = CharacterMap(map).texts
    }
    if isComposite, let descendant = font["/DescendantFonts"]?.items.first {
      usualWidth = (descendant["/DW"]?.real ?? 1000) / 1000
      widths = Self.widths(descendant["/W"]?.items ?? [])
    } else {
      usualWidth = (font["/FontDescriptor"]?["/MissingWidth"]?.real ?? 500) / 1000
      let first = font["/FirstChar"]?.integer ?? 0
      for (index, width) in (font["/Widths"]?.items ?? []).prefix(256).enumerated() {
        // A Type 3 font measures in a space of its own.
        let unit = font["/FontMatrix"]?.numbers?.first ?? 0.001
        widths[first + index] = (width.real ?? 0) * unit
      }
    }
  }

  /// Both ways of the `W` array: a first code with a list, or a stretch with one width
  /// (ISO 32000-1, 9.7.4.3).
  private static func widths(_ items: [PDFObject]) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    var place = 0
    while place + 1 < items.count {
      guard let first = items[place].integer else { break }
      if items[place + 1].isArray {
        for (index, width) in items[place + 1].items.enumerated() {
          widths[first + index] = (width.real ?? 0) / 1000
        }
        place += 2
      } else if place + 2 < items.count, let last = items[place + 1].integer,
        let width = items[place + 2].real, last >= first, last - first <= 0xFFFF
      {
        for code in first...last { widths[code] = width / 1000 }
        place += 3
      } else {
        break
      }
    }
    return widths
  }

  /// The codes of a shown string.
  func codes(_ bytes: [UInt8]) -> [Int] {
    guard isComposite else { return bytes.map(Int.init) }
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])
    }
  }

  /// What a code says; nil where the file does not tell.
  func text(_ code: Int) -> String? {
    if let known = texts[code] { return known }
    guard readsLatin, (0x20...0xFF).contains(code), let scalar = Unicode.Scalar(code) else {
      return nil
    }
    return String(Character(scalar))
  }

  /// How far a code moves on, in shares of the size.
  func width(_ code: Int) -> Double { isVertical ? 1 : widths[code] ?? usualWidth }
}
