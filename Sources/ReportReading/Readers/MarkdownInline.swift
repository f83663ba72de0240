/// Collects the inline text of one Markdown block, line by line, without its marks.
struct MarkdownInline {
  /// One source line of the block.
  struct Line {
    /// The text.
    var text: Scalars
    /// How much of its start is bold.
    var bold: Int
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
  private var images: [Image] = []
  private var imageStart = 0

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
    case "text", "code", "html_inline": if step.isEntering { text += Scalars(step.literal) }
    case "softbreak", "linebreak": if step.isEntering { endLine() }
    case "strong":
      if step.isEntering {
        boldStart = text.count
      } else if boldStart == 0 {
        bold = text.count
        boldStart = nil
      }
    case "image":
      if step.isEntering {
        imageStart = text.count
      } else if imageStart <= text.count {
        images.append(Image(caption: text[imageStart...].string, path: step.url))
      }
    default: break
    }
  }

  /// Ends a line.
  mutating func endLine() {
    lines.append(Line(text: text, bold: bold))
    text = []
    bold = 0
    boldStart = nil
    imageStart = 0
  }
}
