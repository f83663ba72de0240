import DisplayList
import Geometry

/// A rectangle of ink, in points from the trim's corner.
struct InkBox {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
}

extension InkBox {
  init(_ rect: Rect) {
    self.init(
      left: rect.left.points, top: rect.top.points, right: rect.right.points,
      bottom: rect.bottom.points)
  }

  func contains(_ other: InkBox, tolerance: Double) -> Bool {
    left - tolerance <= other.left && top - tolerance <= other.top
      && right + tolerance >= other.right && bottom + tolerance >= other.bottom
  }

  func grown(by margin: Double) -> InkBox {
    InkBox(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// How far two boxes lie over each other.
  func overlap(_ other: InkBox) -> (width: Double, height: Double) {
    (
      min(right, other.right) - max(left, other.left),
      min(bottom, other.bottom) - max(top, other.top)
    )
  }
}

/// What a page paints, as boxes in painting order.
struct PageInks {
  struct Text {
    var box: InkBox
    var words: String
    /// Size of its em, in points.
    var size: Double
    var baseline: Double
    var order: Int
    /// The drawing that it belongs to, such as a chart; 0 for none.
    var figure: Int
    var isFurniture: Bool
    var clip: InkBox?
  }

  struct Shape {
    var box: InkBox
    var order: Int
    var figure: Int
  }

  private(set) var texts: [Text] = []
  private(set) var pictures: [Shape] = []
  /// The pictures by name, as often as they are placed.
  private(set) var placedImages: [(name: String, box: InkBox)] = []
  /// Areas that hide what was painted before them.
  private(set) var covers: [Shape] = []
  /// Straight lines, one to three points thick at most.
  private(set) var rules: [Shape] = []
  private var order = 0
  private var figure = 0
  private var figures = 0
  /// Whether what is painted is no part of the text: page heads, folios, marks in the margin.
  private var isFurniture = false
  /// Whether it is what a proof has over its page.
  private var isOverlay = false
  private let trim: InkBox
  private let overText: Set<String>

  var trimArea: Double { (trim.right - trim.left) * (trim.bottom - trim.top) }

  /// `overText` are names of pictures that are meant to lie with text.
  init(_ page: Page, overText: Set<String> = []) {
    self.overText = overText
    trim = InkBox(
      left: 0, top: 0, right: page.trim.width.points, bottom: page.trim.height.points)
    add(page.items, Map(), clip: nil)
  }

  /// A map of the plane without its types, for speed.
  private struct Map {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var x = 0.0
    var y = 0.0

    func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> InkBox {
      if b == 0, c == 0, a > 0, d > 0 {
        return InkBox(
          left: a * left + x, top: d * top + y, right: a * right + x, bottom: d * bottom + y)
      }
      let xs = [
        a * left + c * top, a * right + c * top, a * left + c * bottom, a * right + c * bottom,
      ]
      let ys = [
        b * left + d * top, b * right + d * top, b * left + d * bottom, b * right + d * bottom,
      ]
      return InkBox(
        left: (xs.min() ?? 0) + x, top: (ys.min() ?? 0) + y, right: (xs.max() ?? 0) + x,
        bottom: (ys.max() ?? 0) + y)
    }

    func moved(to origin: Point) -> Map {
      var map = self
      map.x += a * origin.x.points + c * origin.y.points
      map.y += b * origin.x.points + d * origin.y.points
      return map
    }

    func under(_ own: Transform) -> Map {
      Map(
        a: a * own.a + c * own.b, b: b * own.a + d * own.b, c: a * own.c + c * own.d,
        d: b * own.c + d * own.d, x: a * own.tx.points + c * own.ty.points + x,
        y: b * own.tx.points + d * own.ty.points + y)
    }
  }

  private mutating func add(_ items: [PlacedItem], _ map: Map, clip: InkBox?) {
    for placed in items {
      order += 1
      if isOverlay {
        guard case .tag = placed.item else { continue }
      }
      switch placed.item {
      case .glyphs(let run): add(run, map.moved(to: placed.origin), clip: clip)
      case .path(let path, let paint): add(path, paint, map.moved(to: placed.origin))
      case .image(let image):
        let box = map.moved(to: placed.origin)
          .box(0, 0, image.size.width.points, image.size.height.points)
        if !overText.contains(image.image.rawValue) {
          pictures.append(Shape(box: box, order: order, figure: figure))
        }
        placedImages.append((image.image.rawValue, box))
      case .group(let group):
        let inner = map.moved(to: placed.origin).under(group.transform)
        var own = clip
        if let path = group.clip, let box = Self.box(of: path, inner) {
          own = clip.map { Self.meet($0, box) } ?? box
        }
        add(group.items, inner, clip: own)
      case .tag(let tag):
        figure = 0
        isFurniture = tag.kind == .artifact
        isOverlay = tag == ProofOverlay.tag
        if tag.kind == .figure {
          figures += 1
          figure = figures
        }
      }
    }
  }

  private static func meet(_ one: InkBox, _ other: InkBox) -> InkBox {
    InkBox(
      left: max(one.left, other.left), top: max(one.top, other.top),
      right: min(one.right, other.right), bottom: min(one.bottom, other.bottom))
  }

  private mutating func add(_ run: GlyphRun, _ map: Map, clip: InkBox?) {
    guard run.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
      let first = run.glyphs.first
    else { return }
    var (left, right) = (first.x, first.x)
    var (top, bottom) = (first.y, first.y)
    // Blanks at its end are no ink: a mark of a note may stand on them.
    let blanks = min(run.text.utf8.reversed().prefix { $0 == 0x20 }.count, run.glyphs.count - 1)
    let inked = run.glyphs.dropLast(blanks)
    for glyph in inked {
      left = min(left, glyph.x)
      right = max(right, glyph.x)
      top = min(top, glyph.y)
      bottom = max(bottom, glyph.y)
    }
    let em = run.size.points
    // The width of a run in a vertical line is how far down it reaches.
    let isVertical = bottom - top > right - left && bottom - top >= run.size / 2
    let whole =
      isVertical
      ? right.points + em : blanks > 0 ? run.glyphs[inked.count].x.points : run.width.points
    let end = max(whole, right.points + em * Self.least)
    let inset = em * Self.side
    // An opening mark has its ink in the right half of its em, a short link in the middle, and the
    // blank may be trimmed away.
    let isBlank = run.text.unicodeScalars.first.map(Self.blankAtLeft.contains) ?? false
    let start = left.points + (isBlank && first.x == left ? em * Self.blank : inset)
    let box = map.box(
      start, top.points - em * Self.ascent, max(end - inset, start),
      bottom.points + em * Self.descent)
    let scale = (map.a * map.a + map.b * map.b).squareRoot()
    texts.append(
      Text(
        box: box, words: run.text, size: em * scale, baseline: map.y + bottom.points * map.d,
        order: order, figure: figure, isFurniture: isFurniture, clip: clip))
  }

  /// Ink of Han type in its em, from its sides and from the baseline.
  private static let side = 0.08
  private static let ascent = 0.76
  private static let descent = 0.04
  /// The marks with a blank at their left, and how much of their em it takes.
  private static let blankAtLeft = Set("“‘（〔【〖［｛《〈「『–‐·‧・".unicodeScalars)
  private static let blank = 0.45
  /// Narrowest glyph.
  private static let least = 0.3

  private static func box(of path: Path, _ map: Map) -> InkBox? {
    var found: InkBox?
    for element in path.elements {
      let points: [Point] =
        switch element {
        case .move(let point), .line(let point): [point]
        case .curve(let one, let two, let end): [one, two, end]
        case .close: []
        }
      for point in points {
        let (x, y) = (point.x.points, point.y.points)
        let one = map.box(x, y, x, y)
        found =
          found.map {
            InkBox(
              left: min($0.left, one.left), top: min($0.top, one.top),
              right: max($0.right, one.right), bottom: max($0.bottom, one.bottom))
          } ?? one
      }
    }
    return found
  }

  private mutating func add(_ path: Path, _ paint: Paint, _ map: Map) {
    // Ornaments and drawings have many parts; rules and plates have few.
    guard path.elements.count <= 12, let box = Self.box(of: path, map) else { return }
    let shape = Shape(box: box, order: order, figure: figure)
    let isThin = min(box.right - box.left, box.bottom - box.top) <= Self.thickest
    if paint.fill != nil, !isThin { covers.append(shape) }
    guard path.elements.count == 2 || paint.fill != nil, isThin else { return }
    rules.append(shape)
  }

  /// A thicker line is an area, in points.
  private static let thickest = 3.0
}
