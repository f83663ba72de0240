internal import ReportModel

/// A picture that stands in a Word file.
struct WordPicture {
  /// The name of its relation.
  var id: String
  /// Its description, or the words that a table has under it.
  var words: String
  /// Its width on the page in millimetres, where the file says it.
  var width: Double?
  /// Whether it lies over or behind the text, which does not run round it.
  var isOverText = false
}

/// Gathers the text of a paragraph and the formats of its stretches.
struct WordText {
  private(set) var lines = [""]
  private(set) var stretches: [(line: Int, count: Int, format: WordFormat)] = []
  /// Paragraphs of text boxes that hang on this one.
  var boxes: [WordElement] = []
  /// What cannot be taken over.
  private(set) var losses: [WordLoss] = []
  /// Pictures that hang on this paragraph.
  private(set) var pictures: [WordPicture] = []
  /// Notes that it refers to: the kind and the number of each.
  private(set) var notes: [WordNotes.Reference] = []
  /// The fields that are open.
  var fields = WordFields()
  /// How many notes the text before has, and those that the file has.
  var noteCount = 0
  var known = WordNotes()
  /// Whether all of it leads to places of this file, as lines of contents do.
  private(set) var hasAnchor = false

  private var readings: [(line: Int, mark: TextMark)] = []
  private let styles: WordStyles
  private let base: WordFormat

  init(styles: WordStyles, base: WordFormat) {
    self.styles = styles
    self.base = base
  }

  /// Walks the children of a paragraph, or of what may stand in one.
  mutating func walk(_ element: WordElement) {
    for child in element.children {
      switch child.name {
      case "r": walkRun(child)
      case "ruby": walkRuby(child)
      case "hyperlink":
        if child.attributes["anchor"] != nil { hasAnchor = true }
        walk(child)
      case "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "rubyBase",
        "customXml", "dir", "bdo":
        walk(child)
      case "AlternateContent": walk(Self.choice(of: child))
      case "oMath", "oMathPara": append(formula: child)
      case "del": if Self.hasDeletedText(child) { losses.append(.deletion) }
      // Moved text, and what explains a character, are not the text.
      default: break
      }
    }
  }

  /// What newer programs show, unless only the picture that older ones show can be set.
  static func choice(of element: WordElement) -> WordElement {
    let nothing = WordElement(name: "Choice", children: [])
    guard let choice = element.child("Choice") else { return element.child("Fallback") ?? nothing }
    if let fallback = element.child("Fallback"), !has(choice, ["txbxContent", "t", "blip", "p"]),
      has(fallback, ["blip", "imagedata", "txbxContent", "t", "p"])
    {
      return fallback
    }
    return choice
  }

  private static func has(_ element: WordElement, _ names: Set<String>) -> Bool {
    var waiting = [element]
    while let next = waiting.popLast() {
      if names.contains(next.name) { return true }
      waiting += next.children
    }
    return false
  }

  private static func hasDeletedText(_ element: WordElement) -> Bool {
    var waiting = [element]
    while let next = waiting.popLast() {
      if next.name == "delText", !next.text.isEmpty { return true }
      waiting += next.children
    }
    return false
  }

  private mutating func append(formula: WordElement) {
    let line = WordMath.line(of: formula)
    if line.text.trimmingSpaces.isEmpty { return }
    if line.isFlattened { losses.append(.formulaLine) }
    append(line.text, base)
  }

  /// 拼音指南: characters with their reading.
  private mutating func walkRuby(_ element: WordElement) {
    let line = lines.count - 1
    let start = lines[line].unicodeScalars.count
    for base in element.children where base.name == "rubyBase" { walk(base) }
    let reading = (element.child("rt")?.children ?? []).flatMap(\.children)
      .filter { $0.name == "t" }.map(\.text).joined().trimmingSpaces
    guard line == lines.count - 1 else { return }
    mark(reading: reading, from: start)
  }

  private mutating func mark(reading: String, from start: Int) {
    let line = lines.count - 1
    let end = lines[line].unicodeScalars.count
    if start < end, !reading.isEmpty {
      readings.append((line, TextMark(start..<end, .reading, reading: reading)))
    }
  }

  private mutating func walkRun(_ run: WordElement) {
    let properties = run.child("rPr")
    var format = base
    format.apply(styles.character(properties?.value("rStyle")))
    format.apply(.run(properties))
    if format.isHidden == true {
      if run.children.contains(where: { $0.name == "t" && !$0.text.trimmingSpaces.isEmpty }) {
        losses.append(.hidden)
      }
      return
    }
    // A mark that the writer chose follows its note in the run; ours takes its place.
    let hasOwnMark = run.children.contains { $0.attributes["customMarkFollows"] != nil }
    for child in run.children where !hasOwnMark || child.name != "t" { take(child, format) }
  }

