extension Preset {
  /// Numbers that stand alone: cards, rings, badges.
  static let cards: [Preset] = [
    Preset("kpi", "指标卡", needs: ["value", "label"], takes: ["change", "rank", "goodDirection"]) {
      input in
      CardRow([KPICard(input.spec)], size: 22).view(width: input.width(110))
    },
    Preset("kpi-row", "指标卡组", needs: ["cards"], takes: ["columns"]) { input in
      let cards = (input.spec["cards"]?.list ?? []).map(KPICard.init)
      return CardRow(cards, size: 17, columns: input.spec["columns"]?.number).view(
        width: input.width(Double(max(1, min(4, cards.count))) * 82))
    },
    Preset("ring", "进度环", needs: ["value", "of"], takes: ["label"]) { input in
      var sketch = Sketch()
      let ring = ProgressRing(
        name: input.text("label"), done: input.number("value", 0), whole: input.number("of", 1),
        colour: PresetInk.own)
      let side = min(96, input.width(96))
      // A title over the ring has a line of its own length.
      let room = min(
        input.width(230), max(side, Advance.of(input.text("title"), size: 11) + 2))
      ring.draw(
        in: &sketch, x: room / 2, y: side / 2, radius: side / 2 - 3, size: 15, isNamedInside: true)
      return sketch.view(width: room, height: side, saying: ring.saying(input.text("unit")))
    },
    Preset("ring-group", "进度环组", needs: ["x", "done", "total"], takes: ["columns"]) { input in
      RingGroup(input).view
    },
    Preset("badge", "位次章", needs: ["rank", "label"], takes: ["of", "value"]) { input in
      RankBadge(input).view
    },
  ]
}

/// One figure: the number with its unit, what it counts, how it changed, its rank.
struct KPICard {
  let spec: SpecValue

  init(_ spec: SpecValue) { self.spec = spec }

  /// The number in words.
  var number: String {
    let value = spec["value"].map { DataValue($0).words } ?? ""
    return spec["value"]?.number.map {
      NumberFormat(",.10~f")?.text($0, rounding: .decimal) ?? value
    }
      ?? value
  }
  var unit: String { spec["unit"]?.text ?? "" }
  var label: String { spec["label"]?.text ?? "" }

  /// How wide number and unit are at a size of the number.
  func width(_ size: Double) -> Double {
    Advance.of(number, size: size) + (unit.isEmpty ? 0 : 3 + Advance.of(unit, size: 8))
  }

  /// The words of the change with its arrow; up is red and down is green, whatever it counts.
  var change: (words: String, rises: Bool)? {
    guard let change = spec["change"]?.number else { return nil }
    let words = (NumberFormat(".1~f")?.text(change.magnitude, rounding: .decimal) ?? "") + "%"
    return (change == 0 ? "同比持平" : "同比" + words, change >= 0)
  }

  var rank: String? { spec["rank"].map { DataValue($0).words } }

  var saying: String {
    var words = "\(label) \(number)\(unit)"
    if let change { words += change.rises ? "，\(change.words)，上升" : "，\(change.words)，下降" }
    if let rank { words += "，\(rank)" }
    return words
  }
}

/// Cards in equal columns; where they have no room beside each other they go on in the next row.
struct CardRow {
  let cards: [KPICard]
  let size: Double
  let columns: Double?

  init(_ cards: [KPICard], size: Double, columns: Double? = nil) {
    self.cards = cards
    self.size = size
    self.columns = columns
  }

  private static let gap = 8.0
  private static let least = 11.0

  /// The columns and the size of numbers that fit a width.
  private func setting(_ width: Double) -> (columns: Int, size: Double) {
    let all = max(1, cards.count)
    func cell(_ count: Int) -> Double { (width - Self.gap * Double(count - 1)) / Double(count) }
    func fits(_ count: Int, _ size: Double) -> Bool {
      cards.allSatisfy {
        $0.width(size) <= cell(count) && Advance.of($0.label, size: 8) <= cell(count) * 2
      }
    }
    if let columns { return (max(1, min(all, Int(bounded: columns))), size) }
    // Full rows before a last one that is not full.
    let counts = stride(from: all, through: 1, by: -1).filter { all % $0 == 0 || $0 < 4 && all > 4 }
    for count in counts where count <= 4 && fits(count, size) { return (count, size) }
    for count in counts where count <= 4 && fits(count, size * 0.8) { return (count, size * 0.8) }
    return (1, fits(1, size) ? size : max(Self.least, size * 0.7))
  }

  func view(width: Double) -> SpecValue {
    let (columns, size) = setting(width)
    let cell = (width - Self.gap * Double(columns - 1)) / Double(columns)
    var sketch = Sketch()
    var top = 0.0
    for start in stride(from: 0, to: cards.count, by: columns) {
      var height = 0.0
      for (place, card) in cards[start..<min(cards.count, start + columns)].enumerated() {
        let x = Double(place) * (cell + Self.gap)
        if place > 0 {
          sketch.rule(x - Self.gap / 2, top + 4, x - Self.gap / 2, top + 46, "#cfcfcf", width: 0.4)
        }
        height = max(height, draw(card, &sketch, x: x, y: top, width: cell, size: size))
      }
      top += height + 8
    }
    return sketch.view(
      width: width, height: max(20, top - 8), saying: cards.map(\.saying).joined(separator: "；"))
  }

