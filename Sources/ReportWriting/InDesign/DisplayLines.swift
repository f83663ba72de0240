import DisplayList
import Geometry
import LayoutSpecs

/// Lines that stand where the page has them: titles, captions, furniture, cells. Runs on one baseline
/// are a line, lines of one look under each other a frame.
struct DisplayLines {
  private let handoff: PageHandoff
  private let layout: LayoutSpec
  /// The texts of the reports without their spaces, beside their styles and whole words.
  private let texts: [(style: String, folded: [Character], text: String)]

  init(_ handoff: PageHandoff, page: Int) {
    self.handoff = handoff
    layout = handoff.layouts[page]
    texts = handoff.texts.map {
      ($0.style, $0.text.filter { !$0.isWhitespace }.map(\.self), $0.text)
    }
  }

  /// A line of runs.
  private struct Line {
    var runs: [DisplayRun]
    var size: Length { runs.map(\.size).max() ?? .zero }
    var baseline: Length { runs[0].baseline }
    var left: Length { runs.map(\.left).min() ?? .zero }
    var right: Length { runs.map(\.right).max() ?? .zero }
    var text: String { runs.map(\.run.text).joined() }
    /// The look by which lines belong together: that of its longest run.
    var lead: DisplayRun { runs.max { $0.run.text.count < $1.run.text.count } ?? runs[0] }
  }

  /// Frames with their texts and first baselines.
  func boxes(of runs: [DisplayRun]) -> [(story: FramedStory, rect: Rect, baseline: Length)] {
    var found = runs.filter(\.isVertical).map(vertical)
    var group: [Line] = []
    for line in lines(of: runs.filter { !$0.isVertical }) {
      if let last = group.last, !Self.belong(last, line) {
        found.append(box(of: group))
        group = []
      }
      group.append(line)
    }
    if !group.isEmpty { found.append(box(of: group)) }
    return found
  }

  private func lines(of runs: [DisplayRun]) -> [Line] {
    var lines: [Line] = []
    for run in runs where run.run.text.contains(where: { !$0.isWhitespace }) {
      if let last = lines.last, (last.baseline - run.baseline).magnitude < run.size / 8,
        run.left - last.right < run.size, last.right - run.left < run.size / 2
      {
        lines[lines.count - 1].runs.append(run)
      } else {
        lines.append(Line(runs: [run]))
      }
    }
    return lines
  }

  private static func belong(_ one: Line, _ other: Line) -> Bool {
    let (a, b) = (one.lead, other.lead)
    let pitch = other.baseline - one.baseline
    let shared = min(one.right, other.right) - max(one.left, other.left)
    return a.run.face == b.run.face && a.size == b.size && a.run.ink == b.run.ink
      && pitch > a.size.scaled(by: 0.9) && pitch < a.size.scaled(by: 2.2)
      && shared > .zero && alignment([one, other]) != nil
  }

  /// How lines stand to each other; nil where they share neither edge nor middle.
  private static func alignment(_ lines: [Line]) -> Alignment? {
    func agree(_ values: [Length]) -> Bool {
      guard let least = values.min(), let most = values.max() else { return true }
      return most - least < .points(0.6)
    }
    if agree(lines.map(\.left)) { return .left }
    if agree(lines.map { $0.left + $0.right }) { return .centred }
    return agree(lines.map(\.right)) ? .right : nil
  }

  // MARK: Frames

  private func box(of lines: [Line]) -> (story: FramedStory, rect: Rect, baseline: Length) {
    let size = lines.map(\.size).max() ?? .zero
    let known = self.known(lines.map(\.text))
    let style = known?.style ?? named(lines[0].lead)
    let wanted = style.map { layout.styles.resolved($0).paragraph.alignment }
    var alignment = Self.alignment(lines) ?? .left
    if lines.count == 1, wanted == .centred || wanted == .right { alignment = wanted ?? .left }
    let pitch =
      lines.count > 1
      ? (lines[lines.count - 1].baseline - lines[0].baseline) / (lines.count - 1)
      : size.scaled(by: style.map { layout.styles.resolved($0).lineSpacing } ?? 1.35)
    let story = FramedStory(
      paragraphs: [
        FramedParagraph(
          style: style, alignment: alignment, leading: pitch, isDisplay: true,
          spans: spans(
            of: lines, breaks: known?.breaks ?? Array(lines.dropFirst().map { _ in "\u{2028}" })))
      ])
    // Room for what the program sets wider than the page: marks that are not squeezed.
    let spare = lines.map { Self.natural($0) - ($0.right - $0.left) }.max() ?? .zero
    let air = max(.zero, spare) + size / 2
    let left = lines.map(\.left).min() ?? .zero
    let right = lines.map(\.right).max() ?? .zero
    let ascent = size.scaled(by: Self.ascent)
    // A program that begins a frame with a whole leading, as Scribus does, must find room for all lines.
    let rect = Rect(
      left: alignment == .left ? left : left - air, top: lines[0].baseline - ascent,
      right: alignment == .right ? right : right + air,
      bottom: lines[lines.count - 1].baseline + max(.zero, pitch - ascent) + size.scaled(by: 0.3))
    return (story, rect, ascent)
  }

