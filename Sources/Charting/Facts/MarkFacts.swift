import Geometry

/// The facts of one mark: a column a property, folded where all items agree.
struct MarkFacts {
  let cap: Int

  /// The facts of a mark.
  func fact(_ mark: SceneMark) -> SpecValue {
    guard mark.isPath else { return columns(mark.items, mark.kind, clips: mark.clips) }
    var fact: SpecValue = [
      "type": SpecValue(mark.kind.rawValue), "n": SpecValue(Double(mark.series.count)),
    ]
    let series = mark.series.map { points -> SpecValue in
      var own = columns(points, mark.kind, clips: mark.clips)
      own["type"] = nil
      return own
    }
    let boxes = series.compactMap { $0["bbox"]?.list?.compactMap(\.number) }.filter {
      $0.count == 4
    }
    if !boxes.isEmpty {
      fact["bbox"] = [
        SpecValue(boxes.map { $0[0] }.min() ?? 0), SpecValue(boxes.map { $0[1] }.min() ?? 0),
        SpecValue(boxes.map { $0[2] }.max() ?? 0), SpecValue(boxes.map { $0[3] }.max() ?? 0),
      ]
    }
    fact["series"] = SpecValue(series)
    return fact
  }

  private func columns(_ items: [SceneItem], _ kind: SceneMark.Kind, clips: Bool) -> SpecValue {
    var fact: SpecValue = ["type": SpecValue(kind.rawValue), "n": SpecValue(Double(items.count))]
    if let box = box(items, kind) { fact["bbox"] = SpecValue(box.map { SpecValue(tenth($0)) }) }
    var kept = items
    if items.count > cap {
      let step = (items.count + cap - 1) / cap
      fact["step"] = SpecValue(Double(step))
      kept = stride(from: 0, to: items.count, by: step).map { items[$0] }
    }
    for (name, values) in geometry(kept, kind) { fold(values, into: &fact, name) }
    for (end, start) in [("x2", "x"), ("y2", "y")]
    where fact[end] != nil && fact[end] == fact[start] {
      fact[end] = nil
    }
    let breaks = items.indices.filter { !items[$0].isDefined }
    if !breaks.isEmpty { fact["undef"] = SpecValue(breaks.map { SpecValue(Double($0)) }) }
    let painted = kind.isPath ? kept.map { _ in kept[0] } : kept
    for (name, values) in paint(painted) { fold(values, into: &fact, name) }
    if clips { fact["clip"] = true }
    return fact
  }

  private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func fold(_ values: [SpecValue?], into fact: inout SpecValue, _ name: String) {
    guard values.contains(where: { $0 != nil }), let first = values.first else { return }
    if values.allSatisfy({ $0 == first }) {
      fact[name] = first
    } else {
      fact[name] = SpecValue(values.map { $0 ?? nil })
    }
  }

  // MARK: Geometry

  private func geometry(_ items: [SceneItem], _ kind: SceneMark.Kind) -> [(String, [SpecValue?])] {
    func numbers(_ value: (SceneItem) -> Double?) -> [SpecValue?] {
      items.map { item in value(item).map { SpecValue(tenth($0)) } }
    }
    var columns = [("x", numbers { $0.x }), ("y", numbers { $0.y })]
    switch kind {
    case .rect, .image:
      // A side without a length is that of a bar that no bin holds.
      func side(_ length: (SceneItem) -> Double) -> [SpecValue?] {
        numbers { $0.isDefined || length($0) != 0 ? length($0) : nil }
      }
      columns += [("w", side(\.width)), ("h", side(\.height))]
    case .symbol:
      columns += [
        ("size", numbers { $0.size }),
        ("shape", items.map { SpecValue($0.shape.count > 24 ? "path" : $0.shape) }),
      ]
    case .rule, .area: columns += [("x2", numbers { $0.x2 }), ("y2", numbers { $0.y2 })]
    case .arc:
      columns += [
        ("r0", numbers { $0.innerRadius }), ("r1", numbers { $0.outerRadius }),
        ("a0", numbers { $0.startAngle * 180 / Elementary.pi }),
        ("a1", numbers { $0.endAngle * 180 / Elementary.pi }),
      ]
    case .text: columns += words(items)
    case .trail: columns.append(("size", numbers { $0.size }))
    case .line, .shape: break
    }
    return columns
  }

