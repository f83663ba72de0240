internal import ReportModel

/// A paragraph of a Word file with the facts that its role is read from.
struct WordParagraph {
  /// Its lines: soft breaks part them.
  var lines: [String] = [""]
  /// How many characters of the first line are bold, or in a head's font, from its start.
  var leadLength = 0
  /// The font, size and weight that most of its characters have.
  var font: String?
  var size: Int?
  var isBold = false
  var alignment: String?
  var indent = 0
  var outline: Int?
  var styleName = ""
  var isBullet = false
  /// What is marked in each line, in scalars.
  var marks: [[TextMark]] = []

  /// Its words, without the marks of notes.
  var text: String { NoteMarks.taken(from: Scalars(lines.joined())).text.string }

  /// A label was put before the first line.
  mutating func shiftMarks(by length: Int) {
    guard !marks.isEmpty else { return }
    marks[0] = marks[0].map { $0.moved(by: length) }
  }
}

/// One thing of a Word file's body, in reading order.
enum WordBlock {
  case paragraph(WordParagraph)
  case table(rows: [[String]], headRows: Int)
  /// A picture by the name of its relation, and its description.
  case picture(id: String, words: String)
}

/// Gathers the text of a paragraph and the formats of its stretches.
struct WordText {
  private(set) var lines = [""]
  private(set) var stretches: [(line: Int, count: Int, format: WordFormat)] = []
  /// Paragraphs of text boxes that hang on this one.
  var boxes: [WordElement] = []
  /// What cannot be taken over, by name.
  var leftOut: [String: Int] = [:]
  /// Pictures that hang on this paragraph, by the names of their relations, with their descriptions.
  private(set) var pictures: [(id: String, words: String)] = []
  /// Notes that it refers to: the kind and the number of each.
  private(set) var notes: [WordNotes.Reference] = []
  /// The fields that are open.
  var fields = WordFields()
  /// How many notes the text before has, and those that the file has.
  var noteCount = 0
  var known = WordNotes()

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
      case "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "rubyBase",
        "customXml", "dir", "bdo":
        walk(child)
      case "AlternateContent":
        // The fallback says the same again for older programs.
        if let choice = child.child("Choice") ?? child.child("Fallback") { walk(choice) }
      case "oMath", "oMathPara": leftOut["oMath", default: 0] += 1
      // Deleted and moved text, and what explains a character, are not the text.
      default: break
      }
    }
  }

  /// 拼音指南: characters with their reading.
  private mutating func walkRuby(_ element: WordElement) {
    let line = lines.count - 1
    let start = lines[line].unicodeScalars.count
    for base in element.children where base.name == "rubyBase" { walk(base) }
    let reading = (element.child("rt")?.children ?? []).flatMap(\.children)
      .filter { $0.name == "t" }.map(\.text).joined().trimmingSpaces
    guard line == lines.count - 1, !reading.isEmpty else { return }
    let end = lines[line].unicodeScalars.count
    if start < end { readings.append((line, TextMark(start..<end, .reading, reading: reading))) }
  }

  private mutating func walkRun(_ run: WordElement) {
    let properties = run.child("rPr")
    var format = base
    format.apply(styles.character(properties?.value("rStyle")))
    format.apply(.run(properties))
    if format.isHidden == true { return }
    // A mark that the writer chose follows its note in the run; ours takes its place.
    let hasOwnMark = run.children.contains { $0.attributes["customMarkFollows"] != nil }
    for child in run.children where !hasOwnMark || child.name != "t" { take(child, format) }
  }

  private mutating func take(_ child: WordElement, _ format: WordFormat) {
    switch child.name {
    case "t": append(child.text, format)
    case "tab", "ptab": append("\u{3000}", format)
    case "br", "cr": lines.append("")
    case "noBreakHyphen": append("-", format)
    case "sym": append(symbol: child, format)
    case "fldChar", "instrText": fields.take(child)
    case "ruby": walkRuby(child)
    case "footnoteReference", "endnoteReference":
      let note = WordNotes.Reference(child)
      guard known.text(of: note) != nil else { return leftOut["footnote", default: 0] += 1 }
      notes.append(note)
      append(String(Character(NoteMarks.scalar(noteCount + notes.count - 1))), format)
    case "AlternateContent":
      let choice = child.child("Choice") ?? child.child("Fallback")
      for inner in choice?.children ?? [] { take(inner, format) }
    case "drawing", "pict", "object": walkDrawing(child)
    default: break
    }
  }

  private mutating func walkDrawing(_ drawing: WordElement) {
    var waiting = [drawing]
    var words = ""
    while let next = waiting.popLast() {
      if next.name == "docPr" { words = next.attributes["descr"] ?? "" }
      if next.name == "txbxContent" {
        boxes.append(next)
        continue
      }
      if next.name == "blip" || next.name == "imagedata" {
        if let id = next.attributes["embed"] ?? next.attributes["id"] {
          pictures.append((id, words))
        } else {
          leftOut["picture", default: 0] += 1
        }
      }
      waiting += next.children.reversed()
    }
  }

  private mutating func append(symbol: WordElement, _ format: WordFormat) {
    if let text = WordSymbols.text(of: symbol) { return append(text, format) }
    leftOut["sym", default: 0] += 1
  }

  private mutating func append(_ text: String, _ format: WordFormat) {
    // Controls, and soft hyphens, which are seen at line ends only.
    var plain = Scalars(text).filter { $0.value >= 0x20 && $0.value != 0xAD }
    if format.height == "superscript" || format.height == "subscript" {
      plain = RaisedFigures.form(of: plain, isRaised: format.height == "superscript")
    }
    let clean = plain.string
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
