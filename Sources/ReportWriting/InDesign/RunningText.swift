import DisplayList
import Geometry
import LayoutSpecs

/// The texts that run through frames: their paragraphs with the leading that the page has.
struct RunningText {
  private let handoff: PageHandoff
  private(set) var stories: [FramedStory] = []
  private var boxes: [[TextBox]]
  private var taken: [[PlacedItem: Int]]

  init(_ handoff: PageHandoff) {
    self.handoff = handoff
    let count = handoff.document.pages.count
    boxes = Array(repeating: [], count: count)
    taken = Array(repeating: [:], count: count)
    var numbers: [Int: Int] = [:]
    for frame in handoff.frames where (0..<count).contains(frame.page) {
      let story = numbers[frame.story] ?? stories.count
      if numbers[frame.story] == nil { stories.append(FramedStory()) }
      numbers[frame.story] = story
      add(frame, to: story)
    }
  }

  func boxes(onPage page: Int) -> [TextBox] { boxes[page] }
  func drawn(onPage page: Int) -> [PlacedItem: Int] { taken[page] }

  private mutating func add(_ frame: PageHandoff.Frame, to story: Int) {
    let layout = handoff.layouts[frame.page]
    var last: Length?
    var first: Length?
    let styles = frame.parts.flatMap(\.paragraphs).flatMap(\.spans).map(\.style)
    let hasMarks = styles.contains { $0.emphasis != .none || $0.isDotted }
    for part in frame.parts {
      take(part, marks: hasMarks, onPage: frame.page)
      let baselines = Self.baselines(of: part.items)
      if first == nil { first = baselines.first }
      var rest = baselines[...]
      for (number, paragraph) in part.paragraphs.enumerated() {
        let isLast = number == part.paragraphs.count - 1
        let own = isLast ? rest : rest.prefix(max(1, rest.count - (part.paragraphs.count - 1)))
        rest = rest.dropFirst(own.count)
        var framed = self.framed(paragraph, layout)
        framed.leading = Self.pitch(own) ?? layout.grid.leading
        if let last, let start = own.first {
          framed.before = max(.zero, start - last - framed.leading)
        }
        last = own.last ?? last
        stories[story].paragraphs.append(framed)
      }
      last = baselines.last ?? last
    }
    boxes[frame.page].append(
      TextBox(
        rect: frame.rect, story: story, firstBaseline: first.map { $0 - frame.rect.top } ?? .zero))
  }

  /// What the text takes the place of: its glyphs, and with marked words the marks beside them.
  private mutating func take(_ part: PageHandoff.Part, marks: Bool, onPage page: Int) {
    for placed in part.items {
      switch placed.item {
      case .glyphs: taken[page][placed, default: 0] += 1
      case .path where marks: taken[page][placed, default: 0] += 1
      default: break
      }
    }
  }

  private func framed(_ paragraph: PageHandoff.Paragraph, _ layout: LayoutSpec) -> FramedParagraph {
    let named = layout.styles[paragraph.style] == nil ? "body" : paragraph.style
    let own = layout.styles.resolved(named).paragraph
    let spans = paragraph.spans.map { span in
      FramedSpan(
        text: span.text, face: handoff.voices[span.style.role] ?? "", size: span.style.size,
        ink: span.style.ink, tracking: span.style.tracking, emphasis: span.style.emphasis,
        isDotted: span.style.isDotted, rise: span.style.rise, ruby: span.ruby,
        style: Self.name(of: span.style, in: own, named))
    }
    return FramedParagraph(style: named, leading: layout.grid.leading, spans: spans)
  }

  /// The character style of words that look otherwise than their paragraph.
  private static func name(
    of look: CharacterStyle, in paragraph: ParagraphStyle, _ style: String
  ) -> String? {
    if look == paragraph.character { return nil }
    if look == paragraph.runIn { return CharacterStyleName.runIn(of: style) }
    return CharacterStyleName.of(look)
  }

  /// The baselines of a part's lines, from the top; small type over or beside a line has none.
  private static func baselines(of items: [PlacedItem]) -> [Length] {
    var runs: [(y: Length, size: Length)] = []
    for placed in items {
      if case .glyphs(let run) = placed.item { runs.append((placed.origin.y, run.size)) }
    }
    let most = runs.map(\.size).max() ?? .zero
    var found: [Length] = []
    for run in runs.sorted(by: { $0.y < $1.y }) where run.size.scaled(by: 1.35) >= most {
      if let last = found.last, (run.y - last).magnitude < run.size / 4 { continue }
      found.append(run.y)
    }
    return found
  }

  private static func pitch(_ baselines: ArraySlice<Length>) -> Length? {
    guard let first = baselines.first, let last = baselines.last, baselines.count > 1 else {
      return nil
    }
    return (last - first) / (baselines.count - 1)
  }
}

/// Names of character styles, after the layout's styles and voices.
enum CharacterStyleName {
  /// The lead of paragraphs of a style.
  static func runIn(of style: String) -> String { "\(style) run-in" }

  /// Marked words of a voice.
  static func of(_ look: CharacterStyle) -> String {
    var name = look.role.rawValue
    if look.emphasis != .none { name += " \(look.emphasis.rawValue)" }
    if look.isDotted { name += " dots" }
    return name
  }
}
