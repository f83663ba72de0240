extension Preset {
  /// Pictures whose places are laid out and not scaled.
  static let pictures: [Preset] = [
    Preset("waffle", "格点", needs: ["total"], takes: ["parts", "columns", "x", "y"]) { input in
      WafflePicture(input).view
    },
    Preset("pictogram", "图符", needs: ["x", "y"], takes: ["per", "shape"]) { input in
      PictogramPicture(input).view
    },
    Preset("podium", "领奖台", needs: ["x", "y"], takes: []) { input in PodiumPicture(input).view },
    Preset("funnel", "阶梯漏斗", needs: ["x", "y"], takes: ["threshold"], measure: "y") { input in
      FunnelPicture(input).view
    },
    Preset("calendar", "日历热力图", needs: ["x", "y"], takes: [], measure: "y") { input in
      CalendarPicture(input).view
    },
    Preset("tile-map", "网格地图", needs: ["x", "row", "column", "y"], takes: [], measure: "y") {
      input in
      TileMapPicture(input).view
    },
    Preset("region-map", "区域地图", needs: ["map", "x", "y"], takes: [], measure: "y") { input in
      RegionMap(input).view
    },
  ]
}

/// Square cells, one for each thing that is counted.
struct WafflePicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private var parts: [(name: String, count: Int)] {
    (input.spec["parts"]?.list ?? []).map {
      ($0["name"]?.text ?? "", max(0, Int(bounded: $0["count"]?.number ?? 0)))
    }
  }

  var view: SpecValue {
    let total = max(0, min(4000, Int(bounded: input.number("total", 100))))
    let width = input.width(232)
    let columns = max(
      1, Int(bounded: input.number("columns", Double(max(10, min(25, Int(bounded: width / 7)))))))
    let step = max(4, min(input.figureWidth == nil ? 9 : 14, (width / Double(columns))))
    var sketch = Sketch()
    for number in 0..<total {
      var edge = 0
      let part = parts.firstIndex { part in
        edge += part.count
        return number < edge
      }
      let fill = part.map { SpecValue(Self.inks[$0 % Self.inks.count]) } ?? PresetInk.pale
      sketch.rect(
        Double(number % columns) * step, Double(number / columns) * step, step * 0.84, step * 0.84,
        fill)
    }
    let rows = (total + columns - 1) / columns
    let foot = legend(
      &sketch, top: Double(rows) * step + 8, width: max(width, Double(columns) * step))
    let words = parts.map { "\($0.name) \($0.count)" }.joined(separator: "，")
    return sketch.view(width: Double(columns) * step, height: foot, saying: "共 \(total)：\(words)")
  }

  /// Neighbours differ in lightness, so that they part in grey print too.
  private static let inks = ["#0f2740", "#8fb6d3", "#8f2a22", "#e8a13a", "#b9c6cf"]

  private func legend(_ sketch: inout Sketch, top: Double, width: Double) -> Double {
    var (x, y) = (0.0, top)
    for (number, part) in parts.enumerated() {
      let words = "\(part.name) \(part.count)"
      let need = 12 + Advance.of(words, size: 7.5)
      if x > 0, x + need > width {
        x = 0
        y += 12
      }
      sketch.rect(x, y, 7, 7, SpecValue(Self.inks[number % Self.inks.count]))
      sketch.text(words, x + 11, y + 3.5)
      x += need + 12
    }
    return parts.isEmpty ? top - 8 : y + 9
  }
}

