/// Who belongs to whom, and who does what.
extension Preset {
  /// Trees and matrices of organisations.
  static let organisations: [Preset] = [
    Preset("org-tree", "组织架构", needs: ["x", "parent"]) { input in
      OrganisationTree(input).view
    },
    Preset("matrix", "职责矩阵", needs: ["x", "y"], takes: ["value"]) { input in
      // A narrow figure takes the longer side downwards.
      let isTurned = input.isNarrow && input.names("x").count > input.names("y").count
      let (x, y) = isTurned ? ("y", "x") : ("x", "y")
      let place: SpecValue = [
        "y": ["field": input.field(y), "type": "nominal", "sort": nil, "axis": ["title": nil]],
        "x": [
          "field": input.field(x), "type": "nominal", "sort": nil,
          "axis": ["title": nil, "orient": "top"],
        ],
      ]
      let sign: SpecValue =
        input.spec["value"].map { value in
          [
            "mark": ["type": "text", "fontSize": 7.5],
            "encoding": ["text": ["field": value, "type": "nominal"]],
          ]
        } ?? ["mark": ["type": "point", "filled": true, "size": 34, "opacity": 1]]
      // No word of a cell may reach into the next.
      let widest = input.column("value").map { $0 == .null ? 0 : Advance.of($0.words, size: 7.5) }
      let least = Double(input.names(x).count) * ((widest.max() ?? 0) + 3)
      return [
        "usermeta": ["banxin": ["least": SpecValue(least)]],
        "width": ["step": 52], "height": ["step": 19], "encoding": place,
        "layer": [
          ["mark": ["type": "rect", "color": "#e4edf4", "stroke": "white", "strokeWidth": 1]],
          sign,
        ],
      ]
    },
  ]
}
