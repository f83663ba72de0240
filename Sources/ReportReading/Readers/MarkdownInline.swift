internal import ReportModel

/// Collects the inline text of one Markdown block, line by line, without its marks.
struct MarkdownInline {
  /// One source line of the block.
  struct Line {
    /// The text.
    var text: Scalars
    /// How much of its start is bold.
    var bold: Int
    /// What is marked in it, in scalars.
    var marks: [TextMark]
  }

  /// A picture.
  struct Image {
    var caption: String
    var path: String
  }

  /// The lines so far.
  private(set) var lines: [Line] = []
  private var text = Scalars()
  private var bold = 0
  private var boldStart: Int?
  private var marks = InlineMarks()
  private var html = InlineHTML()
  private var images: [Image] = []
  private var imageStart = 0

  init() {}

  /// In a cell of a table `<br>` is a line break, elsewhere a blank.
  init(inCell: Bool) { html.breaks = inCell ? "\n" : " " }

  /// The picture, when the block holds one and nothing else.
  var onlyImage: Image? {
    guard images.count == 1, lines.count == 1,
      lines[0].text.trimmed == Scalars(images[0].caption).trimmed
    else { return nil }
    return images[0]
  }

  /// Takes one step of the walk.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.type {
    case "text", "code":
      if step.isEntering { html.append(Scalars(step.literal), to: &text) }
    case "html_inline":
      if step.isEntering { takeTag(step.literal) }
    case "softbreak", "linebreak": if step.isEntering { endLine() }
    case "emph": marks.take(.emphasis, opens: step.isEntering, at: text.count)
    case "strong": takeStrong(opens: step.isEntering)
    case "image":
      if step.isEntering {
        imageStart = text.count
      } else if imageStart <= text.count {
        images.append(Image(caption: text[imageStart...].string, path: step.url))
      }
    default: break
    }
  }

  private mutating func takeTag(_ literal: String) {
    if let tag = InlineTag(literal), tag.name == "b" || tag.name == "strong" {
      takeStrong(opens: !tag.closes)
    } else {
      html.take(literal, text: &text, marks: &marks)
    }
  }

  private mutating func takeStrong(opens: Bool) {
    marks.take(.strong, opens: opens, at: text.count)
    if opens {
      boldStart = text.count
    } else if boldStart == 0 {
      bold = text.count
      boldStart = nil
    }
  }

  /// Ends a line. `**` that CommonMark left as text, because a full stop before it meets a Han
  /// character behind it, is taken as what the writer meant.
  mutating func endLine() {
    if bold == 0 { takeLiteralBold() }
    lines.append(Line(text: text, bold: bold, marks: marks.endLine(at: text.count)))
    text = []
    bold = 0
    boldStart = nil
    imageStart = 0
  }

  private mutating func takeLiteralBold() {
    let places = text.indices.filter { text.has("**", at: $0) }
    guard places.count >= 2, places.count % 2 == 0, text.count < 10_000 else { return }
    for pair in stride(from: 0, to: places.count, by: 2) {
      let inner = text[min(places[pair] + 2, places[pair + 1])..<places[pair + 1]]
      guard let first = inner.first, let last = inner.last, !first.isSpace, !last.isSpace
      else { return }
    }
    if places[0] == 0 { bold = places[1] - 2 }
    for pair in stride(from: 0, to: places.count, by: 2) {
      let gone = pair * 2
      marks.add(.strong, (places[pair] - gone)..<(places[pair + 1] - gone - 2))
    }
    for place in places.reversed() { text.removeSubrange(place..<(place + 2)) }
  }
}

/// The few tags of HTML that Markdown writers use for what Markdown has no sign for.
private struct InlineHTML {
  /// What `<br>` is.
  var breaks: Unicode.Scalar = " "
  private var reading = Scalars()
  private var takesReading = false
  private var skips = false
  private var rubyStart: Int?
  private var figureStart: Int?

  /// Adds text where it belongs: to the line, or to the reading over it.
  mutating func append(_ more: Scalars, to text: inout Scalars) {
    if skips { return }
    if takesReading { reading += more } else { text += more }
  }

  mutating func take(_ literal: String, text: inout Scalars, marks: inout InlineMarks) {
    guard let tag = InlineTag(literal) else { return }
    let place = text.count
    switch tag.name {
    case "i", "em": marks.take(.emphasis, opens: !tag.closes, at: place)
    case "u": marks.take(.properName, opens: !tag.closes, at: place)
    case "cite": marks.take(.bookTitle, opens: !tag.closes, at: place)
    case "rp": skips = !tag.closes
    case "rt": takeReading(tag, text: text, marks: &marks)
    case "ruby":
      rubyStart = tag.closes ? nil : place
      takesReading = false
    case "sup", "sub":
      if tag.closes, let start = figureStart, start <= place {
        text.replaceSubrange(
          start...,
          with: RaisedFigures.form(of: Scalars(text[start...]), isRaised: tag.name == "sup"))
      }
      figureStart = tag.closes ? nil : place
    case "br": append([breaks], to: &text)
    default: if !InlineTag.known.contains(tag.name) { append(Scalars(literal), to: &text) }
    }
  }

  private mutating func takeReading(_ tag: InlineTag, text: Scalars, marks: inout InlineMarks) {
    if tag.closes, let start = rubyStart, start < text.count {
      marks.add(.reading, start..<text.count, reading: Scalars(reading.trimmed).string)
      rubyStart = text.count
    }
    takesReading = !tag.closes && rubyStart != nil
    reading = []
  }
}
