/// The defaults of Vega-Lite 6.4 and Vega 6.2, for charts that must agree with theirs.
enum VegaTheme {
  /// Vega's guides first, then what Vega-Lite adds.
  static let config = ThemeText.read(
    """
    {
      "background": "white", "padding": 5, "timeFormat": "%b %d, %Y",
      "countTitle": "Count of Records", "fieldTitle": "verbal",
      "view": {"continuousWidth": 300, "continuousHeight": 300, "step": 20, "stroke": "#ddd"},
      "mark": {"color": "#4c78a8", "invalid": "break-paths-show-path-domains",
        "timeUnitBandSize": 1},
      "bar": {"binSpacing": 1, "continuousBandSize": 5, "minBandSize": 0.25,
        "timeUnitBandPosition": 0.5},
      "rect": {"binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25,
        "timeUnitBandPosition": 0.5},
      "image": {"timeUnitBandPosition": 0.5},
      "line": {"strokeWidth": 2}, "trail": {"size": 2, "strokeWidth": 0},
      "point": {"size": 30, "strokeWidth": 2, "shape": "circle"},
      "circle": {"size": 30, "strokeWidth": 2}, "square": {"size": 30, "strokeWidth": 2},
      "rule": {"color": "black"}, "text": {"color": "black", "fontSize": 11},
      "tick": {"thickness": 1, "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25,
        "timeUnitBandPosition": 0.5},
      "boxplot": {"size": 14, "extent": 1.5, "box": {}, "median": {"color": "white"},
        "outliers": {}, "rule": {}, "ticks": null},
      "errorbar": {"center": "mean", "rule": true, "ticks": false},
      "errorband": {"band": {"opacity": 0.3}, "borders": false},
      "scale": {"pointPadding": 0.5, "barBandPaddingInner": 0.1, "rectBandPaddingInner": 0,
        "tickBandPaddingInner": 0.25, "bandWithNestedOffsetPaddingInner": 0.2,
        "bandWithNestedOffsetPaddingOuter": 0.2, "minBandSize": 2, "minFontSize": 8,
        "maxFontSize": 40, "minOpacity": 0.3, "maxOpacity": 0.8, "minSize": 4,
        "minStrokeWidth": 1, "maxStrokeWidth": 4, "quantileCount": 4, "quantizeCount": 4,
        "zero": true},
      "axis": {"domain": true, "domainColor": "#888", "domainWidth": 1, "gridColor": "#ddd",
        "gridWidth": 1, "labels": true, "labelColor": "#000", "labelFontSize": 10,
        "labelLimit": 180, "labelPadding": 2, "ticks": true, "tickColor": "#888", "tickSize": 5,
        "tickWidth": 1, "titleColor": "#000", "titleFontSize": 11, "titleFontWeight": "bold",
        "titlePadding": 4, "minExtent": 0, "maxExtent": 200},
      "legend": {"orient": "right", "padding": 0, "offset": 18, "columnPadding": 10,
        "rowPadding": 2, "labelColor": "#000", "labelFontSize": 10, "labelLimit": 160,
        "labelOffset": 4, "titleColor": "#000", "titleFontSize": 11, "titleFontWeight": "bold",
        "titlePadding": 5, "symbolSize": 100, "symbolStrokeWidth": 1.5,
        "symbolBaseStrokeColor": "#888", "gradientThickness": 16,
        "gradientHorizontalMaxLength": 200, "gradientHorizontalMinLength": 100,
        "gradientVerticalMaxLength": 200, "gradientVerticalMinLength": 64},
      "header": {"labelColor": "#000", "labelFontSize": 10, "labelPadding": 10,
        "titleColor": "#000", "titleFontSize": 11, "titleFontWeight": "bold",
        "titlePadding": 10},
      "title": {"anchor": "middle", "color": "#000", "fontSize": 13, "fontWeight": "bold",
        "offset": 4, "orient": "top", "subtitleColor": "#000", "subtitleFontSize": 12,
        "subtitlePadding": 3},
      "range": {"category": {"scheme": "tableau10"}, "ordinal": {"scheme": "blues"},
        "heatmap": {"scheme": "yellowgreenblue"}, "ramp": {"scheme": "blues"},
        "diverging": {"scheme": "blueorange", "extent": [1, 0]},
        "symbol": ["circle", "square", "triangle-up", "cross", "diamond", "triangle-right",
          "triangle-down", "triangle-left"]},
      "facet": {"spacing": 20}, "concat": {"spacing": 20}
    }
    """)
}

/// Reads the configuration of a theme, which is part of the program.
enum ThemeText {
  static func read(_ text: String) -> SpecValue {
    do {
      return try JSONReader.read(Array(text.utf8), file: "theme")
    } catch {
      preconditionFailure("a built-in theme does not parse: \(error)")
    }
  }
}
