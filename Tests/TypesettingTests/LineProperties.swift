import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// The rules as properties of finished lines, read from the glyphs' places: whatever the text, the
/// measure, the scheme and the level.
struct LineProperties {
  let profile: CompositionProfile
  let source: String
  let measure: Double
  let paragraph: ComposedParagraph
  let positions: BreakPositions
  /// Off where marks stand elsewhere than on the mainland or hang out.
  var readsMarks = true

  static let noStart = Set("”’）〕】〗］｝》〉」』、，；：。．？！‼⁇⁈⁉～—–·‧・／/")
  static let noEnd = Set("“‘（〔【〖［｛《〈「『")
  static let halvedAtEnd = Set("”’）〕】》〉」』、，；：。．？！")
  static let halvedAtStart = Set("“‘（〔【《〈「『")

  /// The names of the rules that a line breaks.
  func violations() -> [String] {
    var found = wholeness()
    for (number, line) in paragraph.lines.enumerated() {
      let isLast = number == paragraph.lines.count - 1
      let isAfterEmergency = number > 0 && paragraph.lines[number - 1].fit.isEmergency
      found += edges(line, isFirst: number == 0 || isAfterEmergency, isLast: isLast)
      found += adjustment(line, isLast: isLast)
      if readsMarks { found += glyphs(line, isFirst: number == 0, isLast: isLast) }
    }
    return found
  }

  // Every character of the source exactly once, in order.
  private func wholeness() -> [String] {
    func solid(_ text: String) -> String { String(text.unicodeScalars.filter { $0 != " " }) }
    var found: [String] = []
    if solid(paragraph.lines.map(\.text).joined()) != solid(source) { found.append("text") }
    let drawn = paragraph.lines.map { LineReading.text(of: $0) }.joined()
    if solid(drawn) != solid(source) { found.append("glyphs") }
    if !paragraph.lines.allSatisfy(\.hasWholeRuns) { found.append("clusters") }
    var next = 0
    for line in paragraph.lines {
      if line.range.lowerBound != next { found.append("range") }
      next = line.range.upperBound
    }
    if next != source.unicodeScalars.count { found.append("range end") }
    return found
  }

  // LB-1…LB-5, PW-3, PW-4.
  private func edges(_ line: ComposedLine, isFirst: Bool, isLast: Bool) -> [String] {
    guard let first = line.text.unicodeScalars.first, let last = line.text.unicodeScalars.last
    else { return ["empty"] }
    if line.fit.isEmergency { return emergencyIsDue ? [] : ["LB-12"] }
    var found: [String] = []
    let isLong =
      first == "—" && line.text.hasPrefix("——") || first == "…" || first == "⸺" || first == "-"
    if !isFirst, Self.noStart.contains(Character(first)), !isLong { found.append("LB-1") }
    if !isFirst, isLong, first != "-", profile.level == .strict { found.append("LB-4") }
    if !isLast, Self.noEnd.contains(Character(last)) { found.append("LB-2") }
    if !isLast, profile.level != .basic, last == "/" || last == "／" { found.append("LB-3") }
    if !isLast, positions.never.contains(line.range.upperBound) { found.append("LB-5") }
    return found
  }

  // No legal set of breaks exists where some unbreakable stretch is longer than the measure.
  private var emergencyIsDue: Bool {
    let legal = Set(positions.legal)
    var width = 0.0
    var widest = 0.0
    for (index, start) in positions.starts.enumerated() {
      if legal.contains(start) { width = 0 }
      width += positions.widths[index] + positions.spaces[index]
      widest = max(widest, width)
    }
    return widest > measure - 2
  }

  // LA-1, LA-3.
  private func adjustment(_ line: ComposedLine, isLast: Bool) -> [String] {
    var found: [String] = []
    let right = (line.indent + line.width).points / 10
    if !isLast, !line.fit.isRigid, !line.fit.isShort, abs(right - measure) > 0.01 {
      found.append("LA-1")
    }
    if line.fit.isShort, right > measure - 0.2 { found.append("short") }
    if line.fit.isRigid, LineReading(line).characters.count > 1 { found.append("rigid") }
    if isLast, right > measure + 0.01, !line.fit.isEmergency { found.append("LA-1 last") }
    for use in line.fit.shrink.dropLast() where use.used != use.limit { found.append("LA-3 S") }
    for use in line.fit.stretch.dropLast() where use.used != use.limit { found.append("LA-3 T") }
    if !line.fit.shrink.allSatisfy({ $0.step == .lineEnd }), !line.fit.stretch.isEmpty {
      found.append("LA-3 ST")
    }
    return found
  }

