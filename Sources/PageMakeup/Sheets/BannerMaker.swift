import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A slogan on cloth 横幅 at a tenth of its size: one line of large characters with equal gaps, then
/// the cloth in tiles that are cut between characters.
struct BannerMaker {
  let job: MakeupJob
  let setter: TextSetter

  /// Height of the characters, in shares of the cloth's.
  static let most = 0.78
  static let least = 0.6
  /// Widest gap between characters, and narrowest, in ems.
  private static let gaps = 0.06...1.2
  /// The cloth's ends that stay free for the poles, in shares of its height.
  private static let ends = 0.45

  private var cloth: Size

  init(job: MakeupJob, setter: TextSetter) {
    self.job = job
    self.setter = setter
    cloth = job.layout.trim
  }

  /// Cloth is bought by the metre; at this share of its height characters stand well.
  private static let metre = Length.millimetres(100)
  private static let good = 0.7

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let words = job.report.headlineParts.joined(separator: "\u{3000}")
    let text = words.isEmpty ? job.report.blocks.first?.text ?? "" : words
    var maker = self
    var least = Self.least
    while try !maker.holds(text, at: least), let longest = job.layout.longest,
      maker.cloth.width + Self.metre <= longest
    {
      maker.cloth.width += Self.metre
      least = Self.good
    }
    if maker.cloth.width > cloth.width, try maker.holds(text, at: least) {
      problems.report(
        MakeupProblems.longerCloth(Self.metres(maker.cloth.width), own: Self.metres(cloth.width)))
    }
    return try maker.pages(text)
  }

  /// Whether the cloth holds the characters at a share of its height.
  private func holds(_ text: String, at share: Double) throws(Rejection) -> Bool {
    let glyphs = try glyphs(text, style: setter.style("headline").paragraph.character, share: share)
    let wide = glyphs.reduce(Length.zero) { $0 + $1.width }
    let gap = cloth.height.scaled(by: share * Self.gaps.lowerBound)
    let room = cloth.width - cloth.height.scaled(by: Self.ends) * 2
    return wide + gap * max(0, glyphs.count - 1) <= room
  }

  private func pages(_ text: String) throws(Rejection) -> MadeUp {
    let set = try spread(text)
    let whole = page(set.items, from: .zero, to: cloth.width, label: "1")
    var pages = [whole]
    let seams = Self.seams(set.gaps, width: cloth.width, most: job.layout.tile ?? cloth.width)
    if seams.count > 1 {
      for (number, range) in seams.enumerated() {
        pages.append(
          page(set.items, from: range.from, to: range.to, label: "1-\(number + 1)"))
      }
    }
    for index in pages.indices { pages[index].items += try note(index, of: seams) }
    return MadeUp(document: PagedDocument(pages: pages))
  }

  // MARK: Characters

  /// The characters with equal gaps, and the middle of each gap.
  private func spread(_ text: String) throws(Rejection) -> (items: [PlacedItem], gaps: [Length]) {
    let free = cloth.height.scaled(by: Self.ends) * 2
    let room = cloth.width - free
    let style = setter.style("headline").paragraph.character
    var share = Self.most
    var glyphs = try glyphs(text, style: style, share: share)
    var wide = glyphs.reduce(Length.zero) { $0 + $1.width }
    let tightest = { (size: Length) in size.scaled(by: Self.gaps.lowerBound) }
    while wide + tightest(cloth.height) * max(0, glyphs.count - 1) > room, share > Self.least {
      share = max(Self.least, share - 0.01)
      glyphs = try self.glyphs(text, style: style, share: share)
      wide = glyphs.reduce(Length.zero) { $0 + $1.width }
    }
    let size = cloth.height.scaled(by: share)
    let least = tightest(size) * max(0, glyphs.count - 1)
    if wide + least > room {
      let over = (wide + least - room).units / size.units + 1
      throw Rejection(MakeupProblems.overset(text, characters: over))
    }
    let gap = min(
      (room - wide) / max(1, glyphs.count - 1), size.scaled(by: Self.gaps.upperBound))
    let used = wide + gap * max(0, glyphs.count - 1)
    var x = (cloth.width - used) / 2
    let ascent = try setter.ascent(of: sized(style, share: share))
    let baseline = (cloth.height - size) / 2 + ascent
    var items = [PlacedItem(at: .zero, .tag(StructureTag(.heading, level: 1)))]
    var gaps: [Length] = []
    for (number, glyph) in glyphs.enumerated() {
      let left = x
      items += glyph.items.map {
        PlacedItem(at: $0.origin + Point(x: left, y: baseline), $0.item)
      }
      x += glyph.width
      if number < glyphs.count - 1 { gaps.append(x + gap / 2) }
      x += gap
    }
    return (items, gaps)
  }

  private func glyphs(
    _ text: String, style: CharacterStyle, share: Double
  ) throws(Rejection) -> [(items: [PlacedItem], width: Length)] {
    let look = sized(style, share: share)
    var glyphs: [(items: [PlacedItem], width: Length)] = []
    for character in text {
      if character == "\u{3000}" {
        glyphs.append(([], look.size / 2))
      } else {
        glyphs.append(try setter.line(String(character), style: look))
      }
    }
    return glyphs
  }

  private func sized(_ style: CharacterStyle, share: Double) -> CharacterStyle {
    var look = style
    look.size = cloth.height.scaled(by: share)
    return look
  }

  // MARK: Tiles

  /// Tiles as wide as may be, each ending between two characters.
  static func seams(
    _ gaps: [Length], width: Length, most: Length
  ) -> [(from: Length, to: Length)] {
    var seams: [(from: Length, to: Length)] = []
    var from = Length.zero
    while width - from > most {
      let cut = gaps.last { $0 > from && $0 - from <= most } ?? from + most
      seams.append((from, cut))
      from = cut
    }
    return seams + [(from, width)]
  }

  private func page(
    _ items: [PlacedItem], from: Length, to: Length, label: String
  ) -> Page {
    let size = Size(width: to - from, height: cloth.height)
    let bleed = job.layout.bleed
    let box = Rect(
      left: -bleed.left, top: -bleed.top, right: size.width + bleed.right,
      bottom: size.height + bleed.bottom)
    let clip = Rect(left: from, top: box.top, right: to, bottom: box.bottom)
    let ground = PlacedItem(at: .zero, .path(.rect(box), Paint(fill: setter.ink("cloth"))))
    let group = Group(items: items.filter(\.isDrawn), clip: .rect(clip))
    return Page(
      label: label, trim: size, bleed: bleed,
      items: [
        PlacedItem(at: .zero, .tag(StructureTag(.artifact))), ground,
        PlacedItem(at: .zero, .tag(StructureTag(.heading, level: 1))),
        PlacedItem(at: Point(x: .zero - from, y: .zero), .group(group)),
      ])
  }

  /// Metres of cloth for a length at a tenth of it.
  private static func metres(_ length: Length) -> String {
    let hundredths = Int(length.millimetres.rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  /// What the sheet is, small at its lower left corner: scale and the cloth's own size.
  private func note(
    _ index: Int, of seams: [(from: Length, to: Length)]
  ) throws(Rejection) -> [PlacedItem] {
    let style = setter.style("note").paragraph.character
    let range = index == 0 ? (from: Length.zero, to: cloth.width) : seams[index - 1]
    let part = index == 0 ? "" : "　第\(index)幅／共\(seams.count)幅"
    let words =
      "比例 1∶10　成品 \(Self.metres(range.to - range.from)) m × \(Self.metres(cloth.height)) m\(part)"
    let (items, _) = try setter.line(words, style: style)
    let corner = Point(x: .millimetres(2), y: cloth.height - .millimetres(1.5))
    return [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
      + items.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }
}

extension PlacedItem {
  /// Whether it paints anything.
  fileprivate var isDrawn: Bool {
    if case .tag = item { false } else { true }
  }
}
