extension Preset {
  /// What is done of what is to be done, and by when.
  static let progress: [Preset] = [
    Preset("bullet", "完成与目标", needs: ["x", "done", "target"], takes: ["progress"]) { input in
      ProgressBars(input, whole: "target").bullet
    },
    Preset("rectify", "整改销号", needs: ["x", "done", "total"], takes: []) { input in
      ProgressBars(input, whole: "total").rectify
    },
    Preset("gantt", "进度安排", needs: ["x", "start", "end"], takes: ["actual", "today"]) { input in
      GanttPreset(input).view
    },
  ]
}

/// Bars of shares with the counts behind them.
struct ProgressBars {
  let input: PresetInput
  let whole: String

  init(_ input: PresetInput, whole: String) {
    self.input = input
    self.whole = whole
  }

  private var names: [String] { input.names("x") }

  private func words(_ value: Double) -> String {
    NumberFormat(",.10~f")?.text(value, rounding: .decimal) ?? NumberText.plain(value)
  }

  /// The counts of each row and their widest words.
  private var rows: (values: [SpecValue], room: Double) {
    let (done, all) = (input.column("done"), input.column(whole))
    var room = 0.0
    let values = input.column("x").enumerated().map { place, name -> SpecValue in
      let (part, total) = (done[place].measure, all[place].measure)
      var row: SpecValue = ["名": SpecValue(name.words), "全": 1, "比": nil, "率": nil]
      guard let part, let total else {
        row["字"] = "未填"
        return row
      }
      let unit = place == 0 ? input.text("unit") : ""
      let label = "\(words(part))/\(words(total))\(unit)"
      row["字"] = SpecValue(label)
      room = max(room, Advance.of(label, size: 8))
      if total > 0 {
        row["比"] = SpecValue(part / total)
        let percent = NumberFormat(".0%")?.text(part / total, rounding: .decimal) ?? ""
        row["率"] = SpecValue(percent == "100%" && part < total ? "99%" : percent)
      }
      return row
    }
    return (values, room)
  }

  private func width(_ room: Double) -> SpecValue {
    let names = min(84, self.names.map { Advance.of($0, size: 7.5) }.max() ?? 0)
    return SpecValue(input.width(200, beside: names + room + 16))
  }

  var rectify: SpecValue {
    let (rows, room) = rows
    func bar(_ field: SpecValue, _ ink: SpecValue) -> SpecValue {
      [
        "transform": [["filter": SpecValue("isValid(\(PresetInput.datum(field.text ?? "")))")]],
        "mark": ["type": "bar", "color": ink, "height": 9],
        "encoding": [
          "x": [
            "field": field, "type": "quantitative", "scale": ["domain": [0, 1], "clamp": true],
            "axis": nil,
          ]
        ],
      ]
    }
    let names = input.names(of: "名", self.names, least: 18, behind: room + 9)
    return [
      "data": ["values": SpecValue(rows)],
      "width": names.layers.isEmpty ? width(room) : SpecValue(input.width(200, beside: room + 9)),
      "height": ["step": SpecValue(names.step)], "encoding": ["y": names.y],
      "layer": SpecValue(
        [bar("全", PresetInk.pale), bar("比", PresetInk.fall), label("字", x: "全", dx: 5)]
          + names.layers),
    ]
  }

  private func label(_ field: SpecValue, x: SpecValue, dx: Double) -> SpecValue {
    [
      "mark": ["type": "text", "align": "left", "dx": SpecValue(dx), "fontWeight": "bold"],
      "encoding": [
        "x": ["field": x, "type": "quantitative", "axis": nil],
        "text": ["field": field, "type": "nominal"],
      ],
    ]
  }

