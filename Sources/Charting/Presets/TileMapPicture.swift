/// Places as tiles of a grid that resembles the map: each with its name and value.
struct TileMapPicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private struct Tile {
    var name: String
    var row: Int
    var column: Int
    var value: Double?
  }

  private var tiles: [Tile] {
    let measure = input.measure("y")
    let (rows, columns, values) = (input.column("row"), input.column("column"), input.column("y"))
    return input.column("x").enumerated().compactMap { place, name in
      guard let row = rows[place].measure, let column = columns[place].measure,
        row.magnitude < 200, column.magnitude < 200
      else { return nil }
      return Tile(
        name: name.words, row: Int(bounded: row), column: Int(bounded: column),
        value: values[place].measure.map { $0 / measure.divisor })
    }
  }

  var view: SpecValue {
    let tiles = tiles
    input.check(drawn: tiles.count)
    let measure = input.measure("y")
    guard let top = tiles.map(\.row).min(), let left = tiles.map(\.column).min(),
      let bottom = tiles.map(\.row).max(), let right = tiles.map(\.column).max()
    else { return Sketch().view(width: 60, height: 20, saying: "") }
    let columns = Double(right - left + 1)
    let side = max(24, min(46, input.width(columns * 38) / columns))
    let isTall = tiles.contains {
      Advance.lines($0.name, size: 6.5, width: side - 4, most: 2).count > 1
    }
    let high = max(isTall ? 35 : 26, side * 0.86)
    var sketch = Sketch()
    for tile in tiles {
      let (x, y) = (Double(tile.column - left) * side, Double(tile.row - top) * high)
      let shade = tile.value.map { PresetInk.step($0, measure.low, measure.high) }
      let ink: SpecValue = (shade ?? 0) > 2 ? "white" : "black"
      sketch.rect(
        x + 0.8, y + 0.8, side - 1.6, high - 1.6,
        shade.map { SpecValue(PresetInk.steps[$0]) } ?? "#ffffff", radius: 2,
        stroke: shade == nil ? "#9aa7b0" : nil)
      let name = Advance.lines(tile.name, size: 6.5, width: side - 4, most: 2)
      for (number, line) in name.enumerated() {
        sketch.text(
          line, x + side / 2, y + 7.5 + Double(number) * 7.5, size: 6.5, align: "center", ink)
      }
      if let value = tile.value {
        sketch.text(
          measure.words(value), x + side / 2, y + high - 8, size: 7.5, align: "center",
          isBold: true, ink)
      }
    }
    let foot = Double(bottom - top + 1) * high
    let key = ShadeKey(measure: measure).draw(&sketch, top: foot + 6, width: columns * side)
    let ordered = tiles.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
    return sketch.view(
      width: columns * side, height: foot + key,
      saying: ordered.map { "\($0.name) \($0.value.map(measure.words) ?? "无")" }.joined(
        separator: "，"))
  }
}