  // LA-2, LA-3, PW-3, PW-4, MX-2 from where the glyphs stand.
  private func glyphs(_ line: ComposedLine, isFirst: Bool, isLast: Bool) -> [String] {
    var found: [String] = []
    let reading = LineReading(line)
    guard let first = reading.characters.first, let last = reading.characters.last else {
      return ["no glyphs"]
    }
    let edge = measure - line.indent.points / 10
    if !isLast, Self.halvedAtEnd.contains(last), !line.fit.isRigid, !line.fit.isShort,
      !line.fit.isEmergency
    {
      if abs((reading.origins.last ?? 0) - (edge - 0.5)) > 0.01 { found.append("PW-3 \(last)") }
    }
    if !isFirst, Self.halvedAtStart.contains(first), abs(reading.origins[0] + 0.5) > 0.01 {
      found.append("PW-4")
    }
    if RandomText.isHan(first) || first.isASCII, first != "-", first != "/" {
      if abs(reading.origins[0]) > 0.001 { found.append("MX-2 start") }
    }
    for index in reading.characters.indices.dropFirst() {
      found += pair(reading, index, line.fit)
    }
    return found
  }

  private func pair(_ reading: LineReading, _ index: Int, _ fit: LineFit) -> [String] {
    let before = reading.characters[index - 1]
    let after = reading.characters[index]
    let step = reading.origins[index] - reading.origins[index - 1]
    let gap = fit.gap + 0.002
    if RandomText.isHan(before), RandomText.isHan(after) {
      if step < 1 - 0.001 { return ["LA-2"] }
      return step > 1 + gap && !source.contains(" ") ? ["LA-3 Han \(step)"] : []
    }
    func isWord(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber)
    }
    if fit.stretch.contains(where: { $0.step == .emergency }) { return [] }
    if isWord(after) {
      if Self.halvedAtEnd.contains(before), step > 1 + gap { return ["MX-2 \(before)\(after)"] }
      if Self.noEnd.contains(before), step > 1 + gap { return ["MX-2 \(before)\(after)"] }
      if RandomText.isHan(before), fit.gap > 0.001, step < 1.5 - 0.002 { return ["LA-3 T2"] }
    }
    if isWord(before), step > 0.5 + gap, Self.noStart.contains(after), after != "/", after != "–" {
      if "，、。；：？！”’）》".contains(after) { return ["MX-2 \(before)\(after)"] }
    }
    return []
  }
}

