import Geometry

/// Areas of a map in GeoJSON or TopoJSON, shaded by a measure, each with its name and value.
struct RegionMap {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  /// An area with what stands on it.
  private struct Region {
    var name: String
    var geometry: DataValue
    var shape: GeoShape
    var value: Double?
  }

  /// The size of names, in points, and of the lines of a label.
  private static let (nameSize, line) = (6.5, 8.5)

  private func regions(_ map: DataTable, _ measure: PresetMeasure) -> [Region] {
    let names = input.column("x").map(\.words)
    let values = input.column("y").map { $0.measure.map { $0 / measure.divisor } }
    let properties = map.column("properties")
    let key = nameKey(properties, names)
    return zip(properties, map.column("geometry")).map { properties, geometry in
      let name = key.map { properties.member($0).words } ?? ""
      let row = names.firstIndex(of: name)
      return Region(
        name: name, geometry: geometry, shape: GeoShape(geometry), value: row.flatMap { values[$0] }
      )
    }
  }

  /// The property that names areas as the rows do: the one with the most names in common.
  private func nameKey(_ properties: [DataValue], _ names: [String]) -> String? {
    var counts: [String: Int] = [:]
    let wanted = Set(names)
    for case .map(let map) in properties {
      for (key, value) in map where wanted.contains(value.words) { counts[key, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  var view: SpecValue {
    let measure = input.measure("y")
    let regions = regions(map, measure)
    report(regions)
    let spots = regions.map { LabelSpot(of: $0.shape) }
    let scale = pointsOfDegree(regions)
    var (areas, labels, left) = ([SpecValue](), [SpecValue](), [String]())
    for (region, spot) in zip(regions, spots) {
      var area: SpecValue = [
        "type": "Feature", "name": SpecValue(region.name),
        "geometry": SpecValue(data: region.geometry, at: nil),
      ]
      area["value"] = region.value.map { SpecValue($0) } ?? SpecValue(.null)
      areas.append(area)
      guard let spot, !region.name.isEmpty else { continue }
      let words = region.value.map(measure.words) ?? ""
      let room = spot.radius * scale * 2
      let needed = max(Advance.of(region.name, size: Self.nameSize), Advance.of(words, size: 7.5))
      guard needed <= room * 1.25, room * 1.25 >= Self.line else {
        left.append(words.isEmpty ? region.name : "\(region.name) \(words)")
        continue
      }
      let isDark = region.value.map { PresetInk.step($0, measure.low, measure.high) > 2 } ?? false
      labels.append([
        "name": SpecValue(region.name), "words": SpecValue(words),
        "east": SpecValue(spot.place.x), "north": SpecValue(spot.place.y),
        "ink": isDark ? "#ffffff" : "#000000",
      ])
    }
    return spec(areas, labels, left, regions, measure)
  }

  /// The map's file.
  private var map: DataTable {
    let written = input.spec["map"] ?? [:]
    let block: SpecValue = written.text == nil ? written : ["url": written]
    return input.context.map { DataLoader(context: $0, splitsFeatures: true).load(block) }
      ?? DataTable()
  }

  private func report(_ regions: [Region]) {
    let found = Set(regions.map(\.name))
    let missing = input.names("x").filter { !found.contains($0) }
    if regions.isEmpty { return input.check(drawn: 0) }
    // An area shows one row, the first of its name.
    let unused = input.table.rows.count - input.names("x").count
    if unused > 0 { input.check(drawn: input.names("x").count) }
    guard !missing.isEmpty else { return }
    input.context?.report(
      ChartProblems.notOnMap(missing, of: input.names("x").count, known: found.sorted()),
      at: input.spec["map"])
  }

  /// About how many points a degree of latitude has in the finished map.
  private func pointsOfDegree(_ regions: [Region]) -> Double {
    let points = regions.flatMap { $0.shape.areas.joined().joined() }
    guard let west = points.map(\.x).min(), let east = points.map(\.x).max(),
      let south = points.map(\.y).min(), let north = points.map(\.y).max(), east > west
    else { return 0 }
    let narrowing = Elementary.cos((south + north) / 2 * .pi / 180)
    return input.width(232) / ((east - west) * max(0.05, narrowing))
  }

  private func spec(
    _ areas: [SpecValue], _ labels: [SpecValue], _ left: [String], _ regions: [Region],
    _ measure: PresetMeasure
  ) -> SpecValue {
    let ordered = regions.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
    let said = ordered.map { "\($0.name) \($0.value.map(measure.words) ?? "")" }
    var spec: SpecValue = [
      "data": ["values": SpecValue(areas)], "width": SpecValue(input.width(232)),
      "layer": SpecValue(shades(measure) + words(labels)), "view": ["stroke": nil],
      "description": SpecValue(said.joined(separator: "，")),
    ]
    var notes: [String] = []
    if regions.contains(where: { $0.value == nil }) { notes.append("白色处无数据。") }
    if !left.isEmpty { notes.append("图上写不下：" + left.joined(separator: "、") + "。") }
    if !notes.isEmpty, input.spec["note"] == nil {
      spec["usermeta"] = ["banxin": ["note": SpecValue(notes.joined())]]
    }
    return spec
  }

  /// The areas: white with a dark edge, and over them those with a value.
  private func shades(_ measure: PresetMeasure) -> [SpecValue] {
    let scale: SpecValue = [
      "type": "quantize", "range": SpecValue(PresetInk.steps.map { SpecValue($0) }),
    ]
    let legend: SpecValue = [
      "title": nil, "orient": "bottom", "format": measure.format, "gradientThickness": 6,
      "gradientLength": SpecValue(max(50, min(110, input.width(232) - 24))),
    ]
    return [
      ["mark": ["type": "geoshape", "fill": "#ffffff", "stroke": "#7d8b95", "strokeWidth": 0.9]],
      [
        "transform": [["filter": "isValid(datum.value)"]],
        "mark": ["type": "geoshape", "stroke": "#ffffff", "strokeWidth": 0.5],
        "encoding": [
          "color": [
            "field": "value", "type": "quantitative", "scale": scale, "legend": legend,
          ]
        ],
      ],
    ]
  }

  /// The names and the values on the areas.
  private func words(_ labels: [SpecValue]) -> [SpecValue] {
    guard !labels.isEmpty else { return [] }
    let place: SpecValue = [
      "longitude": ["field": "east", "type": "quantitative"],
      "latitude": ["field": "north", "type": "quantitative"],
      "color": ["field": "ink", "type": "nominal", "scale": nil, "legend": nil],
    ]
    func text(_ field: String, _ mark: SpecValue) -> SpecValue {
      [
        "data": ["values": SpecValue(labels)],
        "mark": (["type": "text"] as SpecValue).merging(mark),
        "encoding": place.merging(["text": ["field": SpecValue(field), "type": "nominal"]]),
      ]
    }
    return [
      text("name", ["fontSize": SpecValue(Self.nameSize), "dy": -4]),
      text("words", ["fontSize": 7.5, "fontWeight": "bold", "dy": 4.5]),
    ]
  }
}

/// The place within an area that is farthest from its border, where a label has the most room.
struct LabelSpot {
  let place: GeoPoint
  /// How far the border is, in degrees of latitude.
  let radius: Double

  /// Steps of the search across an area, and how often it is repeated about the best place.
  private static let (steps, rounds) = (16, 3)
  /// Points of a border that are looked at.
  private static let mostPoints = 240

  init?(of shape: GeoShape) {
    let rings = shape.areas.compactMap(\.first).filter { $0.count > 2 }
    guard let ring = rings.max(by: { Self.size($0) < Self.size($1) }), Self.size(ring) > 0 else {
      return nil
    }
    let stride = max(1, ring.count / Self.mostPoints)
    let narrowing = max(0.05, Elementary.cos(ring[0].y * .pi / 180))
    let border = Swift.stride(from: 0, to: ring.count, by: stride).map {
      GeoPoint(x: ring[$0].x * narrowing, y: ring[$0].y)
    }
    let outline = MapOutline(rings: [border])
    guard let box = outline.box else { return nil }
    var (best, most) = (GeoPoint(x: 0, y: 0), 0.0)
    var middle = GeoPoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2)
    var (width, height) = (box.right - box.left, box.bottom - box.top)
    for _ in 0..<Self.rounds {
      for column in 0..<Self.steps {
        for row in 0..<Self.steps {
          let x = middle.x + width * ((Double(column) + 0.5) / Double(Self.steps) - 0.5)
          let y = middle.y + height * ((Double(row) + 0.5) / Double(Self.steps) - 0.5)
          guard outline.holds(x, y) else { continue }
          let room = Self.distance(x, y, border)
          if room > most { (best, most) = (GeoPoint(x: x, y: y), room) }
        }
      }
      guard most > 0 else { return nil }
      (middle, width, height) = (best, width / 6, height / 6)
    }
    place = GeoPoint(x: best.x / narrowing, y: best.y)
    radius = most
  }

  private static func size(_ ring: [GeoPoint]) -> Double {
    abs(
      zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) {
        $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
      })
  }

  private static func distance(_ x: Double, _ y: Double, _ border: [GeoPoint]) -> Double {
    var least = Double.infinity
    var before = border[border.count - 1]
    for point in border {
      let (dx, dy) = (point.x - before.x, point.y - before.y)
      let length = dx * dx + dy * dy
      let along = length > 0 ? ((x - before.x) * dx + (y - before.y) * dy) / length : 0
      let share = max(0, min(1, along))
      let (ex, ey) = (x - before.x - share * dx, y - before.y - share * dy)
      least = min(least, ex * ex + ey * ey)
      before = point
    }
    return least.squareRoot()
  }
}