  /// Shares on one scale; the numbers in one column behind the longest bar.
  var bullet: SpecValue {
    let (rows, room) = rows
    let most = max(1, rows.compactMap { $0["比"]?.number }.max() ?? 1)
    let scale: SpecValue = ["domain": [0, SpecValue(most)], "nice": false]
    let names = input.names(of: "名", self.names, least: 20, behind: room + 34)
    let isStacked = !names.layers.isEmpty
    let thick = isStacked ? 10.0 : 15.6
    func bar(_ field: SpecValue, _ ink: SpecValue, _ share: Double) -> SpecValue {
      [
        "transform": [["filter": SpecValue("isValid(\(PresetInput.datum(field.text ?? "")))")]],
        "mark": ["type": "bar", "color": ink, "height": SpecValue(thick * share)],
        "encoding": ["x": ["field": field, "type": "quantitative", "scale": scale, "axis": nil]],
      ]
    }
    func column(_ field: SpecValue, dx: Double, isBold: Bool) -> SpecValue {
      [
        "mark": [
          "type": "text", "align": "left", "dx": SpecValue(dx),
          "fontWeight": isBold ? "bold" : "normal",
        ],
        "encoding": ["x": ["value": "width"], "text": ["field": field, "type": "nominal"]],
      ]
    }
    var layers = [bar("全", PresetInk.pale, 1), bar("比", PresetInk.blue, 0.5)]
    layers.append(column("率", dx: 6, isBold: true))
    // In a narrow figure the counts stand over their bar, behind the name.
    layers.append(
      !isStacked
        ? column("字", dx: 34, isBold: false)
        : [
          "mark": ["type": "text", "align": "right", "dy": -11, "dx": 30],
          "encoding": ["x": ["value": "width"], "text": ["field": "字", "type": "nominal"]],
        ])
    layers += names.layers
    if let progress = input.spec["progress"]?.number {
      // 75 and 0.75 are both three quarters of the time.
      let share = progress > 1.5 ? progress / 100 : progress
      let words = NumberFormat(".0%")?.text(share, rounding: .decimal) ?? ""
      let place: SpecValue = ["datum": SpecValue(share), "type": "quantitative", "axis": nil]
      // Between bars stand names, which a line from top to foot would strike through.
      layers.append(
        isStacked
          ? [
            "mark": [
              "type": "tick", "color": PresetInk.own, "thickness": 0.8,
              "size": SpecValue(thick + 4), "opacity": 1,
            ], "encoding": ["x": place],
          ]
          : [
            "data": ["values": [[:]]],
            "mark": [
              "type": "rule", "color": PresetInk.own, "strokeDash": [2, 1.5], "strokeWidth": 0.8,
            ],
            "encoding": ["x": place, "y": ["value": 0], "y2": ["value": "height"]],
          ])
      layers.append([
        "data": ["values": [[:]]],
        "mark": [
          "type": "text", "text": SpecValue("时间进度\(words)"), "color": PresetInk.own, "fontSize": 7,
        ],
        "encoding": ["x": place, "y": ["value": SpecValue(isStacked ? -9.0 : -6)]],
      ])
    }
    return [
      "data": ["values": SpecValue(rows)],
      "width": !isStacked ? width(room + 28) : SpecValue(input.width(200, beside: 34)),
      "height": ["step": SpecValue(names.step)], "encoding": ["y": names.y],
      "layer": SpecValue(layers),
    ]
  }
}

/// Tasks from their first day to their last; what was or is late stands out with its days.
struct GanttPreset {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private func day(_ value: DataValue) -> Double? {
    DataLoader.date(value).measure.map { ($0 / 86_400_000).rounded(.down) }
  }

  private func iso(_ day: Double) -> SpecValue {
    SpecValue(String(TimeFormat.iso(day * 86_400_000).prefix(10)))
  }

  /// A row a task: planned, done in time, late.
  private var rows: [SpecValue] {
    let (starts, ends, actual) = (
      input.column("start"), input.column("end"), input.column("actual")
    )
    let today = input.spec["today"].flatMap { day(DataValue($0)) }
    return input.column("x").enumerated().compactMap { place, name in
      guard let start = day(starts[place]), let end = day(ends[place]), end >= start else {
        return nil
      }
      let done = input.spec["actual"] == nil ? nil : day(actual[place])
      var row: SpecValue = [
        "名": SpecValue(name.words), "起": iso(start), "止": iso(end + 1), "态": "计划", "字": "",
        "迟": nil,
      ]
      let reach = done ?? (input.spec["actual"] == nil ? nil : today)
      row["端"] = iso(max(end, reach ?? end) + 1)
      if let done { row["态"] = done > end ? "逾期" : "按期" }
      if let reach, reach > end {
        row["迟"] = iso(reach + 1)
        row["字"] = SpecValue("\(done == nil ? "已超" : "晚") \(Int(bounded: reach - end)) 天")
      } else if done != nil {
        row["字"] = "按期"
      }
      return row
    }
  }

  var view: SpecValue {
    let rows = rows
    input.check(drawn: rows.count)
    let names = input.names(of: "名", rows.compactMap { $0["名"]?.text }, least: 16)
    func time(_ field: SpecValue) -> SpecValue {
      [
        "field": field, "type": "temporal",
        "axis": ["title": nil, "tickCount": input.isNarrow ? 2 : 5],
      ]
    }
    var layers: [SpecValue] = [
      [
        "mark": ["type": "bar", "height": 9, "cornerRadius": 1],
        "encoding": [
          "x": time("起"), "x2": ["field": "止"],
          "color": [
            "condition": ["test": "datum['态'] === '计划'", "value": "#9fc0d8"],
            "value": PresetInk.blue,
          ],
        ],
      ],
      [
        "transform": [["filter": "isValid(datum['迟'])"]],
        "mark": ["type": "bar", "height": 9, "color": PresetInk.own],
        "encoding": ["x": time("止"), "x2": ["field": "迟"]],
      ],
      [
        "transform": [["filter": "datum['字'] !== ''"]],
        "mark": ["type": "text", "align": "left", "dx": 4],
        "encoding": [
          "x": time("端"), "text": ["field": "字", "type": "nominal"],
          "color": [
            "condition": ["test": "datum['字'] === '按期'", "value": "#333333"],
            "value": PresetInk.own,
          ],
        ],
      ],
    ]
    if let today = input.spec["today"].flatMap({ day(DataValue($0)) }) {
      layers.append([
        "data": ["values": [["今": iso(today)]]],
        "mark": ["type": "rule", "strokeDash": [2, 1.5], "strokeWidth": 0.6],
        "encoding": ["x": time("今"), "y": ["value": 0], "y2": ["value": "height"]],
      ])
    }
    return [
      "data": ["values": SpecValue(rows)],
      "width": SpecValue(input.width(250, beside: names.room + 44)),
      "height": ["step": SpecValue(names.step)], "encoding": ["y": names.y],
      "layer": SpecValue(layers + names.layers),
    ]
  }
}
