/// The finished chart before it becomes paths and glyphs: every mark, tick and label at its place.
///
/// Facts are read from it, and pictures are drawn from it, so the two cannot part. Lengths are chart
/// units, one of which is one point; y goes down.
struct Scene {
  var root: SceneView
  /// Scales by name, for the facts.
  var scales: [SceneScale] = []
  /// The whole picture.
  var width = 0.0
  var height = 0.0
  /// Where the root view's plot starts in the picture.
  var originX = 0.0
  var originY = 0.0
  /// White about everything.
  var padding = 0.0
  var background: RGB?
  /// What a reader who cannot see the picture is told.
  var alternative = ""
}

/// A view: a plot, or views put together.
struct SceneView {
  var name = ""
  var width = 0.0
  var height = 0.0
  /// Its corner in its parent.
  var x = 0.0
  var y = 0.0
  var fill: RGB?
  var stroke: RGB?
  var title: SceneTitle?
  var axes: [SceneAxis] = []
  var marks: [SceneMark] = []
  var legends: [SceneLegend] = []
  var headers: [SceneHeader] = []
  var views: [SceneView] = []
  /// Texts that belong to no axis: notes, sources, labels at line ends.
  var notes: [SceneText] = []
  /// Thin lines that lead notes to what they name.
  var leaders: [SceneItem] = []
}

/// A scale as the facts name it.
struct SceneScale: Hashable {
  var name: String
  var scale: Scale
  /// Whether its times are starts of units, which Vega holds as dates and not as numbers.
  var isCutTime = false
}

/// A text at an anchor.
struct SceneText: Hashable {
  var lines: [String]
  var x: Double
  var y: Double
  var align = "left"
  var baseline = "alphabetic"
  /// Degrees clockwise.
  var angle = 0.0
  var size = 11.0
  var isBold = false
  var colour = RGB.black
  var opacity = 1.0
  /// Longest width; longer texts are cut with an ellipsis.
  var limit = 0.0
  /// Not drawn, because others need the place.
  var isHidden = false
  /// Distance of lines; nothing for the usual one.
  var lineHeight = 0.0
  /// Drawn on a ground of paper, so that lines below do not cross it.
  var hasGround = false
}

/// The title of a view.
struct SceneTitle: Hashable {
  var text: SceneText
  var subtitle: SceneText?
  var orient = "top"
}

/// One axis.
struct SceneAxis: Hashable {
  var orient: String
  /// Where along the axis grid lines stand; empty where there are none.
  var grid: [Double] = []
  var gridPaints: [SceneLine] = []
  var ticks: [Double] = []
  var tickPaint = SceneLine()
  var tickSize = 5.0
  var labels: [SceneText] = []
  /// The places of the labels along the axis.
  var labelPlaces: [Double] = []
  var labelAngle = 0.0
  var domain: (Double, Double)?
  var domainPaint = SceneLine()
  var title: SceneText?
  /// Distance of the axis line from the plot's edge.
  var offset = 0.0
  /// Drawn over the marks.
  var isOnTop = false
  /// Whether labels, ticks and line are drawn here and not in a header.
  var isMain = true
  /// How far it reaches from the plot.
  var extent = 0.0
  /// The values of its ticks.
  var values: [DataValue] = []
  /// What is said of its parts' places.
  var spec: SpecValue = [:]
  /// Whether an upright axis has its title flat above it.
  var standsUpright = false

  static func == (a: SceneAxis, b: SceneAxis) -> Bool {
    a.orient == b.orient && a.grid == b.grid && a.ticks == b.ticks && a.labels == b.labels
      && a.title == b.title
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(orient)
    hasher.combine(labels)
  }

  var isHorizontal: Bool { orient == "bottom" || orient == "top" }
}

/// How a line is drawn.
struct SceneLine: Hashable {
  var colour = RGB(red: 136, green: 136, blue: 136)
  var width = 1.0
  var dash: [Double] = []
  var opacity = 1.0
}

/// One legend.
struct SceneLegend: Hashable {
  struct Entry: Hashable {
    var symbol: SceneItem
    var shape: String
    var colour: RGB?
    var size: Double
    var label: SceneText
  }

  var orient: String
  var title: SceneText?
  var entries: [Entry] = []
  /// Stops of a gradient; empty where there are symbols.
  var gradient: [(share: Double, colour: RGB)] = []
  /// Whether the stops are bands of one colour each.
  var isBanded = false
  var gradientBox: (x: Double, y: Double, width: Double, height: Double) = (0, 0, 0, 0)
  var isHorizontal = false
  var labels: [SceneText] = []
  var x = 0.0
  var y = 0.0
  var width = 0.0
  var height = 0.0

  static func == (a: SceneLegend, b: SceneLegend) -> Bool {
    a.orient == b.orient && a.entries == b.entries && a.title == b.title && a.labels == b.labels
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(orient)
    hasher.combine(entries)
  }
}

