/// Finds colours that look alike where a page is printed or copied in grey. The palette of print keeps
/// its distance; colours that a specification brings may not.
struct GreyLooks {
  /// Two things of nearly one lightness.
  struct Pair: Hashable {
    var first: String
    var second: String
    /// How far apart they are in L*.
    var difference: Double
  }

  /// The least difference of L* that is seen between neighbours: the palette's own least is 18, and
  /// below half of that greys are told apart only side by side.
  static let least = 9.0

  /// The closest pair of a scene that is too close: categories of one list of colours, or a line over
  /// the areas of its plot.
  func closest(in scene: Scene) -> Pair? {
    (categories(scene) + lines(scene.root)).filter { $0.difference < Self.least }
      .min { $0.difference < $1.difference }
  }

  private func pair(_ a: (name: String, colour: RGB), _ b: (name: String, colour: RGB)) -> Pair {
    let (x, y) = (HCL.lab(a.colour.flattened()).l, HCL.lab(b.colour.flattened()).l)
    return Pair(first: a.name, second: b.name, difference: (x - y).magnitude)
  }

  private func categories(_ scene: Scene) -> [Pair] {
    scene.scales.filter { ["color", "fill", "stroke"].contains($0.name) }.flatMap { own -> [Pair] in
      guard own.scale.type.isDiscrete, own.scale.type != .binOrdinal else { return [] }
      let looks = own.scale.domain.compactMap { value in
        own.scale.colour(value).map { (name: value.words, colour: $0) }
      }
      return looks.indices.flatMap { a in
        looks.indices.dropFirst(a + 1).map { pair(looks[a], looks[$0]) }
      }
    }
  }

  private func lines(_ view: SceneView) -> [Pair] {
    let areas = view.marks.filter { [.rect, .area].contains($0.kind) }
      .compactMap { look($0, \.fill) }
    let lines = view.marks.filter { [.line, .trail].contains($0.kind) }
      .compactMap { look($0, \.stroke) }
    return lines.flatMap { line in areas.map { pair(line, $0) } } + view.views.flatMap(self.lines)
  }

  /// The only colour of a mark, by its digits.
  private func look(
    _ mark: SceneMark, _ side: KeyPath<SceneItem, RGB?>
  ) -> (name: String, colour: RGB)? {
    let styles = mark.isPath ? mark.series.compactMap(\.first) : mark.items
    guard let first = styles.first, let colour = first[keyPath: side],
      styles.allSatisfy({ $0[keyPath: side] == colour })
    else { return nil }
    let shown = colour.flattened((first.opacity ?? 1) * (first.fillOpacity ?? 1))
    return (shown.hex, shown)
  }
}
