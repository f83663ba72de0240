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
    /// The pictures that stand in it.
    var images: [Image] = []
    /// Whether the writer breaks the line behind it.
    var isBroken = false
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
  private var imageStart: Int?

  /// Takes one step of the walk.
  mutating func take(_ step: MarkdownTree.Step) {
    switch step.type {
    case "text", "code":
      if step.isEntering { html.append(Scalars(step.literal), to: &text) }
    case "html_inline":
      if step.isEntering { takeTag(step.literal) }
    case "softbreak": if step.isEntering { endLine() }
    case "linebreak":
      if step.isEntering {
        endLine()
        lines[lines.count - 1].isBroken = true
      }
    case "emph": marks.take(.emphasis, opens: step.isEntering, at: text.count)
    case "strong": takeStrong(opens: step.isEntering)
    case "strikethrough": marks.take(.struck, opens: step.isEntering, at: text.count)
    case "image": takeImage(step)
    default: break
    }
  }

  /// What stands in for a picture is its caption, no part of the text.
  private mutating func takeImage(_ step: MarkdownTree.Step) {
    if step.isEntering {
      imageStart = text.count
      return
    }
    let start = min(imageStart ?? text.count, text.count)
    let words = text[start...].string
    text.removeSubrange(start...)
    imageStart = nil
    images.append(
      Image(caption: PictureWords.caption(words, title: step.title, path: step.url), path: step.url)
    )
  }

  private mutating func takeTag(_ literal: String) {
    guard let tag = InlineTag(literal) else { return }
    switch tag.name {
    case "b", "strong": takeStrong(opens: !tag.closes)
    case "s", "del", "strike": marks.take(.struck, opens: !tag.closes, at: text.count)
    case "br":
      endLine()
      lines[lines.count - 1].isBroken = true
    case "img":
      let image = HTMLText(literal).blocks.first
      if case .picture(let path, let words) = image {
        images.append(
          Image(caption: PictureWords.caption(words, title: "", path: path), path: path))
      }
    case "input":
      if case .paragraph(let lines, _) = HTMLText(literal).blocks.first {
        html.append(Scalars(lines.joined()), to: &text)
      }
    default: html.take(tag, literal, text: &text, marks: &marks)
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
    lines.append(
      Line(text: text, bold: bold, marks: marks.endLine(at: text.count), images: images))
    text = []
    images = []
    bold = 0
    boldStart = nil
    imageStart = imageStart.map { _ in 0 }
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

/// The words under a picture, by what a writer or a program gave it.
enum PictureWords {
  /// Its caption: the words in its place, else its title; a file's name is none.
  static func caption(_ words: String, title: String, path: String) -> String {
    for text in [words.trimmingSpaces, title.trimmingSpaces] where !isName(text, of: path) {
      return text
    }
    return ""
  }

  /// Whether words only repeat the name of a file, or are one as programs give them: `image-2031`.
  private static func isName(_ words: String, of path: String) -> Bool {
    if words.isEmpty { return true }
    let file = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    if words == file || words == stem { return true }
    let lower = words.lowercased()
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"]
    if endings.contains(where: lower.hasSuffix) { return true }
    let bare = lower.filter { !$0.isNumber && !"-_. ()".contains($0) }
    return ["img", "image", "picture", "pic", "alt", "alttext", "screenshot", "untitled"]
      .contains(bare)
  }
}

/// The few tags of HTML that Markdown writers use for what Markdown has no sign for.
private struct InlineHTML {
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

  mutating func take(
    _ tag: InlineTag, _ literal: String, text: inout Scalars, marks: inout InlineMarks
  ) {
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
