public import Diagnostics
public import Notations

/// The shapes of the files that this target reads: its own readers are led through files that have
/// every key once, and what they ask for is written down.
public enum SpecShapes {
  /// `layout.yaml`.
  public static func layout() throws(Rejection) -> FileShape {
    let log = SpecLog()
    log.shape = FileShape()
    var reader = LayoutReader { file throws(Rejection) in
      file.contains("palette") ? "format: 1\ninks: {}" : "format: 1\nstyles: {}"
    }
    for makeup in [SpecExemplars.newspaper, SpecExemplars.board] {
      reader.log = log
      var problems = Problems()
      _ = try reader.read("exemplar", text: makeup, into: &problems)
    }
    log.shape?.allowText(at: "title")
    for page in ["first", "next"] { log.shape?.allowText(at: "masters.\(page).frames.any.takes") }
    return log.shape ?? FileShape()
  }

  /// A plan of a page.
  public static func page() throws(Rejection) -> FileShape {
    let log = SpecLog()
    log.shape = FileShape()
    _ = try PagePlanReader.read(SpecExemplars.page, file: "page.yaml", log: log)
    return log.shape ?? FileShape()
  }

  /// A plan of a book.
  public static func book() throws(Rejection) -> FileShape {
    let log = SpecLog()
    log.shape = FileShape()
    _ = try BookPlanReader.read(SpecExemplars.book, file: "book.yaml", log: log)
    return log.shape ?? FileShape()
  }

  /// A plan of an issue.
  public static func issue() throws(Rejection) -> FileShape {
    let log = SpecLog()
    log.shape = FileShape()
    _ = try IssuePlanReader.read(SpecExemplars.issue, file: "issue.yaml", log: log)
    return log.shape ?? FileShape()
  }
}

/// Files in which every key stands once, with a value that is right.
enum SpecExemplars {
  static let page = """
    format: 1
    layout: newspaper-tabloid
    facts: { paper: 报 }
    articles:
    \(articles(indent: 2))
    \(boxes(indent: 0))

    """

  static let issue = """
    format: 1
    layout: newspaper-tabloid
    facts: { paper: 报 }
    pages:
      - layout: newspaper-front
        facts: { section: 要闻 }
        articles:
    \(articles(indent: 6, besides: ["continues: 2"]))
    \(boxes(indent: 4))
      - articles: [{ report: b.txt }]

    """

  static let book = """
    format: 1
    title: 年鉴
    author: 某街道
    date: 2031-12-31
    layout: yearbook
    parts:
      - title: 月报
        documents:
          - { report: a.md, title: 一月, layout: bulletin-a4, photos: a/ }
          - { file: b.pdf, title: 方案 }
    index:
      persons: [张某]
      projects: [某项目]
      numbers: true
      leave-out: [李某]

    """

  private static let article = [
    "importance: 2", "photos: a/", "pin: { columns: 1-2, lines: 1-9 }", "head: above",
    "pictures: single", "quote: 引语", "quote-by: 某人", "box: hairline", "tint: true",
    "text-columns: 2", "ornament: wheat", "table: { any: 镇 }", "headline: 上行/下行", "panel: true",
    "writing: horizontal",
  ]

  private static func articles(indent: Int, besides more: [String] = []) -> String {
    let edge = String(repeating: " ", count: indent)
    let fields = (article + more).map { "\(edge)  \($0)" }
    return
      (["\(edge)- report: a.txt"] + fields + [
        "\(edge)- { report: b.txt, headline: [上行, 下行], panel: [1, 2], photos: [\(photo)] }"
      ]).joined(separator: "\n")
  }

  private static let photo =
    "{ file: a.jpg, caption: 河道, credit: 某人 摄, columns: 4, place: head, focus: 30x60 }"