  private func words(_ items: [SceneItem]) -> [(String, [SpecValue?])] {
    let texts = items.map { $0.text ?? SceneText(lines: [""], x: 0, y: 0) }
    return [
      (
        "text",
        texts.map {
          $0.lines.count > 1
            ? SpecValue($0.lines.map { SpecValue($0) }) : SpecValue($0.lines.first ?? "")
        }
      ),
      ("align", texts.map { SpecValue($0.align) }),
      ("baseline", texts.map { SpecValue($0.baseline) }),
      ("angle", texts.map { SpecValue(tenth($0.angle)) }),
      ("fontSize", texts.map { SpecValue(tenth($0.size)) }),
    ]
  }

  private func box(_ items: [SceneItem], _ kind: SceneMark.Kind) -> [Double]? {
    var boxes: [Box] = []
    for item in items where item.isDefined {
      var box = Box(left: item.x, top: item.y, right: item.x, bottom: item.y)
      switch kind {
      case .rect, .image:
        box.right += item.width
        box.bottom += item.height
      case .rule, .area:
        let (x2, y2) = (item.x2 ?? item.x, item.y2 ?? item.y)
        box = box.union(Box(left: x2, top: y2, right: x2, bottom: y2))
      case .symbol: box = box.grown(by: max(0, item.size).squareRoot() / 2)
      case .arc: box = box.grown(by: item.outerRadius)
      case .text, .line, .trail, .shape: break
      }
      boxes.append(box)
    }
    guard let first = boxes.first else { return nil }
    let all = boxes.dropFirst().reduce(first) { $0.union($1) }
    return [all.left, all.top, all.right, all.bottom]
  }

  // MARK: Paint

  private func fill(_ item: SceneItem) -> SpecValue? {
    func word(_ colour: RGB) -> SpecValue { SpecValue(FactColour.word(colour)) }
    guard let blend = item.blend else { return item.fill.map(word) }
    let stops = blend.stops.map {
      [SpecValue(tenth($0.share * 100)), word($0.colour)] as SpecValue
    }
    return ["gradient": SpecValue(stops)]
  }

  private func paint(_ items: [SceneItem]) -> [(String, [SpecValue?])] {
    func colours(_ value: (SceneItem) -> RGB?) -> [SpecValue?] {
      items.map { item in value(item).map { SpecValue(FactColour.word($0)) } }
    }
    func numbers(_ value: (SceneItem) -> Double?, needsStroke: Bool = false, skipsOne: Bool = false)
      -> [SpecValue?]
    {
      items.map { item in
        guard !needsStroke || item.stroke != nil, let number = value(item) else { return nil }
        return skipsOne && number == 1 ? nil : SpecValue((number * 100).rounded() / 100)
      }
    }
    var columns = [
      ("fill", items.map(fill)),
      ("stroke", colours { $0.stroke }),
      ("opacity", numbers({ $0.opacity }, skipsOne: true)),
      ("fillOpacity", numbers({ $0.fillOpacity }, skipsOne: true)),
      ("strokeOpacity", numbers({ $0.strokeOpacity }, needsStroke: true, skipsOne: true)),
      ("strokeWidth", numbers({ $0.strokeWidth }, needsStroke: true)),
      ("interpolate", items.map { item in item.interpolate.map { SpecValue($0) } }),
      (
        "dash",
        items.map { item in
          guard item.stroke != nil, let dash = item.dash, !dash.isEmpty else { return nil }
          return SpecValue(dash.map { SpecValue($0) })
        }
      ),
      (
        "cornerRadius",
        items.map { item in item.radius.flatMap { $0 == 0 ? nil : SpecValue(tenth($0)) } }
      ),
    ]
    let names = ["TopLeft", "TopRight", "BottomRight", "BottomLeft"]
    for (place, name) in names.enumerated() {
      columns.append(
        (
          "cornerRadius\(name)",
          items.map { item in
            item.radius != nil || item.corners[place] == 0
              ? nil : SpecValue(tenth(item.corners[place]))
          }
        ))
    }
    return columns
  }
}
