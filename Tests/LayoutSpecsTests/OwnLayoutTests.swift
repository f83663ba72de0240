import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Testing

/// A layout of one's own: begun from another, its inks in every style, its columns followed.
@Suite struct OwnLayoutTests {
  private static let base = """
    format: 1
    title: { en: base, zh: 底 }
    use:    { styles: some, palette: some }
    page: { trim: [200mm, 120mm] }
    grid: { columns: 6, measure: 7em, gutter: 1em, lines: 20, body: 9pt, leading: 12pt }
    masters:
      first:
        frames:
          story: { columns: 1-6, lines: 1-end }
    objects:
      picture: { crop: 0.1 }
      skeletons: [{ name: a, pictures: [3-4 head, 5-6 foot] }]
    """
  private static let files = [
    "layouts/base/layout.yaml": base,
    "layouts/_shared/palette-some.yaml": "format: 1\ninks:\n  accent: [0, 100, 90, 0]\n",
    "layouts/_shared/styles-some.yaml":
      "format: 1\nstyles:\n  body: { font: body, size: 9pt }\n"
      + "  headline: { like: body, ink: accent }\n",
  ]

  private func read(
    _ text: String, settings: [(path: String, value: String)] = []
  ) throws -> LayoutSpec {
    var problems = Problems()
    let reader = LayoutReader { file throws(Rejection) in
      if file == "mine/layout.yaml" { return text }
      guard let found = Self.files[file] else {
        throw Rejection(Diagnostic(.error, "file.missing", Wording("no \(file)", "无")))
      }
      return found
    }
    return try reader.read("mine", file: "mine/layout.yaml", settings: settings, into: &problems)
  }

  @Test func aSharedStyleTakesTheLayoutsInk() throws {
    let blue = Ink(cyan: 1, magenta: 0.6, yellow: 0, black: 0.25)
    let own = try read(Self.base + "\ninks: { accent: [100, 60, 0, 25] }\n")
    #expect(own.styles["headline"]?.paragraph.character.ink == blue)
    let set = try read(Self.base, settings: [("inks.accent", "[100, 60, 0, 25]")])
    #expect(set.styles["headline"]?.paragraph.character.ink == blue)
    #expect(set.palette.ink("accent") == blue)
  }

  /// An ink with a plate of its own, written in full and used as a tint.
  @Test func aLayoutMayHaveASpotInk() throws {
    let own = try read(
      Self.base + "\ninks: { accent: { spot: 大红, as: [0, 100, 80, 0], tint: 50 } }\n")
    let half = Ink.spot(
      "大红", tint: 0.5, alternate: Ink(cyan: 0, magenta: 0.5, yellow: 0.4, black: 0))
    #expect(own.styles["headline"]?.paragraph.character.ink == half)
    #expect(half.full == .spot("大红", alternate: Ink(cyan: 0, magenta: 1, yellow: 0.8, black: 0)))
    #expect(half.alternate == Ink(cyan: 0, magenta: 0.5, yellow: 0.4, black: 0))
  }

  @Test func aLayoutSaysOnlyWhatDiffers() throws {
    let own = try read(
      "format: 1\ntitle: { en: mine, zh: 我的 }\nlike: base\ngrid: { columns: 5 }\n")
    #expect(own.title.chinese == "我的")
    #expect(own.grid.columns == 5)
    #expect(own.grid.measure == 8, "as wide a type area in five columns")
    #expect(own.first.frames[0].columns == 1...5)
    let more = try read(
      "format: 1\ntitle: { en: mine, zh: 我的 }\nlike: base\ngrid: { columns: 5 }\n"
        + "masters: { first: { furniture: [{ column-rules: { weight: 0.1mm } }] } }\n")
    #expect(more.first.frames[0].columns == 1...5 && more.first.furniture.count == 1)
    let slots = own.objects.skeletons[0].pictures
    #expect(slots.allSatisfy { $0.columns.upperBound <= 5 })
  }

  @Test func columnsByASettingAreFollowed() throws {
    let own = try read(Self.base, settings: [("grid.columns", "4")])
    #expect(own.first.frames[0].columns == 1...4)
    #expect(own.grid.measure == 11)
    let both = try read(
      Self.base, settings: [("grid.columns", "4"), ("grid.measure", "9em")])
    #expect(both.grid.measure == 9)
  }

  @Test(arguments: ["like: nowhere", "like: ../base", "like: base/../base"])
  func anUnknownBaseIsRefused(_ line: String) throws {
    let error = #expect(throws: Rejection.self) {
      try read("format: 1\ntitle: { en: m, zh: 我 }\n\(line)\n")
    }
    #expect(error?.diagnostics.first?.code == "layout.unknown-base")
  }
}
