/// A value a day: up to two months as leaves of a calendar, longer spans as weeks beside each other.
struct CalendarPicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private static let heads = ["一", "二", "三", "四", "五", "六", "日"]
  /// The quarter of an em that stands between digits and 月, in points.
  private static let autospace = 7 * 0.25
  /// Longest span, in days.
  private static let longest = 800

  private var days: [(day: Int, value: Double)] {
    let measure = input.measure("y")
    return zip(input.column("x"), input.column("y")).compactMap { date, value in
      guard let time = DataLoader.date(date).measure, let value = value.measure else { return nil }
      return (Int(bounded: (time / 86_400_000).rounded(.down)), value / measure.divisor)
    }.sorted { $0.day < $1.day }
  }

  var view: SpecValue {
    let days = days
    input.check(drawn: days.count)
    guard let first = days.first, let last = days.last, last.day - first.day < Self.longest else {
      return Sketch().view(width: 60, height: 20, saying: "")
    }
    let months = months(from: first.day, to: last.day)
    var sketch = Sketch()
    let size =
      months.count <= 2 ? leaves(months, days, &sketch) : weeks(first.day, last.day, days, &sketch)
    let measure = input.measure("y")
    let high = days.max { $0.value < $1.value }
    let words =
      high.map { "\(days.count) 天，最多 \(date($0.day)) \(measure.words($0.value))\(measure.unit)" }
      ?? ""
    return sketch.view(width: size.width, height: size.height, saying: words)
  }

  private func civil(_ day: Int) -> CivilDate { CivilDate(Double(day) * 86_400_000) }
  private func date(_ day: Int) -> String { "\(civil(day).month)月\(civil(day).day)日" }
  /// Monday is 0.
  private func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  private func months(from first: Int, to last: Int) -> [(
    year: Int, month: Int, first: Int, last: Int
  )] {
    var found: [(year: Int, month: Int, first: Int, last: Int)] = []
    for day in first...last {
      let own = civil(day)
      if let place = found.indices.last, found[place].year == own.year,
        found[place].month == own.month
      {
        found[place].last = day
      } else {
        found.append((own.year, own.month, day, day))
      }
    }
    return found
  }

  // MARK: Leaves

  private func leaves(
    _ months: [(year: Int, month: Int, first: Int, last: Int)], _ days: [(day: Int, value: Double)],
    _ sketch: inout Sketch
  ) -> (width: Double, height: Double) {
    let measure = input.measure("y")
    let width = input.width(months.count == 1 ? 224 : 380)
    let beside = months.count == 2 && width >= 300
    let leaf = beside ? (width - 16) / 2 : width
    let step = leaf / 7
    let high = max(20.0, min(26, step * 0.8))
    let isWide = days.allSatisfy { Advance.of(measure.words($0.value), size: 7.5) <= step - 3 }
    let values = Dictionary(days.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 })
    var (left, top, foot) = (0.0, 0.0, 0.0)
    for month in months {
      sketch.text("\(month.year)年\(month.month)月", left, top + 5, size: 8, isBold: true)
      for (number, head) in Self.heads.enumerated() {
        sketch.text(head, left + (Double(number) + 0.5) * step, top + 17, size: 7, align: "center")
      }
      let start = month.first - civil(month.first).day + 1
      for day in month.first...month.last {
        let week = (weekday(start) + day - start) / 7
        let (x, y) = (left + Double(weekday(day)) * step, top + 24 + Double(week) * high)
        let shade = values[day].map { PresetInk.step($0, measure.low, measure.high) }
        sketch.rect(
          x + 0.6, y + 0.6, step - 1.2, high - 1.2,
          shade.map { SpecValue(PresetInk.steps[$0]) } ?? "#ffffff",
          stroke: shade == nil ? "#cfcfcf" : nil)
        let ink: SpecValue = (shade ?? 0) > 2 ? "white" : "black"
        sketch.text("\(civil(day).day)", x + 3, y + 6, size: 6.5, ink)
        if isWide, let value = values[day] {
          sketch.text(
            measure.words(value), x + step - 3, y + high - 6, size: 7.5, align: "right",
            isBold: true, ink)
        }
        foot = max(foot, y + high)
      }
      if beside { left += leaf + 16 } else { top = foot + 10 }
    }
    return (width, foot + key(&sketch, top: foot + 6, measure, width: width))
  }

  // MARK: Weeks

  private func weeks(
    _ first: Int, _ last: Int, _ days: [(day: Int, value: Double)], _ sketch: inout Sketch
  ) -> (width: Double, height: Double) {
    let measure = input.measure("y")
    let start = first - weekday(first)
    let count = (last - start) / 7 + 1
    let width = input.width(min(420, 16 + Double(count) * 9))
    // What has no room in one row of weeks goes on in the next.
    let step = max(6, min(10, (width - 14) / Double(count)))
    let perRow = max(4, Int(bounded: (width - 14) / step))
    let values = Dictionary(days.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 })
    let block = 7 * step + 20
    for day in first...last {
      let week = (day - start) / 7
      let x = 14 + Double(week % perRow) * step
      let y = Double(week / perRow) * block + 12 + Double(weekday(day)) * step
      let shade = values[day].map {
        SpecValue(PresetInk.steps[PresetInk.step($0, measure.low, measure.high)])
      }
      sketch.rect(x, y, step * 0.88, step * 0.88, shade ?? "#f2f2f2")
      if civil(day).day == 1 || day == first, civil(day).day < 20 {
        let head = "\(civil(day).month)月"
        sketch.text(
          head, min(x, width - Advance.of(head, size: 7) - Self.autospace),
          Double(week / perRow) * block + 5,
          size: 7)
      }
    }
    let rows = (count + perRow - 1) / perRow
    for row in 0..<rows {
      for number in [0, 2, 4, 6] {
        sketch.text(
          Self.heads[number], 5, Double(row) * block + 12 + (Double(number) + 0.45) * step,
          size: 6.5, align: "center")
      }
    }
    let foot = Double(rows) * block - 8
    return (width, foot + key(&sketch, top: foot + 6, measure, width: width))
  }

  /// What the five steps stand for; returns its height with the air over it.
  private func key(_ sketch: inout Sketch, top: Double, _ measure: PresetMeasure, width: Double)
    -> Double
  {
    ShadeKey(measure: measure).draw(&sketch, top: top, width: width)
  }
}

/// The key of five steps of shade: the ends in words.
struct ShadeKey {
  let measure: PresetMeasure

  /// Draws the key; returns its height with the air over it.
  func draw(_ sketch: inout Sketch, top: Double, width: Double) -> Double {
    guard measure.high > measure.low else { return 2 }
    let low = measure.words(measure.low)
    var x = Advance.of(low, size: 7) + 4
    sketch.text(low, 0, top + 5, size: 7)
    for step in PresetInk.steps {
      sketch.rect(x, top + 1.5, 12, 7, SpecValue(step))
      x += 12
    }
    sketch.text(measure.words(measure.high), x + 4, top + 5, size: 7)
    return 16
  }
}
