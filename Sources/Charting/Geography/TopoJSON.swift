/// The features of a TopoJSON file, whose shapes share their borders.
struct TopoJSON {
  /// The points of each arc.
  private let arcs: [[GeoPoint]]
  private let objects: SpecValue

  /// How deep collections may lie in one another.
  private static let deepest = 16

  /// Reads a topology; nil for anything else.
  init?(_ spec: SpecValue) {
    guard spec["type"]?.text == "Topology", let arcs = spec["arcs"]?.list,
      let objects = spec["objects"], objects.map != nil
    else { return nil }
    let scale = Self.pair(spec["transform"]?["scale"])
    let shift = Self.pair(spec["transform"]?["translate"]) ?? GeoPoint(x: 0, y: 0)
    self.arcs = arcs.map { Self.points($0, scale, shift) }
    self.objects = objects
  }

  /// Most points of an object, arcs that several shapes use counted each time: a few numbers can ask for
  /// a long arc any number of times.
  static let mostPoints = 2_000_000

  /// Whether an object has more points than one may have.
  func isTooLarge(_ name: String) -> Bool {
    var count = 0
    for arc in Self.numbers(in: objects[name]?["arcs"]) + Self.nested(objects[name] ?? [:]) {
      count += place(of: arc).map { arcs[$0].count } ?? 0
      if count > Self.mostPoints { return true }
    }
    return false
  }

  /// The place of an arc in the list; one that is run backwards has a negative number.
  private func place(of arc: Int) -> Int? {
    let place = arc < 0 ? -1 - arc : arc
    return arcs.indices.contains(place) ? place : nil
  }

  /// The names of its objects.
  var names: [String] { objects.map?.keys ?? [] }

  /// The features of an object, one a row; nil where there is no such object.
  func features(_ name: String) -> [SpecValue]? {
    guard let object = objects[name] else { return nil }
    let members = object["geometries"]?.list
    return (object["type"]?.text == "GeometryCollection" ? members ?? [] : [object]).map(feature)
  }

  /// The borders of an object, each drawn once.
  ///
  /// - Parameter filter: `interior` for borders between two members, `exterior` for those of one.
  func mesh(_ name: String, filter: String?) -> SpecValue? {
    guard let object = objects[name] else { return nil }
    var users: [Int: Set<Int>] = [:]
    var order: [Int] = []
    let members = object["geometries"]?.list ?? [object]
    for (number, member) in members.enumerated() {
      for arc in Self.numbers(in: member["arcs"]) + Self.nested(member) {
        guard let arc = place(of: arc) else { continue }
        if users[arc] == nil { order.append(arc) }
        users[arc, default: []].insert(number)
      }
    }
    let kept = order.filter { arc in
      let isShared = (users[arc]?.count ?? 0) > 1
      return filter == nil || (filter == "interior") == isShared
    }
    let lines = kept.map { Self.list(arcs[$0]) }
    return ["type": "MultiLineString", "coordinates": SpecValue(lines)]
  }

  private func feature(_ object: SpecValue) -> SpecValue {
    var feature: SpecValue = [
      "type": "Feature", "properties": object["properties"] ?? [:], "geometry": geometry(object, 0),
    ]
    if let id = object["id"] { feature["id"] = id }
    return feature
  }

  private func geometry(_ object: SpecValue, _ depth: Int) -> SpecValue {
    let type = object["type"]?.text ?? ""
    var geometry: SpecValue = ["type": SpecValue(type)]
    if type == "GeometryCollection", depth < Self.deepest {
      geometry["geometries"] = SpecValue(
        (object["geometries"]?.list ?? []).map { self.geometry($0, depth + 1) })
    } else if let arcs = object["arcs"] {
      geometry["coordinates"] = coordinates(arcs)
    } else {
      geometry["coordinates"] = object["coordinates"]
    }
    return geometry
  }

  /// Lists of arcs at any depth become lists of points.
  private func coordinates(_ arcs: SpecValue) -> SpecValue {
    let items = arcs.list ?? []
    if items.contains(where: { $0.number != nil }) { return line(arcs) }
    return SpecValue(items.map(coordinates))
  }

  private func line(_ numbers: SpecValue) -> SpecValue {
    var points: [GeoPoint] = []
    for number in numbers.list ?? [] {
      guard let number = number.number.flatMap({ Int(exactly: $0) }), let arc = place(of: number)
      else { continue }
      // Arcs meet in a point that both have.
      if !points.isEmpty { points.removeLast() }
      points += number < 0 ? arcs[arc].reversed() : arcs[arc]
    }
    return Self.list(points)
  }

  private static func list(_ points: [GeoPoint]) -> SpecValue {
    SpecValue(points.map { [SpecValue($0.x), SpecValue($0.y)] as SpecValue })
  }

  private static func pair(_ spec: SpecValue?) -> GeoPoint? {
    guard let parts = spec?.list, parts.count >= 2, let x = parts[0].number, let y = parts[1].number
    else { return nil }
    return GeoPoint(x: x, y: y)
  }

  /// The points of an arc: quantised ones are steps from one to the next.
  private static func points(_ arc: SpecValue, _ scale: GeoPoint?, _ shift: GeoPoint) -> [GeoPoint]
  {
    let raw = (arc.list ?? []).compactMap(pair)
    guard let scale else { return raw }
    var at = GeoPoint(x: 0, y: 0)
    return raw.map { step in
      at = GeoPoint(x: at.x + step.x, y: at.y + step.y)
      return GeoPoint(x: at.x * scale.x + shift.x, y: at.y * scale.y + shift.y)
    }
  }

  /// The arcs of the members of a collection, at any depth.
  private static func nested(_ object: SpecValue, depth: Int = 0) -> [Int] {
    guard depth < deepest else { return [] }
    return (object["geometries"]?.list ?? []).flatMap {
      numbers(in: $0["arcs"]) + nested($0, depth: depth + 1)
    }
  }

  private static func numbers(in spec: SpecValue?) -> [Int] {
    if let number = spec?.number { return [Int(exactly: number)].compactMap { $0 } }
    return (spec?.list ?? []).flatMap { numbers(in: $0) }
  }
}
