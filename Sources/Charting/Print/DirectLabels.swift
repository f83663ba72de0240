/// Words beside what they name: series at the ends of their lines, values at the ends of bars. No
/// legend has to be looked up, no grid line followed.
struct DirectLabels {
  let text: ChartTypesetter
  let context: ChartContext

  /// Most series that get their names at the line's end.
  private static let seriesLimit = 8
  /// Most bars that get their values.
  private static let barLimit = 40
  private static let size = 7.5

  // MARK: Lines

  /// Names of series at the ends of their lines; tells whether it did it for all.
  func nameLines(_ view: inout SceneView) -> Bool {
    let lines = view.marks.filter { $0.kind == .line && $0.series.count > 1 }
    guard lines.count == 1, let mark = lines.first, mark.series.count <= Self.seriesLimit,
      mark.series.allSatisfy({ $0.first?.series != nil })
    else { return false }
    var ends: [(name: String, x: Double, y: Double, colour: RGB)] = []
    for points in mark.series {
      guard let last = points.last(where: \.isDefined), let name = points.first?.series else {
        return false
      }
      ends.append((name, last.x, last.y, points[0].stroke ?? .black))
    }
    let room = Self.size + 1
    guard room * Double(ends.count) <= view.height else { return false }
    ends.sort { $0.y < $1.y }
    var places = ends.map(\.y)
    spread(&places, gap: room, within: 0...max(room, view.height - Self.size / 2))
    let x = (ends.map(\.x).max() ?? view.width) + 5
    for (end, y) in zip(ends, places) {
      var note = SceneText(lines: [end.name], x: x, y: y)
      note.size = Self.size
      note.baseline = "middle"
      note.colour = RGB.contrast(end.colour, .white) >= 4.5 ? end.colour : .black
      view.notes.append(note)
      // A name that had to move is led to its line.
      if (y - end.y).magnitude > 3 || x - end.x > 8 {
        var leader = SceneItem()
        (leader.x, leader.y, leader.x2, leader.y2) = (end.x + 1, end.y, x - 1, y)
        leader.stroke = RGB(red: 140, green: 140, blue: 140)
        leader.strokeWidth = 0.3
        view.leaders.append(leader)
      }
    }
    return true
  }

  /// Moves places apart to a least distance, as little as it takes.
  func spread(_ places: inout [Double], gap: Double, within limits: ClosedRange<Double>) {
    for number in places.indices.dropFirst() {
      places[number] = max(places[number], places[number - 1] + gap)
    }
    if let last = places.last, last > limits.upperBound {
      places[places.count - 1] = limits.upperBound
      for number in places.indices.dropLast().reversed() {
        places[number] = min(places[number], places[number + 1] - gap)
      }
    }
  }

  // MARK: Bars

  /// Values at the ends of bars; tells whether all found room.
  ///
  /// - Parameter taken: where other words stand.
  func valueBars(_ view: inout SceneView, _ node: ViewNode, avoiding taken: [Box]) -> Bool {
    guard let unit = node.unit, unit.mark.kind == .bar, let orient = unit.mark.orient,
      let mark = view.marks.last, !mark.items.isEmpty, mark.items.count <= Self.barLimit,
      mark.items.allSatisfy({ $0.value != nil })
    else { return false }
    guard let measure = unit[orient == .horizontal ? .x : .y] else { return false }
    let words = words(
      of: mark.items.compactMap(\.value), MeasureWords(def: measure, context: context))
    let notes = zip(mark.items, words).map { note($1, $0, $0.value ?? 0, orient) }
    let boxes = notes.map { text.box($0) }
    for number in boxes.indices {
      if taken.contains(where: { $0.overlaps(boxes[number]) }) { return false }
      for other in boxes.indices where other > number && boxes[number].overlaps(boxes[other]) {
        return false
      }
    }
    view.notes += notes
    return true
  }

  private func note(_ words: String, _ item: SceneItem, _ value: Double, _ orient: MarkOrient)
    -> SceneText
  {
    var note = SceneText(lines: [words], x: 0, y: 0)
    note.size = Self.size
    if orient == .vertical {
      note.x = item.x + item.width / 2
      note.y = value < 0 ? item.y + item.height + 2 : item.y - 2
      note.baseline = value < 0 ? "top" : "bottom"
      note.align = "center"
    } else {
      note.x = value < 0 ? item.x - 3 : item.x + item.width + 3
      note.y = item.y + item.height / 2
      note.baseline = "middle"
      note.align = value < 0 ? "right" : "left"
    }
    return note
  }

  /// The words of a measure's values: in the author's format, else in one unit and with one number
  /// of decimals for all.
  private func words(of values: [Double], _ measure: MeasureWords) -> [String] {
    if let format = measure.format { return values.map { format.text(.number($0)) } }
    let unit = measure.scale(for: values)
    let places = MeasureWords.places(values.map { $0 / unit.divisor })
    return values.map { unit.text($0, digits: places) }
  }
}
