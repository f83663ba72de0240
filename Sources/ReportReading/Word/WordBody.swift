internal import ReportModel

/// Walks a Word file's body into paragraphs and tables in reading order.
struct WordBody {
  private(set) var blocks: [WordBlock] = []
  /// Notes that the text refers to, in their order.
  private(set) var notes: [WordNotes.Reference] = []
  private let known: WordNotes
  private let styles: WordStyles
  private let chunks: [String: WordChunk]
  private var numbering: WordNumbering
  private var fields = WordFields()
  /// Paragraphs whose ends are deleted: the next one goes on with them.
  private var unended: [WordElement] = []

  /// `chunks` are files inside the file by the names of their relations.
  init(
    _ document: WordElement, styles: WordStyles, numbering: WordNumbering,
    notes known: WordNotes = WordNotes(), chunks: [String: WordChunk] = [:]
  ) {
    self.styles = styles
    self.known = known
    self.numbering = numbering
    self.chunks = chunks
    if let body = document.child("body") { walk(body) }
    blocks = WordContents.left(out: blocks)
  }

  mutating func walk(_ element: WordElement) {
    for child in element.children {
      switch child.name {
      case "p": end(child)
      case "tbl":
        endLast()
        addTable(child)
      case "sdt" where Self.isContents(child): blocks.append(.loss(.contents))
      case "sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag": walk(child)
      case "AlternateContent": walk(WordText.choice(of: child))
      case "oMath", "oMathPara": end(WordElement(name: "p", children: [child]))
      case "altChunk":
        endLast()
        let id = child.attributes["r:id"] ?? child.attributes["id"]
        blocks += id.flatMap { chunks[$0] }?.blocks ?? [.loss(.chunk)]
      default: break
      }
    }
    endLast()
  }

  /// The frame that Word itself puts round a table of contents.
  private static func isContents(_ element: WordElement) -> Bool {
    element.child("sdtPr")?.child("docPartObj")?.value("docPartGallery")?.lowercased()
      .contains("table of contents") == true
  }

  /// Adds a paragraph together with those before it whose ends a tracked change deletes.
  private mutating func end(_ element: WordElement) {
    let isOpen = element.child("pPr")?.child("rPr").map {
      $0.child("del") != nil || $0.child("moveFrom") != nil
    }
    if isOpen == true { return unended.append(element) }
    if unended.isEmpty { return add(element) }
    let parts = (unended + [element]).flatMap(\.children).filter { $0.name != "pPr" }
    unended = []
    add(WordElement(name: "p", children: (element.child("pPr").map { [$0] } ?? []) + parts))
  }

  /// Adds what is left of paragraphs without an end.
  private mutating func endLast() {
    guard let last = unended.last else { return }
    let parts = unended.flatMap(\.children).filter { $0.name != "pPr" }
    unended = []
    let properties = last.child("pPr").map { [$0] } ?? []
    if !parts.isEmpty { add(WordElement(name: "p", children: properties + parts)) }
  }

  private mutating func add(_ element: WordElement) {
    fields.hasContents = false
    fields.noteContents()
    let read = read(element)
    // A table of contents repeats the heads, each with its page.
    let style = read.paragraph.styleName
    let isEntry = read.paragraph.text.trimmingSpaces.last?.isNumber ?? true
    let isContents =
      style.hasPrefix("toc ") || style.hasPrefix("目录") || (fields.hasContents && isEntry)
    let isBare = read.paragraph.isBlank && !(read.pictures.isEmpty && read.paragraph.losses.isEmpty)
    if isContents {
      blocks.append(.loss(.contents))
    } else if isBare {
      blocks += read.paragraph.losses.map { .loss($0) }
    } else {
      blocks.append(.paragraph(read.paragraph))
    }
    blocks += read.pictures.map { .picture($0) }
    for box in read.boxes { walk(box) }
  }

  struct Paragraph {
    var paragraph: WordParagraph
    var boxes: [WordElement]
    var pictures: [WordPicture]
  }

  /// Reads a paragraph; in a cell also an ordinal alone says something.
  mutating func read(_ element: WordElement, isCell: Bool = false) -> Paragraph {
    let properties = element.child("pPr")
    let name = properties?.value("pStyle")
    let style = styles.paragraph(name)
    var format = style.format
    format.apply(.paragraph(properties))
    var text = WordText(styles: styles, base: format)
    text.noteCount = notes.count
    text.known = known
    text.fields = fields
    text.walk(element)
    notes += text.notes
    fields = text.fields
    fields.endParagraph()
    var paragraph = text.paragraph(style: style)
    // A list counts its empty paragraphs too.
    if let label = numbering.label(of: format, style: name), isCell || !paragraph.isBlank {
      paragraph.isBullet = label.isBullet
      let words = paragraph.isBlank ? label.text.trimmingSpaces : label.text
      paragraph.lines[0] = words + paragraph.lines[0]
      let length = words.unicodeScalars.count
      if paragraph.leadLength > 0 { paragraph.leadLength += length }
      paragraph.shiftMarks(by: length)
    }
    return Paragraph(paragraph: paragraph, boxes: text.boxes, pictures: text.pictures)
  }

  /// Adds a block that a table was read into.
  mutating func append(_ block: WordBlock) { blocks.append(block) }
}

extension WordParagraph {
  /// Whether it shows no words.
  var isBlank: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

extension String {
  /// The text without spaces of any kind at its ends.
  var trimmingSpaces: String { Scalars(self)[...].trimmed.string }
}
