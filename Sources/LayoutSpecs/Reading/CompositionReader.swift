/// Reads the `composition` map: the choices that CLREQ leaves open.
enum CompositionReader {
  static let keys = [
    "level", "scheme", "region", "paragraph-start", "tight-pairs", "mixed-gap", "squeeze-stops",
    "hang", "hang-at-need", "hyphenate", "last-line", "torn-gap",
  ]

  static func read(_ node: SpecNode) -> CompositionProfile {
    let fields = node.fields(keys)
    var profile = CompositionProfile()
    if let level = fields["level"]?.choice(CompositionProfile.BreakLevel.self) {
      profile.level = level
    }
    if let scheme = fields["scheme"]?.choice(CompositionProfile.PunctuationScheme.self) {
      profile.scheme = scheme
    }
    if let region = fields["region"]?.choice(CompositionProfile.Region.self) {
      profile.region = region
    }
    if let start = fields["paragraph-start"]?.choice(CompositionProfile.ParagraphStart.self) {
      profile.paragraphStart = start
    }
    if let tight = fields["tight-pairs"]?.flag() { profile.tightPairs = tight }
    if let gap = fields["mixed-gap"]?.ems(in: 0...0.5) {
      profile.mixedGap = gap
      profile.mixedGapMinimum = min(gap, profile.mixedGapMinimum)
    }
    if let stops = fields["squeeze-stops"]?.flag() { profile.squeezesStops = stops }
    if let hang = fields["hang"]?.flag() { profile.hangsPunctuation = hang }
    if let hang = fields["hang-at-need"]?.flag() { profile.hangsAtNeed = hang }
    if let hyphenate = fields["hyphenate"]?.flag() { profile.hyphenates = hyphenate }
    if let torn = fields["torn-gap"]?.ems(in: 0.05...1) { profile.tornGap = torn }
    if let last = fields["last-line"]?.integer(in: 1...4) { profile.lastLineMinimum = last }
    return profile
  }
}