  /// Draws a card; returns its height.
  private func draw(
    _ card: KPICard, _ sketch: inout Sketch, x: Double, y: Double, width: Double, size: Double
  ) -> Double {
    var down = y + size * 0.7
    sketch.text(card.number, x, down, size: size, isBold: true)
    sketch.text(card.unit, x + Advance.of(card.number, size: size) + 3, down + size * 0.12, size: 8)
    down += size * 0.7 + 6
    for line in Advance.lines(card.label, size: 8, width: width, most: 2) {
      sketch.text(line, x, down, size: 8)
      down += 10
    }
    down += 2
    if let change = card.change {
      let ink = change.rises ? PresetInk.rise : PresetInk.fall
      if change.words != "同比持平" {
        sketch.point(
          x + 4, down, area: 34, ink, shape: change.rises ? "triangle-up" : "triangle-down")
      }
      sketch.text(
        change.words, x + (change.words == "同比持平" ? 0 : 11), down, size: 8, isBold: true, ink)
      down += 11
    }
    if let rank = card.rank {
      sketch.text(rank, x, down, size: 7.5)
      down += 10
    }
    return down - y - 5
  }
}

/// A ring that shows how much of a whole is done.
struct ProgressRing {
  let name: String
  let done: Double
  let whole: Double
  let colour: SpecValue

  private var share: Double { whole > 0 ? min(1, max(0, done / whole)) : 0 }

  /// The share in per cent; never 100 while something is left.
  var percent: String {
    let share = whole > 0 ? done / whole * 100 : 0
    let words = NumberFormat(".1~f")?.text(share, rounding: .decimal) ?? ""
    return (words == "100" && done < whole ? "99.9" : words) + "%"
  }

  func saying(_ unit: String) -> String {
    "\(name) \(NumberText.plain(done))/\(NumberText.plain(whole))\(unit)，\(percent)"
  }

  func draw(
    in sketch: inout Sketch, x: Double, y: Double, radius: Double, size: Double, isNamedInside: Bool
  ) {
    let inner = radius * 0.68
    sketch.sector(x, y, inner: inner, outer: radius, from: share, to: 1, PresetInk.pale)
    sketch.sector(x, y, inner: inner, outer: radius, from: 0, to: share, colour)
    guard isNamedInside, !name.isEmpty else {
      return sketch.text(percent, x, y, size: size, align: "center", isBold: true)
    }
    sketch.text(percent, x, y - 4, size: size, align: "center", isBold: true)
    let lines = Advance.lines(name, size: 7.5, width: inner * 1.7, most: 2)
    for (number, line) in lines.enumerated() {
      sketch.text(line, x, y + 9 + Double(number) * 8.5, size: 7.5, align: "center")
    }
  }
}

/// Rings of several units beside each other, each with its counts under it.
struct RingGroup {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  var view: SpecValue {
    let names = input.column("x").map(\.words)
    let (done, whole) = (input.column("done"), input.column("total"))
    let rings = names.indices.map { place in
      ProgressRing(
        name: names[place], done: done[place].measure ?? 0, whole: whole[place].measure ?? 0,
        colour: PresetInk.blue)
    }
    let width = input.width(Double(min(5, max(1, rings.count))) * 66)
    let most = max(1, Int(bounded: width / 56))
    let rows = (rings.count + most - 1) / max(1, most)
    let columns = Int(
      bounded: input.number("columns", Double((rings.count + max(1, rows) - 1) / max(1, rows))))
    let cell = width / Double(max(1, columns))
    let radius = min(26, cell / 2 - 3)
    var sketch = Sketch()
    var top = 0.0
    for start in stride(from: 0, to: rings.count, by: max(1, columns)) {
      var foot = 0.0
      for (place, ring) in rings[start..<min(rings.count, start + max(1, columns))].enumerated() {
        let x = (Double(place) + 0.5) * cell
        ring.draw(in: &sketch, x: x, y: top + radius, radius: radius, size: 9, isNamedInside: false)
        var y = top + radius * 2 + 8
        for line in Advance.lines(ring.name, size: 7.5, width: cell - 4, most: 2) {
          sketch.text(line, x, y, size: 7.5, align: "center")
          y += 9
        }
        sketch.text(
          "\(NumberText.plain(ring.done))/\(NumberText.plain(ring.whole))", x, y, size: 7,
          align: "center", "#333333")
        foot = max(foot, y + 5)
      }
      top = foot + 7
    }
    return sketch.view(
      width: width, height: max(30, top - 7),
      saying: rings.map { $0.saying(input.text("unit")) }.joined(separator: "；"))
  }
}