  private mutating func take(_ child: WordElement, _ format: WordFormat) {
    switch child.name {
    case "fldChar", "instrText":
      if let words = fields.take(child) { append(words, format) }
    case _ where fields.isInstruction: break
    case "t": append(child.text, format)
    case "tab", "ptab": append("\u{3000}", format)
    case "br", "cr": lines.append("")
    case "noBreakHyphen": append("-", format)
    case "sym": append(symbol: child, format)
    case "ruby": walkRuby(child)
    case "commentReference": losses.append(.comment)
    case "footnoteReference", "endnoteReference":
      let note = WordNotes.Reference(child)
      guard known.text(of: note) != nil else { return losses.append(.note) }
      notes.append(note)
      append(String(Character(NoteMarks.scalar(noteCount + notes.count - 1))), format)
    case "AlternateContent":
      for inner in Self.choice(of: child).children { take(inner, format) }
    case "drawing", "pict", "object": take(drawing: WordDrawing(child), format)
    default: break
    }
  }

  private mutating func append(_ words: WordFieldWords, _ format: WordFormat) {
    switch words {
    case .text(let text): append(text, format)
    case .reading(let base, let reading):
      let start = lines[lines.count - 1].unicodeScalars.count
      append(base, format)
      mark(reading: reading, from: start)
    case .lost(let loss): losses.append(loss)
    }
  }

  private mutating func take(drawing: WordDrawing, _ format: WordFormat) {
    boxes += drawing.boxes
    pictures += drawing.pictures
    losses += drawing.losses
  }

  private mutating func append(symbol: WordElement, _ format: WordFormat) {
    if let text = WordSymbols.text(of: symbol) { return append(text, format) }
    losses.append(.symbol)
  }

  private mutating func append(_ text: String, _ format: WordFormat) {
    // Controls, and soft hyphens, which are seen at line ends only.
    let visible = Scalars(text).filter { $0.value >= 0x20 && $0.value != 0xAD }
    var (plain, lost) = WordSymbols.plain(visible, font: format.latinFont)
    losses += Array(repeating: .symbol, count: lost)
    if format.height == "superscript" || format.height == "subscript" {
      plain = RaisedFigures.form(of: plain, isRaised: format.height == "superscript")
    }
    var clean = plain.string
    if format.isCapital == true { clean = clean.uppercased() }
    if !clean.isEmpty { fields.noteWords() }
    lines[lines.count - 1] += clean
    stretches.append((lines.count - 1, clean.unicodeScalars.count, format))
  }

  // MARK: - What most of it is

  func paragraph(style: WordStyles.Style) -> WordParagraph {
    var result = WordParagraph(lines: lines)
    result.alignment = base.alignment
    result.indent = base.indent ?? 0
    result.outline = base.outline
    result.styleName = style.name
    result.font = most { $0.font ?? "" }
    result.size = most { $0.size ?? 0 }.flatMap { $0 > 0 ? $0 : nil }
    result.isBold = most { $0.isBold == true } ?? false
    for stretch in stretches {
      guard stretch.line == 0, isLead(stretch.format, in: result) else { break }
      result.leadLength += stretch.count
    }
    result.marks = marks(in: result)
    result.losses = losses
    result.hasAnchor = hasAnchor
    return result
  }

  /// Bold words in text that is not bold, dots, and readings, line by line.
  private func marks(in paragraph: WordParagraph) -> [[TextMark]] {
    var marks = Array(repeating: [TextMark](), count: lines.count)
    var ends = Array(repeating: 0, count: lines.count)
    for stretch in stretches where lines.indices.contains(stretch.line) {
      let start = ends[stretch.line]
      ends[stretch.line] += stretch.count
      var kinds: [TextMark.Kind] = []
      if stretch.format.isBold == true, !paragraph.isBold { kinds.append(.strong) }
      if let dots = stretch.format.emphasis, dots != "none" { kinds.append(.emphasis) }
      if stretch.format.isStruck == true { kinds.append(.struck) }
      for kind in kinds where stretch.count > 0 {
        // Runs that Word parted for reasons of its own are one.
        if let last = marks[stretch.line].lastIndex(where: { $0.kind == kind }),
          marks[stretch.line][last].range.upperBound == start
        {
          let first = marks[stretch.line][last].range.lowerBound
          marks[stretch.line][last].range = first..<ends[stretch.line]
        } else {
          marks[stretch.line].append(TextMark(start..<ends[stretch.line], kind))
        }
      }
    }
    for reading in readings { marks[reading.line].append(reading.mark) }
    return marks
  }

  /// A lead is bold where the text is not, or in 黑体 where the text is in another font.
  private func isLead(_ format: WordFormat, in paragraph: WordParagraph) -> Bool {
    if format.isBold == true { return true }
    let font = format.font ?? ""
    return WordFonts.isHei(font) && font != paragraph.font
  }

  private func most<Value: Hashable>(_ value: (WordFormat) -> Value) -> Value? {
    var counts: [Value: Int] = [:]
    var order: [Value] = []
    for stretch in stretches {
      let key = value(stretch.format)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += stretch.count
    }
    let top = counts.values.max()
    return order.first { counts[$0] == top }
  }
}

/// The font families of official papers, by the words in their names.
enum WordFonts {
  static func isHei(_ name: String) -> Bool { name.contains("黑") || name.contains("Hei") }
  static func isTitle(_ name: String) -> Bool {
    name.contains("小标宋") || name.contains("大标宋") || name.contains("XiaoBiaoSong")
  }
}
