import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Sets the pictures of the rules as pages of a display list, 22 units of a pixel to the em.
struct RulePictureSetter {
  let shaper: any TextShaper

  static let em = Length.points(22)
  private static let margin = Length.points(10)
  private static let gap = Length.points(30)
  private static let labelSize = Length.points(12)
  private static let labelHeight = Length.points(24)

  /// The picture as a page of its own.
  func page(_ picture: RulePicture) throws(Rejection) -> Page {
    var items: [PlacedItem] = []
    var x = Self.margin
    var bottom = Length.zero
    for panel in picture.panels {
      let block = try block(panel)
      let width = max(block.size.width, try label(panel, at: x, into: &items))
      let top = Self.labelHeight
      items += block.placed(at: Point(x: x, y: top))
      x = x + width + Self.gap
      bottom = max(bottom, top + block.size.height)
    }
    let size = Size(width: x - Self.gap + Self.margin, height: bottom + Self.margin)
    return Page(label: picture.rule, trim: size, items: items)
  }

  // 误 or 正 with a cross or a tick before it, and how the setting was made.
  private func label(
    _ panel: RulePanel, at x: Length, into items: inout [PlacedItem]
  ) throws(Rejection) -> Length {
    let look = CharacterStyle(role: "hei", size: Self.labelSize, ink: .grey(0.75))
    let words =
      panel.note.isEmpty ? panel.verdict.rawValue : "\(panel.verdict.rawValue)　\(panel.note)"
    let line = try Composer(shaper: shaper).compose(
      [TextSpan(words, look)], style: ParagraphStyle(character: look, firstLineIndent: 0),
      measures: LineMeasures(look.size * 60)
    ).lines.first
    let base = Point(x: x, y: Self.labelHeight - Length.points(9))
    items.append(PlacedItem(at: base, sign(panel.verdict)))
    let start = base + Point(x: Length.points(15), y: .zero)
    items += (line?.items ?? []).map { PlacedItem(at: $0.origin + start, $0.item) }
    return Length.points(15) + (line?.width ?? .zero)
  }

  private func sign(_ verdict: RulePanel.Verdict) -> DisplayItem {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }
    let elements: [Path.Element] =
      switch verdict {
      case .wrong:
        [.move(point(1, -9)), .line(point(10, 0)), .move(point(10, -9)), .line(point(1, 0))]
      case .right: [.move(point(0, -4)), .line(point(4, 0)), .line(point(11, -10))]
      case .choice: [.move(point(1, -4.5)), .line(point(10, -4.5))]
      }
    let stroke = Stroke(ink: .black, width: .points(1.8))
    return .path(Path(elements), Paint(stroke: stroke))
  }

  // The paragraphs in their measure, its edges drawn.
  private func block(_ panel: RulePanel) throws(Rejection) -> Fragment {
    panel.isVertical ? try columns(panel) : try lines(panel)
  }

  private func lines(_ panel: RulePanel) throws(Rejection) -> Fragment {
    let measure = em(panel).scaled(by: panel.ems)
    let leading = em(panel).scaled(by: panel.leading)
    var items: [PlacedItem] = []
    var y = (leading - em(panel)) / 2 + em(panel).scaled(by: 0.88)
    for spans in panel.paragraphs {
      for line in try compose(spans, panel).lines {
        let origin = Point(x: line.indent, y: y)
        items += line.items.map { PlacedItem(at: $0.origin + origin, $0.item) }
        y = y + leading
      }
    }
    let height = y - (leading - em(panel)) / 2 - em(panel).scaled(by: 0.88)
    let size = Size(width: measure, height: height)
    return Fragment(size: size, items: frame(size) + items)
  }

  private func columns(_ panel: RulePanel) throws(Rejection) -> Fragment {
    let height = em(panel).scaled(by: panel.ems)
    let pitch = em(panel).scaled(by: panel.leading)
    var columns: [ComposedLine] = []
    for spans in panel.paragraphs {
      columns += try VerticalComposer(shaper: shaper, profile: panel.profile).compose(
        spans.map { span($0, panel) }, style: style(panel), heights: LineMeasures(height)
      ).lines
    }
    let size = Size(width: pitch * columns.count, height: height)
    var items = frame(size)
    for (number, column) in columns.enumerated() {
      let x = size.width - pitch * number - pitch / 2
      let origin = Point(x: x, y: column.indent)
      items += column.items.map { PlacedItem(at: $0.origin + origin, $0.item) }
    }
    return Fragment(size: size, items: items)
  }

  private func frame(_ size: Size) -> [PlacedItem] {
    let area = Rect(origin: .zero, size: size)
    let paint = Paint(
      fill: .grey(0.06), stroke: Stroke(ink: .grey(0.35), width: .points(0.5)))
    return [PlacedItem(at: .zero, .path(.rect(area), paint))]
  }

  private func em(_ panel: RulePanel) -> Length { Self.em.scaled(by: panel.scale) }

  private func compose(_ spans: [RuleText], _ panel: RulePanel) throws(Rejection)
    -> ComposedParagraph
  {
    var composer = Composer(shaper: shaper, profile: panel.profile, breaker: panel.breaker)
    composer.omitted = panel.omitted
    let measures = LineMeasures(em(panel).scaled(by: panel.ems))
    return try composer.compose(
      spans.map { span($0, panel) }, style: style(panel), measures: measures)
  }

  private func style(_ panel: RulePanel) -> ParagraphStyle {
    ParagraphStyle(
      character: CharacterStyle(role: "body", size: em(panel)), alignment: panel.alignment,
      firstLineIndent: panel.indent, isHeading: panel.isHeading)
  }

  private func span(_ text: RuleText, _ panel: RulePanel) -> TextSpan {
    TextSpan(
      text.text,
      CharacterStyle(
        role: text.role, size: em(panel), tracking: text.tracking,
        halfWidthDigits: text.halfWidthDigits, emphasis: text.emphasis), ruby: text.ruby)
  }
}
