/// How a stretch of text is set, as far as it tells what it is.
struct WordFormat {
  /// The Chinese font.
  var font: String?
  /// Size in half points.
  var size: Int?
  var isBold: Bool?
  var isHidden: Bool?
  /// Dots under the characters, `dot` or `underDot`; `none` where there are none.
  var emphasis: String?
  /// `superscript` or `subscript`.
  var height: String?
  /// `left`, `center`, `right`, `both` ….
  var alignment: String?
  /// First line's indent in characters.
  var indent: Int?
  /// 0 for the first level of heads.
  var outline: Int?
  /// The list it is numbered in; `0` is none.
  var list: String?
  /// The level there that the paragraph itself names, and that its style names.
  var listLevel: Int?
  var styleLevel: Int?
  var isStruck: Bool?
  var isCapital: Bool?
  /// The font of Latin letters, which tells signs of symbol fonts.
  var latinFont: String?

  /// Takes over what a more special format says.
  mutating func apply(_ other: WordFormat) {
    font = other.font ?? font
    size = other.size ?? size
    isBold = other.isBold ?? isBold
    isHidden = other.isHidden ?? isHidden
    emphasis = other.emphasis ?? emphasis
    height = other.height ?? height
    alignment = other.alignment ?? alignment
    indent = other.indent ?? indent
    outline = other.outline ?? outline
    list = other.list ?? list
    listLevel = other.listLevel ?? listLevel
    styleLevel = other.styleLevel ?? styleLevel
    isStruck = other.isStruck ?? isStruck
    isCapital = other.isCapital ?? isCapital
    latinFont = other.latinFont ?? latinFont
  }

  /// What the properties of a run say.
  static func run(_ properties: WordElement?) -> WordFormat {
    var format = WordFormat()
    guard let properties else { return format }
    let fonts = properties.child("rFonts")?.attributes
    format.font = fonts?["eastAsia"] ?? fonts?["ascii"]
    format.latinFont = fonts?["ascii"] ?? fonts?["hAnsi"]
    let strikes = [properties.flag("strike"), properties.flag("dstrike")].compactMap(\.self)
    format.isStruck = strikes.isEmpty ? nil : strikes.contains(true)
    format.isCapital = properties.flag("caps")
    format.size = properties.value("sz").flatMap { Int($0) }
    format.isBold = properties.flag("b")
    format.isHidden = properties.flag("vanish")
    format.emphasis = properties.value("em")
    format.height = properties.value("vertAlign")
    return format
  }

  /// What the properties of a paragraph say.
  static func paragraph(_ properties: WordElement?) -> WordFormat {
    var format = WordFormat()
    guard let properties else { return format }
    format.alignment = properties.value("jc")
    if let indent = properties.child("ind")?.attributes {
      let inCharacters = indent["firstLineChars"].flatMap { Int($0) }.map { $0 / 100 }
      let inTwips = indent["firstLine"].flatMap { Int($0) }.map { $0 >= 300 ? 2 : 0 }
      format.indent = inCharacters.flatMap { $0 > 0 ? $0 : nil } ?? inTwips
    }
    format.outline = properties.value("outlineLvl").flatMap { Int($0) }.flatMap {
      $0 < 9 ? $0 : nil
    }
    if let list = properties.child("numPr") {
      format.list = list.value("numId")
      format.listLevel = list.value("ilvl").flatMap { Int($0) }.flatMap {
        (0...8).contains($0) ? $0 : nil
      }
    }
    return format
  }
}

/// The named styles of a Word file, each resolved over those it is based on.
struct WordStyles {
  struct Style {
    var name: String
    var format: WordFormat
  }

  private var styles: [String: Style] = [:]
  private var defaults = WordFormat()
  private var paragraphDefault: String?

  init(_ root: WordElement?) {
    guard let root else { return }
    let base = root.child("docDefaults")
    defaults = .run(base?.child("rPrDefault")?.child("rPr"))
    defaults.apply(.paragraph(base?.child("pPrDefault")?.child("pPr")))
    var elements: [String: WordElement] = [:]
    for style in root.children where style.name == "style" {
      guard let id = style.attributes["styleId"] else { continue }
      elements[id] = style
      if style.attributes["type"] == "paragraph", style.attributes["default"] == "1" {
        paragraphDefault = id
      }
    }
    for id in elements.keys { styles[id] = resolve(id, elements) }
  }

  private func resolve(_ id: String, _ elements: [String: WordElement]) -> Style {
    var chain: [WordElement] = []
    var next: String? = id
    while let name = next, let style = elements[name], chain.count < 32 {
      chain.append(style)
      next = style.value("basedOn")
    }
    var format = WordFormat()
    for style in chain.reversed() {
      format.apply(.run(style.child("rPr")))
      format.apply(.paragraph(style.child("pPr")))
    }
    format.styleLevel = format.listLevel
    format.listLevel = nil
    let name = elements[id]?.value("name") ?? id
    return Style(name: name.lowercased(), format: format)
  }

  /// The style of a paragraph over the file's defaults; the default style where it names none.
  func paragraph(_ id: String?) -> Style {
    let named = (id ?? paragraphDefault).flatMap { styles[$0] }
    var format = defaults
    if let named { format.apply(named.format) }
    return Style(name: named?.name ?? "", format: format)
  }

  /// What a character style says.
  func character(_ id: String?) -> WordFormat {
    id.flatMap { styles[$0]?.format } ?? WordFormat()
  }
}
