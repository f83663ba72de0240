/// A place in a contest in a disc, with what was judged beside it; under it in a narrow figure.
struct RankBadge {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private static let disc = 48.0
  private static let labelSize = 10.0

  var view: SpecValue {
    let rank = input.spec["rank"].map { DataValue($0).words } ?? ""
    let digits = rank.filter(\.isNumber)
    let label = input.text("label")
    let value = input.spec["value"].map { DataValue($0).words + input.text("unit") } ?? ""
    let field = input.spec["of"].map { "\(input.text("scope"))共 \(DataValue($0).words) 位" } ?? ""
    let notes = [value, field].filter { !$0.isEmpty }
    let beside = max(110, Advance.of(label, size: Self.labelSize) + 52)
    let isUnder = input.figureWidth.map { $0 < beside } ?? false
    let width = isUnder ? input.width(beside) : beside
    var sketch = Sketch()
    let middle = isUnder ? width / 2 : Self.disc / 2
    sketch.point(middle, 24, area: 1500, PresetInk.own)
    sketch.text("第", middle, 13, size: 7.5, align: "center", "white")
    sketch.text(
      digits.isEmpty ? rank : digits, middle, 27, size: 18, align: "center", isBold: true, "white")
    var height = Self.disc
    if isUnder {
      let lines =
        Advance.lines(label, size: Self.labelSize, width: width, most: 3).map {
          ($0, Self.labelSize)
        }
        + notes.map { ($0, 8.0) }
      for (line, size) in lines {
        sketch.text(
          line, middle, height + 8, size: size, align: "center", isBold: size == Self.labelSize)
        height += size + 4
      }
      height += 4
    } else {
      sketch.text(label, 50, 17, size: Self.labelSize, isBold: true)
      sketch.text(notes.joined(separator: "　"), 50, 33, size: 8)
    }
    return sketch.view(width: width, height: height, saying: "\(label)第\(digits)位")
  }
}