/// The head or foot of a row or column of a facet.
struct SceneHeader: Hashable {
  var role: String
  var x = 0.0
  var y = 0.0
  var text: SceneText?
  var axes: [SceneAxis] = []
  var width = 0.0
  var height = 0.0
}

/// The marks of a unit.
struct SceneMark: Hashable {
  /// What is drawn. Whoever handles marks handles each of these, so that a new one is found by the
  /// compiler wherever something must be said of it.
  enum Kind: String, Hashable {
    case rect, symbol, rule, text, arc, image, shape
    case line, area, trail

    /// Whether it runs through points, one path a series.
    var isPath: Bool {
      switch self {
      case .line, .area, .trail: true
      case .rect, .symbol, .rule, .text, .arc, .image, .shape: false
      }
    }
  }

  let kind: Kind
  /// The items; none of a path.
  var items: [SceneItem]
  /// The points of paths, one list a series; none of other marks.
  var series: [[SceneItem]]
  /// Whether nothing shows beyond the plot.
  var clips: Bool

  /// Marks that are items.
  init(kind: Kind, items: [SceneItem] = [], clips: Bool = false) {
    (self.kind, self.items, self.clips) = (kind, items, clips)
    series = []
  }

  /// Marks that are paths.
  init(kind: Kind, series: [[SceneItem]], clips: Bool = false) {
    (self.kind, self.series, self.clips) = (kind, series, clips)
    items = []
  }

  var isPath: Bool { kind.isPath }
}

/// Colours that run into one another along a line, or from a point outwards, over a mark's box.
struct SceneBlend: Hashable {
  struct Stop: Hashable {
    /// 0…1 of the way.
    var share: Double
    var colour: RGB
  }

  var stops: [Stop]
  var isRadial = false
  /// The ends as shares of the box; of a radial blend both are its middle.
  var x1 = 0.0
  var y1 = 0.0
  var x2 = 1.0
  var y2 = 0.0
  /// The inner and outer radius of a radial blend, as shares of the box.
  var r1 = 0.0
  var r2 = 0.5

  /// The colour at a share of the way.
  func colour(at share: Double) -> RGB {
    guard let first = stops.first, let last = stops.last else { return .black }
    if share <= first.share { return first.colour }
    for (low, high) in zip(stops, stops.dropFirst()) where share <= high.share {
      let span = high.share - low.share
      return RGB.mix(low.colour, high.colour, span > 0 ? (share - low.share) / span : 1)
    }
    return last.colour
  }
}

/// One mark, or one point of a path.
struct SceneItem: Hashable {
  var x = 0.0
  var y = 0.0
  var x2: Double?
  var y2: Double?
  var width = 0.0
  var height = 0.0
  var size = 0.0
  var shape = ""
  var innerRadius = 0.0
  var outerRadius = 0.0
  /// Radians clockwise from the top.
  var startAngle = 0.0
  var endAngle = 0.0
  var padAngle = 0.0
  var angle = 0.0
  /// Kept apart, since most items have none and there may be hundreds of thousands.
  private var words: [SceneText] = []
  var text: SceneText? {
    get { words.first }
    set { words = newValue.map { [$0] } ?? [] }
  }
  var fill: RGB?
  /// Kept apart, since hardly any item has one.
  private var blends: [SceneBlend] = []
  /// The blend of colours that fills it instead of `fill`, which stands for it where one colour is
  /// wanted.
  var blend: SceneBlend? {
    get { blends.first }
    set { blends = newValue.map { [$0] } ?? [] }
  }
  /// Kept apart, as blends are.
  private var outlines: [MapOutline] = []
  /// The outline of a shape on a map.
  var outline: MapOutline? {
    get { outlines.first }
    set { outlines = newValue.map { [$0] } ?? [] }
  }
  var stroke: RGB?
  var opacity: Double?
  var fillOpacity: Double?
  var strokeOpacity: Double?
  var strokeWidth: Double?
  var dash: [Double]?
  var cap: String?
  var interpolate: String?
  var tension = 0.0
  /// Corners from the top left clockwise; the first four are all `radius` where only that is set.
  var corners: [Double] = [0, 0, 0, 0]
  var radius: Double?
  /// Round corners of the pile that it ends; Vega-Lite rounds a group about it and not the mark.
  var pileCorners: [Double] = [0, 0, 0, 0]
  /// Whether a path goes through it; a break otherwise.
  var isDefined = true
  /// A pattern that tells it apart without colour.
  var hatch: Int?
  var url: String?
  /// Whether a picture fills its place out of shape.
  var isStretched = false
  /// The name of the series that a path stands for.
  var series: String?
  /// The amount that a bar stands for.
  var value: Double?
}