/// Rows of signs, each of which stands for a round number of things.
struct PictogramPicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private static let most = 20.0
  /// The least step from sign to sign, in points.
  private static let least = 6.0

  /// How many things a sign stands for: as few as lets the longest row fit.
  private func per(_ high: Double, room: Double) -> Double {
    if let given = input.spec["per"]?.number, given > 0 { return given }
    var unit = 1.0
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6, 1e7] {
      unit = step
      if (high / step).rounded(.up) <= min(Self.most, (room / Self.least).rounded(.down)) { break }
    }
    return unit
  }

  var view: SpecValue {
    let rows = zip(input.column("x"), input.column("y")).filter { $1.measure != nil }
    input.check(drawn: rows.count)
    let names = rows.map(\.0.words)
    let values = rows.map { max(0, $1.number) }
    let unit = input.text("unit")
    let width = input.width(250)
    let left = min(width * 0.34, (names.map { Advance.of($0, size: 7.5) }.max() ?? 0)) + 6
    let right = (values.map { Advance.of(NumberText.plain($0), size: 8) }.max() ?? 0) + 8
    let per = per(values.max() ?? 1, room: width - left - right)
    let count = max(1, ((values.max() ?? 1) / per).rounded(.up))
    let step = max(5, min(12, (width - left - right) / count))
    var sketch = Sketch()
    var y = 0.0
    for (name, value) in zip(names, values) {
      let lines = Advance.lines(name, size: 7.5, width: left - 6, most: 2)
      let height = max(step + 5, Double(lines.count) * 9 + 3)
      sketch.text(
        lines.joined(separator: "\n"), left - 6, y + height / 2 - Double(lines.count - 1) * 4.5,
        align: "right")
      let whole = Int(bounded: value / per)
      for number in 0..<max(0, whole) {
        sign(&sketch, left + Double(number) * step, y + height / 2, step, 1)
      }
      let rest = value / per - Double(whole)
      if rest >= 0.05 { sign(&sketch, left + Double(whole) * step, y + height / 2, step, rest) }
      let end = left + (Double(whole) + (rest >= 0.05 ? 1 : 0)) * step + 3
      let first = !input.hasTitle && y == 0 ? unit : ""
      sketch.text(
        NumberFormat(",.10~f")?.text(value, rounding: .decimal) ?? NumberText.plain(value)
          + (unit.isEmpty ? "" : first), end, y + height / 2, size: 8, isBold: true)
      y += height
    }
    sign(&sketch, 0, y + 9, min(8, step), 1)
    sketch.text("= \(NumberText.plain(per))\(unit)", min(8, step) + 3, y + 9, size: 7)
    return sketch.view(
      width: width, height: y + 14,
      saying: zip(names, values).map { "\($0) \(NumberText.plain($1))\(unit)" }.joined(
        separator: "，"))
  }

  /// A sign, or the left part of one.
  private func sign(
    _ sketch: inout Sketch, _ x: Double, _ middle: Double, _ step: Double, _ share: Double
  ) {
    let side = step * 0.82
    guard share >= 1, input.text("shape") != "square" else {
      sketch.rect(x, middle - side / 2, side * share, side, PresetInk.blue)
      return
    }
    if input.text("shape") == "circle" {
      sketch.point(x + side / 2, middle, area: side * side, PresetInk.blue)
    } else {
      sketch.rect(x, middle - side / 2, side, side, PresetInk.blue)
    }
  }
}

/// The first three on steps, the others in a line under them.
struct PodiumPicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  var view: SpecValue {
    let measure = input.measure("y")
    let isRank = input.text("y").contains("名") || input.text("y").contains("位次")
    let ranked = zip(input.column("x"), input.column("y")).compactMap { name, value in
      value.measure.map { (name.words, $0 / measure.divisor) }
    }.sorted { isRank ? $0.1 < $1.1 : $0.1 > $1.1 }
    input.check(drawn: ranked.count)
    let width = input.width(230)
    let cell = width / 3
    let base = 86.0
    var sketch = Sketch()
    for (place, entry) in ranked.prefix(3).enumerated() {
      let column = [1.0, 0, 2][place]
      // Equal values stand on equal steps.
      let rank = ranked.firstIndex { $0.1 == entry.1 } ?? place
      let height = [44.0, 32, 22][rank]
      let x = column * cell
      sketch.rect(
        x + 2, base - height, cell - 4, height, [PresetInk.own, "#c9a46a", "#a9b7c0"][rank])
      sketch.text(
        "\(rank + 1)", x + cell / 2, base - height / 2, size: 16, align: "center", isBold: true,
        rank == 0 ? "white" : "black")
      sketch.text(
        measure.words(entry.1) + measure.unit, x + cell / 2, base - height - 8, size: 8.5,
        align: "center", isBold: true)
      let lines = Advance.lines(entry.0, size: 8, width: cell - 4, most: 2)
      for (number, line) in lines.enumerated() {
        sketch.text(
          line, x + cell / 2, base - height - 19 - Double(lines.count - 1 - number) * 9.5, size: 8,
          align: "center")
      }
    }
    sketch.rule(0, base, width, base, "#333", width: 0.6)
    var y = base + 11
    for (place, entry) in ranked.enumerated().dropFirst(3).prefix(12) {
      let rank = (ranked.firstIndex { $0.1 == entry.1 } ?? place) + 1
      sketch.text("\(rank)", 6, y, size: 7.5, align: "center")
      sketch.text(entry.0, 16, y)
      sketch.text(measure.words(entry.1), width - 2, y, align: "right")
      y += 11
    }
    return sketch.view(
      width: width, height: ranked.count > 3 ? y - 5 : base + 1,
      saying: ranked.enumerated().map {
        "第\($0.offset + 1)位 \($0.element.0) \(measure.words($0.element.1))\(measure.unit)"
      }
      .joined(separator: "，"))
  }
}