@Suite struct RandomParagraphs {
  /// Seeds × 100 paragraphs: 10,000 in all.
  @Test(arguments: 0..<100) func rulesHold(seed: Int) throws {
    var text = RandomText(seed: UInt64(seed))
    var profiles: [CompositionProfile] = []
    for scheme in CompositionProfile.PunctuationScheme.allCases {
      for level in CompositionProfile.BreakLevel.allCases {
        var profile = CompositionProfile()
        profile.scheme = scheme
        profile.level = level
        profiles.append(profile)
      }
    }
    let shaper = SquareShaper()
    let composers = profiles.map { Composer(shaper: shaper, profile: $0) }
    let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)
    for _ in 0..<100 {
      let composer = text.pick(composers)
      let measure = Double(text.number(in: 16...120)) / 2
      let indent = Double(text.pick([0, 2]))
      let source = text.paragraph(
        pieces: text.number(in: 1...120), wild: text.number(in: 0...3) == 0)
      let tightness = text.pick(Tightness.allCases)
      let paragraph = try composer.compose(
        source, ems: measure, indent: indent, tightness: tightness)
      let properties = LineProperties(
        profile: composer.profile, source: source, measure: measure, paragraph: paragraph,
        positions: try composer.breakPositions(source, style: style))
      guard source.contains(where: { $0 != " " }) else { continue }
      let violations = properties.violations()
      #expect(
        violations.isEmpty,
        "\(violations) \(composer.profile.scheme) \(composer.profile.level) \(measure) \(tightness) \(source)\n\(paragraph.lines.map(\.text).joined(separator: "|\n"))"
      )
      if !violations.isEmpty { return }
    }
  }

  /// The switches that the first test leaves alone: region, tight pairs, hanging, paragraph starts,
  /// measures that vary.
  @Test(arguments: 0..<20) func rulesHoldForAllSwitches(seed: Int) throws {
    var text = RandomText(seed: UInt64(1000 + seed))
    let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)
    for _ in 0..<50 {
      var profile = CompositionProfile()
      profile.scheme = text.pick(CompositionProfile.PunctuationScheme.allCases)
      profile.level = text.pick(CompositionProfile.BreakLevel.allCases)
      profile.region = text.pick([.simplified, .traditional])
      profile.tightPairs = text.pick([true, false])
      profile.hangsPunctuation = text.pick([true, false])
      profile.squeezesStops = text.pick([true, false])
      profile.paragraphStart = text.pick([.trim, .keep])
      profile.mixedGap = text.pick([0, 0.125, 0.2, 0.25])
      profile.mixedGapMaximum = text.pick([0.25, 0.33, 0.5])
      let shaper = SquareShaper()
      shaper.centresMarks = profile.region == .traditional
      shaper.joinsDashes = text.pick([true, false])
      shaper.middleDot = text.pick([0.3, 0.5, 1])
      shaper.elsewhere = text.pick([[], ["e", "7", "中", "。"]])
      let composer = Composer(shaper: shaper, profile: profile)
      let measure = Double(text.number(in: 16...80)) / 2
      let source = text.paragraph(pieces: text.number(in: 1...120), wild: text.pick([true, false]))
      guard source.contains(where: { $0 != " " }) else { continue }
      let properties = LineProperties(
        profile: profile, source: source, measure: measure,
        paragraph: try composer.compose(source, ems: measure),
        positions: try composer.breakPositions(source, style: style), readsMarks: false)
      let violations = properties.violations()
      #expect(violations.isEmpty, "\(violations) \(profile) \(measure) \(source)")
    }
  }

  /// Anything at all: the composer does not stop, and loses nothing it can set.
  @Test(arguments: 0..<20) func nothingStopsIt(seed: Int) throws {
    var text = RandomText(seed: UInt64(2000 + seed))
    let blocks: [ClosedRange<UInt32>] = [
      0x00...0x7F, 0x80...0x24F, 0x300...0x36F, 0x590...0x6FF, 0xE00...0xE7F, 0x2000...0x206F,
      0x2190...0x27BF, 0x2E80...0x303F, 0x3040...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xAFFF,
      0xE000...0xE0FF, 0xFE00...0xFFFF, 0x1F300...0x1F64F, 0x20000...0x200FF, 0xE0100...0xE01EF,
    ]
    let shaper = SquareShaper()
    shaper.elsewhere = Set("acegikACEGIK13579中。".unicodeScalars)
    for _ in 0..<100 {
      var source = String.UnicodeScalarView()
      for _ in 0..<text.number(in: 1...60) {
        let block = text.pick(blocks)
        let value = UInt32(text.number(in: Int(block.lowerBound)...Int(block.upperBound)))
        if let scalar = Unicode.Scalar(value) { source.append(scalar) }
      }
      let string = String(source)
      let style = ParagraphStyle(
        character: bodyStyle, alignment: text.pick(Alignment.allCases),
        firstLineIndent: Double(text.number(in: 0...4)), isHeading: text.pick([true, false]))
      let width = Length.points(Double(text.number(in: -2...40)) * 5)
      let spans = [TextSpan(string, bodyStyle)]
      let lines = try Composer(shaper: shaper).compose(
        spans, style: style, measures: LineMeasures(width), tightness: text.pick(Tightness.allCases)
      ).lines
      if let last = lines.last { #expect(last.range.upperBound == string.unicodeScalars.count) }
      let areWhole = lines.allSatisfy(\.hasWholeRuns)
      #expect(areWhole, "\(string)")
      let columns = try VerticalComposer(shaper: shaper).compose(
        spans, style: style, heights: LineMeasures(width)
      ).lines
      #expect(columns.isEmpty == lines.isEmpty)
    }
  }

  @Test(arguments: ["，", "中", "a", "1", "“", "——", " ", "中，", "the ", "\u{0301}"])
  func longTextsOfOneKind(piece: String) throws {
    let source = String(repeating: piece, count: 20_000)
    let paragraph = try Composer(shaper: SquareShaper()).compose(source, ems: 11)
    #expect(
      paragraph.lines.map(\.text).joined().filter { $0 != " " }.unicodeScalars.count
        == source.filter { $0 != " " }.unicodeScalars.count)
  }
}
