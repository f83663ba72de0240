/// A picture of plain parts at places in points, for presets whose layout is no scale: cards, tiles,
/// rings, podiums. Parts that look alike are one layer of Vega-Lite over places that are not scaled.
struct Sketch {
  private var layers: [(mark: SpecValue, channels: [String], rows: [SpecValue])] = []
  private var width = 0.0
  private var height = 0.0

  private mutating func add(_ mark: SpecValue, _ place: [(String, SpecValue)]) {
    var row: SpecValue = [:]
    for (key, value) in place { row[key] = value }
    if let last = layers.last, last.mark == mark {
      layers[layers.count - 1].rows.append(row)
    } else {
      layers.append((mark, place.map(\.0), [row]))
    }
  }

  private mutating func reach(_ x: Double, _ y: Double) {
    width = max(width, x)
    height = max(height, y)
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ w: Double, _ h: Double, _ fill: SpecValue, radius: Double = 0,
    stroke: SpecValue? = nil
  ) {
    var mark: SpecValue = ["type": "rect", "color": fill]
    if radius > 0 { mark["cornerRadius"] = SpecValue(radius) }
    if let stroke {
      mark["stroke"] = stroke
      mark["strokeWidth"] = 0.5
    }
    reach(x + w, y + h)
    add(
      mark,
      [
        ("x", SpecValue(x)), ("x2", SpecValue(x + w)), ("y", SpecValue(y)),
        ("y2", SpecValue(y + h)),
      ])
  }

  mutating func rule(
    _ x: Double, _ y: Double, _ x2: Double, _ y2: Double, _ colour: SpecValue = "#333",
    width: Double = 0.5, dash: SpecValue? = nil
  ) {
    var mark: SpecValue = ["type": "rule", "color": colour, "strokeWidth": SpecValue(width)]
    if let dash { mark["strokeDash"] = dash }
    add(
      mark,
      [("x", SpecValue(x)), ("x2", SpecValue(x2)), ("y", SpecValue(y)), ("y2", SpecValue(y2))])
  }

  mutating func text(
    _ words: String, _ x: Double, _ y: Double, size: Double = 7.5, align: String = "left",
    isBold: Bool = false, _ colour: SpecValue = "black"
  ) {
    guard !words.isEmpty else { return }
    reach(x, y)
    var mark: SpecValue = [
      "type": "text", "align": SpecValue(align), "baseline": "middle", "fontSize": SpecValue(size),
      "color": colour, "lineBreak": "\n", "lineHeight": SpecValue(size * 1.2),
    ]
    if isBold { mark["fontWeight"] = "bold" }
    add(mark, [("x", SpecValue(x)), ("y", SpecValue(y)), ("text", SpecValue(words))])
  }

  mutating func point(
    _ x: Double, _ y: Double, area: Double, _ fill: SpecValue, shape: String = "circle"
  ) {
    let mark: SpecValue = [
      "type": "point", "filled": true, "opacity": 1, "size": SpecValue(area),
      "shape": SpecValue(shape), "color": fill,
    ]
    add(mark, [("x", SpecValue(x)), ("y", SpecValue(y))])
  }

  /// A sector from one share of a turn to another.
  mutating func sector(
    _ x: Double, _ y: Double, inner: Double, outer: Double, from: Double, to: Double,
    _ fill: SpecValue
  ) {
    guard to > from else { return }
    let turn = 2 * 3.14159265358979
    reach(x + outer, y + outer)
    layers.append(
      (
        [
          "type": "arc", "x": SpecValue(x), "y": SpecValue(y), "innerRadius": SpecValue(inner),
          "outerRadius": SpecValue(outer), "theta": SpecValue(from * turn),
          "theta2": SpecValue(to * turn), "color": fill,
        ], [], [[:]]
      ))
  }

  /// The picture as a view; what it says in words for those who cannot see it.
  func view(width: Double? = nil, height: Double? = nil, saying words: String) -> SpecValue {
    func place(_ channel: String) -> SpecValue {
      switch channel {
      case "x2", "y2": ["field": SpecValue(channel)]
      case "text": ["field": "text", "type": "nominal"]
      default:
        ["field": SpecValue(channel), "type": "quantitative", "scale": nil, "axis": nil]
      }
    }
    var view: SpecValue = [
      "width": SpecValue(width ?? self.width), "height": SpecValue(height ?? self.height),
      "data": ["values": [[:]]],
    ]
    if !words.isEmpty { view["description"] = SpecValue(words) }
    view["layer"] = SpecValue(
      layers.map { layer in
        var own: SpecValue = ["data": ["values": SpecValue(layer.rows)], "mark": layer.mark]
        var encoding: SpecValue = [:]
        for channel in layer.channels { encoding[channel] = place(channel) }
        if !layer.channels.isEmpty { own["encoding"] = encoding }
        return own
      })
    return view
  }
}

/// How wide words are before they are set: Han characters an em, digits of the bold face 0.58 em.
enum Advance {
  static func of(_ words: String, size: Double) -> Double {
    words.unicodeScalars.reduce(0) { sum, sign in
      sum + (sign.value < 0x2E80 ? (".,:' ".unicodeScalars.contains(sign) ? 0.3 : 0.58) : 1) * size
    }
  }

  /// Words broken into lines of a width, by signs; more than some lines end with an ellipsis.
  static func lines(_ words: String, size: Double, width: Double, most: Int = 3) -> [String] {
    var lines: [String] = []
    var line = ""
    for sign in words {
      if !line.isEmpty, of(line + String(sign), size: size) > width, !"，。、）”%".contains(sign) {
        lines.append(line)
        line = ""
      }
      line.append(sign)
    }
    if !line.isEmpty { lines.append(line) }
    // Nearly one length for all.
    guard lines.count > 1, lines.count <= most else {
      return lines.count <= most
        ? lines : Array(lines.prefix(most - 1)) + [lines[most - 1].dropLast() + "…"]
    }
    let each = (words.count + lines.count - 1) / lines.count
    let letters = Array(words)
    return stride(from: 0, to: letters.count, by: each).map {
      String(letters[$0..<min(letters.count, $0 + each)])
    }
  }
}
