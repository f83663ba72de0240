internal import ReportModel

/// A web page as this program writes it: the role of each paragraph is the name of its class, marks,
/// notes, pictures and tables are elements of their own.
struct WebPage {
  /// Paragraphs, tables and pictures, in reading order.
  private(set) var blocks: [WordBlock] = []
  /// The front matter.
  private(set) var metadata: [(key: String, value: String)] = []
  /// The notes in the order of their marks.
  private(set) var notes: [NoteMarks.Note] = []
  /// Paths of pictures by their numbers.
  private(set) var pictures: [String: String] = [:]

  private var paragraph: WordParagraph?
  private var marks = InlineMarks()
  private var place = 0
  private var ruby: (start: Int, end: Int, words: String)?
  private var isReading = false
  private var figure: String?
  private var table: HTMLTable.Builder?
  private var tableTitle: WordParagraph?
  private var note: NoteMarks.Note?
  /// Names of elements whose words are no text, while one is open.
  private var skipped: String?
  private var isInArticle = false
  /// Whether a quotation is open.
  private var isQuoted = false
  /// The picture whose words come next.
  private var waiting: String?

  /// Whether a page says that it is one.
  static func isOwn(_ html: Scalars) -> Bool {
    Scalars(html.prefix(4000)).string.contains("<meta name=\"generator\" content=\"banxin\">")
  }

  init(_ html: Scalars) {
    var scanner = HTMLScanner(html)
    while let token = scanner.next() {
      switch token {
      case .text(let text): append(text)
      case .tag(let tag): take(tag)
      }
    }
    endParagraph()
  }

  // MARK: Words

  private mutating func append(_ whole: String) {
    if skipped != nil { return }
    // A page that was edited elsewhere may be wrapped.
    let text = whole.filter { !$0.isNewline }
    if isReading {
      ruby?.words += text
    } else if note != nil {
      note?.text += text
    } else if let count = paragraph?.lines.count {
      paragraph?.lines[count - 1] += text
      place += text.unicodeScalars.count
    } else {
      table?.append(text)
    }
  }

  private mutating func begin(_ role: ReportRole) {
    endParagraph()
    paragraph = WordParagraph(lines: [""], styleName: "版心 \(role.rawValue)")
    (marks, place) = (InlineMarks(), 0)
  }

  private mutating func endLine() {
    paragraph?.marks.append(marks.endLine(at: place))
    place = 0
  }

  private mutating func endParagraph() {
    guard paragraph != nil else { return }
    endLine()
    if let paragraph, !paragraph.text.isEmpty || figure != nil {
      if let figure {
        blocks.append(.picture(WordPicture(id: figure, words: paragraph.text)))
      } else if table != nil {
        tableTitle = paragraph
      } else {
        blocks.append(.paragraph(paragraph))
      }
    }
    (paragraph, figure) = (nil, nil)
  }

  // MARK: Elements

  private mutating func take(_ tag: HTMLTag) {
    if let name = skipped {
      if tag.closes, tag.name == name { skipped = nil }
      return
    }
    switch tag.name {
    case "style", "script", "title": if !tag.closes { skipped = tag.name }
    case "meta": takeFact(tag)
    case "article": isInArticle = !tag.closes
    case _ where !isInArticle: break
    case "p", "h1", "h2", "h3", "li", "figcaption", "caption": takeParagraph(tag)
    case "br":
      if paragraph == nil {
        table?.append("\n")
      } else {
        endLine()
        paragraph?.lines.append("")
      }
    case "b" where tag.closes:
      if paragraph?.lines.count == 1 { paragraph?.leadLength = place }
    case "strong": marks.take(.strong, opens: !tag.closes, at: place)
    case "em": marks.take(.emphasis, opens: !tag.closes, at: place)
    case "u": marks.take(.properName, opens: !tag.closes, at: place)
    case "cite": marks.take(.bookTitle, opens: !tag.closes, at: place)
    case "s": marks.take(.struck, opens: !tag.closes, at: place)
    case "ruby", "rt": takeReading(tag)
    case "sup": takeNoteMark(tag)
    case "blockquote": isQuoted = !tag.closes
    case "a": if !tag.closes, note != nil { skipped = "a" }
    case "figure": takeFigure(tag)
    case "img": if waiting == nil { lose(.picture) }
    case "table", "thead", "tr", "td", "th": takeTable(tag)
    default: break
    }
  }

  private mutating func takeFact(_ tag: HTMLTag) {
    let prefix = "banxin:"
    guard let name = tag.attributes["name"], name.hasPrefix(prefix) else { return }
    metadata.append((String(name.dropFirst(prefix.count)), tag.attributes["content"] ?? ""))
  }

  private mutating func takeParagraph(_ tag: HTMLTag) {
    if tag.name == "li", tag.closes || tag.attributes["id"]?.hasPrefix("note-") == true {
      return takeItem(tag)
    }
    if tag.closes { return endParagraph() }
    let named = tag.attributes["class"].flatMap(ReportRole.init)
    let own: [String: ReportRole] = [
      "h1": .headline, "h2": .h1, "h3": .h2, "li": .list, "figcaption": .caption,
      "caption": .tableTitle,
    ]
    begin(named ?? (isQuoted && tag.name == "p" ? .quote : own[tag.name] ?? .body))
    if tag.name == "figcaption" { figure = waiting }
    waiting = nil
  }

  private mutating func takeItem(_ tag: HTMLTag) {
    if !tag.closes {
      endParagraph()
      note = NoteMarks.Note(text: "", isEndnote: tag.attributes["class"] == "endnote")
    } else if let ended = note {
      let text = ended.text.trimmingSpaces
      notes.append(NoteMarks.Note(text: text, isEndnote: ended.isEndnote))
      note = nil
    } else {
      endParagraph()
    }
  }

  private mutating func takeReading(_ tag: HTMLTag) {
    switch (tag.name, tag.closes) {
    case ("ruby", false): ruby = (place, place, "")
    case ("rt", _):
      if !tag.closes { ruby?.end = place }
      isReading = !tag.closes
    default:
      if let ruby { marks.add(.reading, ruby.start..<ruby.end, reading: ruby.words) }
      ruby = nil
    }
  }

  private mutating func takeNoteMark(_ tag: HTMLTag) {
    guard !tag.closes, let id = tag.attributes["id"], id.hasPrefix("mark-"),
      let number = Int(id.dropFirst(5)), let count = paragraph?.lines.count
    else { return }
    paragraph?.lines[count - 1].unicodeScalars.append(NoteMarks.scalar(number - 1))
    place += 1
    skipped = "sup"
  }

  private mutating func takeFigure(_ tag: HTMLTag) {
    endParagraph()
    waiting = nil
    guard !tag.closes, let path = tag.attributes["data-path"] else { return }
    let id = String(pictures.count + 1)
    pictures[id] = path
    waiting = id
  }

  private mutating func lose(_ loss: WordLoss) {
    endParagraph()
    blocks.append(.loss(loss))
  }

  private mutating func takeTable(_ tag: HTMLTag) {
    guard tag.name == "table" else {
      table?.take(tag)
      return
    }
    if !tag.closes {
      endParagraph()
      table = HTMLTable.Builder()
      return
    }
    guard let made = table?.table() else { return }
    if let tableTitle { blocks.append(.paragraph(tableTitle)) }
    (table, tableTitle) = (nil, nil)
    blocks.append(
      .table(WordTable(rows: made.rows, headRows: made.headRows, spans: made.spans)))
  }
}