  private static func boxes(indent: Int) -> String {
    let edge = String(repeating: " ", count: indent)
    return edge + "fixed: [{ image: a.png, columns: 1-2, lines: 1-9, label: 广告 }]\n" + edge
      + "fillers: [{ title: 天气, lines: [晴], rows: 6-20, label: 便民 }]"
  }

  private static let sheet = """
    format: 1
    title:  { en: exemplar, zh: 样例 }
    use:    { styles: none, palette: none }
    page:   { trim: [275mm, 390mm], bleed: 3mm }
    grid:   { columns: 6, measure: 11em, gutter: 1em, lines: 86, body: 9pt, leading: 11.54pt, top: 24mm, left: 9mm }
    composition: { level: gb, scheme: quanjiao, region: zh-Hans, paragraph-start: trim, tight-pairs: true, mixed-gap: 0.125em, squeeze-stops: true, hang: false, hang-at-need: false, hyphenate: false, last-line: 2, torn-gap: 0.2em }
    inks: { any: [0, 10, 20, 0], black: [0, 0, 0, 100], own: { spot: 大红, as: [0, 100, 90, 10], tint: 50 } }
    styles:
      any: { font: body, size: 9pt, steps: [9pt, 8pt], ink: any, tracking: 0, half-width-digits: true, align: justified, indent: 2em, indent-left: 0em, indent-right: 0em, run-in: hei, rows: 1, before: 0, after: 0, line-spacing: 1.5, heading: false, hyphenate: false }
      other: { like: any }

    """

  static let newspaper =
    sheet + """
      makeup: newspaper
      masters:
        first:
          frames: { any: { columns: 1-6, lines: 21-76 } }
          furniture: &furniture
            - page-head: { distance: 9mm, style: any, weight: 0.1mm, ink: any }
            - running-head: { distance: 5mm, style: any, odd: "{section}", even: "{paper}", weight: 0.1mm, ink: any }
            - column-rules: { weight: 0.1mm, ink: any }
            - folio: { distance: 9mm, style: any, pattern: "{page}", side: outer, inset: 1em, rise: 1em }
            - masthead: { columns: 1-6, lines: 1-19, ear: 5-6, ear-box: { border: hairline, ink: any, tint: any }, weight: 0.1mm, ink: any, plate: plate.svg }
            - credit-line: { distance: 5mm, style: any }
            - foot-rule: { distance: 5mm, weight: 0.1mm, ink: any }
            - code: { columns: 1-1, lines: 78-86 }
        next: { frames: { any: { columns: 1-6, lines: 21-76 } }, furniture: *furniture }
      objects:
        picture: { crop: 0.18, caption-rows: 2 }
        panel: { rows: 6-20, ideal: 9, across: 3, title: 数说, least: 4, note: 注 }
        strip: { rows: 4-9, ideal: 6, label: 公益广告, box: { border: hairline, ink: any, tint: any } }
        section-head: { rows: 4-6, ideal: 5 }
        skeletons: [{ name: a, pictures: [3-4 head], panel: 5-6 head }]
        fillers: [{ title: 天气, lines: [晴], rows: 6-20, label: 便民 }]
        column-sets: { measure: 13-23 }
        prices: { \(FitPrices.keys.map { "\($0.key): 1" }.joined(separator: ", ")) }

      """

  static let board =
    sheet + """
      makeup: board
      masters:
        first: &page
          frames: { any: { columns: 1-6, lines: 1-9, takes: [any, text], fit: [0.6, 1.1], stand: top, tables: form, pictures: fill, box: { border: hairline, ink: any, tint: any }, ground: any } }
        next: *page
      document:
        form: official
        mark: 35mm
        slot: 20mm
        foot: last
        screens: false
        cover: any
        notes: { place: foot, number: page }
        tables: { rules: three, zebra: any, continued: 续表, carry: true, turn: true, density: normal, air: 0.35em }
      poster: { least: 20pt, most: 80pt, larger: [[297mm, 420mm]] }
      tile: 900mm
      longest: 5000mm
      gather: { across: 1, down: 2 }

      """
}
