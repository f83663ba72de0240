import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// 版记: distribution, printer and date between rules, its last rule on the foot of the type area
/// (GW-14, GW-20).
struct ImprintFoot {
  let setter: TextSetter
  let parts: DocumentParts
  let form: DocumentSpec.Form
  let measure: Length

  private enum Weight {
    static let outer = Length.millimetres(0.35)
    static let inner = Length.millimetres(0.25)
  }

  private var style: NamedStyle { setter.style("distribution") }
  private var em: Length { style.paragraph.character.size }
  /// Distance of the baselines in an entry.
  private var pitch: Length { em.scaled(by: 1.6) }
  /// Air over and under the lines of an entry.
  private var pad: Length { em.scaled(by: 0.35) }

  /// The imprint; its height ends on the last rule. Nil where the report has none of it.
  func fragment() throws(Rejection) -> Fragment? {
    var bands: [Fragment] = []
    if !parts.distribution.isEmpty { bands.append(try distribution()) }
    // A letter shows neither printer nor print date (GW-17).
    if form != .letter {
      for block in parts.imprint { bands.append(try printed(block)) }
    }
    if let count = parts.printCount {
      let (words, wide) = try setter.line(
        Self.bare(count.text), style: style.paragraph.character, range: count.range)
      bands.append(try band([(words, measure - em - wide)]))
    }
    return bands.isEmpty ? nil : stack(bands)
  }

  private func stack(_ bands: [Fragment]) -> Fragment {
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    let hasRules = form != .letter
    var y = Length.zero
    if hasRules { items.append(rule(at: y, Weight.outer)) }
    for (number, band) in bands.enumerated() {
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
      items += band.placed(at: Point(x: .zero, y: y))
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
      y += band.size.height
      let isLast = number == bands.count - 1
      if hasRules { items.append(rule(at: y, isLast ? Weight.outer : Weight.inner)) }
    }
    return Fragment(size: Size(width: measure, height: y), items: items)
  }

  /// 抄送 and the like, one an entry, turned over under its first name; ends with a full stop.
  private func distribution() throws(Rejection) -> Fragment {
    var items: [PlacedItem] = []
    var y = pad
    for (number, block) in parts.distribution.enumerated() {
      var paragraph = style.paragraph
      paragraph.rightIndent = 1
      paragraph.leftIndent = 1 + Double(Self.label(of: block.text).count)
      paragraph.firstLineIndent = -Double(Self.label(of: block.text).count)
      let isLast = number == parts.distribution.count - 1
      let text = isLast && form != .brief ? Self.stopped(block.text) : block.text
      let set = try setter.compose(
        [TextSpan(text, paragraph.character)], style: paragraph, measure: measure,
        range: block.range)
      let ascent = try setter.ascent(of: paragraph.character)
      for line in set.lines {
        items += line.placed(onBaseline: y + (pitch - em) / 2 + ascent)
        y += pitch
      }
    }
    return Fragment(size: Size(width: measure, height: y + pad), items: items)
  }

  /// Printer one character from the left, date one from the right.
  private func printed(_ block: ReportBlock) throws(Rejection) -> Fragment {
    let character = style.paragraph.character
    let (office, date) = Self.halves(of: block)
    let left = try setter.line(office, style: character, range: block.range)
    var parts = [(left.items, em)]
    if !date.isEmpty {
      let right = try setter.line(date, style: character, range: block.range)
      parts.append((right.items, measure - em - right.width))
    }
    return try band(parts)
  }

  private func band(_ parts: [([PlacedItem], Length)]) throws(Rejection) -> Fragment {
    let ascent = try setter.ascent(of: style.paragraph.character)
    let baseline = pad + (pitch - em) / 2 + ascent
    let items = parts.flatMap { part in
      part.0.map { PlacedItem(at: $0.origin + Point(x: part.1, y: baseline), $0.item) }
    }
    return Fragment(size: Size(width: measure, height: pitch + pad * 2), items: items)
  }

  private func rule(at y: Length, _ weight: Length) -> PlacedItem {
    let path = Path.line(from: Point(x: .zero, y: y), to: Point(x: measure, y: y))
    return PlacedItem(
      at: .zero, .path(path, Paint(stroke: Stroke(ink: setter.ink("rule"), width: weight))))
  }

  // MARK: Words

  /// 抄送： of an entry.
  static func label(of text: String) -> String {
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return "" }
    let label = text[...colon]
    return label.count <= 5 ? String(label) : ""
  }

  /// The words with a full stop at their end.
  static func stopped(_ text: String) -> String {
    guard let last = text.last, !"。.".contains(last) else { return text }
    return text + "。"
  }

  /// The words without the brackets round them.
  static func bare(_ text: String) -> String {
    guard let first = text.first, let last = text.last, "（(".contains(first), "）)".contains(last)
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Office and date: parted by a space, or before the year.
  static func halves(of block: ReportBlock) -> (String, String) {
    let parts = block.parts
    if parts.count > 1 {
      return (parts.dropLast().joined(separator: " "), parts[parts.count - 1])
    }
    let characters = Array(block.text)
    let year = characters.indices.first { index in
      index + 4 < characters.count && characters[index..<(index + 4)].allSatisfy(\.isNumber)
        && characters[index + 4] == "年"
    }
    guard let year, year > 0 else { return (block.text, "") }
    return (String(characters[..<year]), String(characters[year...]))
  }
}