  /// From the top of an em to the baseline of Chinese type.
  private static let ascent = 0.88

  /// How wide a line is where no mark is squeezed.
  private static func natural(_ line: Line) -> Length {
    line.runs.reduce(.zero) { width, run in
      let ems = run.run.text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
      return width + max(run.right - run.left, run.size.scaled(by: ems))
    }
  }

  private func spans(of lines: [Line], breaks: [String]) -> [FramedSpan] {
    var spans: [FramedSpan] = []
    for (number, line) in lines.enumerated() {
      for run in line.runs {
        let count = run.run.text.count
        let isEven = count > 1 && run.run.text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
        let spare = (run.right - run.left) / run.size - Double(count)
        spans.append(
          FramedSpan(
            text: run.run.text, face: run.run.face, size: run.size, ink: run.run.ink,
            tracking: isEven && spare > 0.05 * Double(count) ? spare / Double(count) : 0))
      }
      if number < breaks.count, !spans.isEmpty { spans[spans.count - 1].text += breaks[number] }
    }
    return spans
  }

  private func vertical(
    _ run: DisplayRun
  ) -> (story: FramedStory, rect: Rect, baseline: Length) {
    let xs = run.run.glyphs.map(\.x)
    let ys = run.run.glyphs.map(\.y)
    let left = run.left + (xs.min() ?? .zero).scaled(by: run.map.scale)
    let top = run.baseline + (ys.min() ?? .zero).scaled(by: run.map.scale)
    let bottom = run.baseline + (ys.max() ?? .zero).scaled(by: run.map.scale)
    let ascent = run.size.scaled(by: Self.ascent)
    let paragraph = FramedParagraph(
      style: known([run.run.text])?.style ?? named(run), alignment: .left, leading: run.size,
      isDisplay: true,
      spans: [
        FramedSpan(text: run.run.text, face: run.run.face, size: run.size, ink: run.run.ink)
      ])
    let rect = Rect(
      left: left, top: top - ascent, right: left + run.size.scaled(by: 1.1),
      bottom: bottom + run.size)
    return (FramedStory(paragraphs: [paragraph], isVertical: true), rect, ascent)
  }

  // MARK: Styles

  /// The style of the report's text that lines are, and what stands between them: nothing or a space
  /// where the text goes on, an end by hand in a headline.
  private func known(_ lines: [String]) -> (style: String, breaks: [String])? {
    let folded = lines.joined().filter { !$0.isWhitespace }.map(\.self)
    guard !folded.isEmpty else { return nil }
    let whole = texts.first { $0.folded == folded }
    let part = folded.count > 3 ? texts.first { Self.contains($0.folded, folded) } : nil
    guard let found = whole ?? part else { return nil }
    if found.style.hasPrefix("headline") || layout.styles[found.style] == nil {
      let breaks = lines.dropFirst().map { _ in "\u{2028}" }
      return (layout.styles[found.style] == nil ? "body" : found.style, Array(breaks))
    }
    return (found.style, zip(lines, lines.dropFirst()).map { Self.link($0, $1, in: found.text) })
  }

  private static func contains(_ whole: [Character], _ part: [Character]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains {
      whole[$0] == part[0] && whole[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// What stands between two lines in the text that they were broken from.
  private static func link(_ one: String, _ other: String, in text: String) -> String {
    guard let end = one.last(where: { !$0.isWhitespace }), let start = other.first else {
      return ""
    }
    if one.last?.isWhitespace == true { return "" }
    if text.contains("\(end)\(start)") { return "" }
    for space in [" ", "\u{3000}", "\n"] where text.contains("\(end)\(space)\(start)") {
      return space == "\n" ? "\u{2028}" : space
    }
    return ""
  }

  /// The layout's style that has a run's face, size and ink.
  private func named(_ run: DisplayRun) -> String? {
    layout.styles.names.first { name in
      guard let style = layout.styles[name] else { return false }
      let own = style.paragraph.character
      let sizes = [own.size] + style.sizeSteps
      return handoff.voices[own.role] == run.run.face.whole && own.ink == run.run.ink
        && sizes.contains { ($0 - run.size).magnitude < .points(0.05) }
    }
  }
}

extension FontFaceID {
  /// The face itself, where this names its smaller file of common characters.
  var whole: FontFaceID {
    rawValue.hasSuffix("+core") ? FontFaceID(rawValue: String(rawValue.dropLast(5))) : self
  }
}
