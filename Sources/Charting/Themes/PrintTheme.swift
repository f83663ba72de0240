/// The defaults of printed Chinese pages: black on paper, thin rules, few colours, words that lie flat.
enum PrintTheme {
  /// Laid over Vega-Lite's defaults.
  static let config = VegaTheme.config.merging(
    ThemeText.read(
      """
      {
        "padding": 2, "background": "white", "timeFormat": "%Y年%-m月%-d日", "countTitle": "数量",
        "fieldTitle": "plain",
        "view": {"continuousWidth": 260, "continuousHeight": 150, "step": 26, "stroke": null},
        "mark": {"color": "#3a7fb5"},
        "bar": {"color": "#3a7fb5"}, "line": {"strokeWidth": 1.6, "color": "#0f2740"},
        "area": {"color": "#a9c8de"}, "point": {"filled": true, "size": 22},
        "text": {"fontSize": 8, "color": "black", "timeUnitBandPosition": 0.5}, "rule": {"color": "#333"},
        "axis": {"labelFontSize": 7.5, "titleFontSize": 7.5, "titleFontWeight": "normal",
          "gridColor": "#cfcfcf", "gridWidth": 0.3, "domainColor": "#333", "domainWidth": 0.6,
          "tickColor": "#333", "tickWidth": 0.5, "tickSize": 3, "labelPadding": 3,
          "labelSeparation": 5},
        "axisYQuantitative": {"domain": false, "ticks": false},
        "axisXQuantitative": {"domain": false, "ticks": false},
        "axisXBand": {"ticks": false, "labelAngle": 0}, "axisXPoint": {"labelAngle": 0},
        "axisYBand": {"ticks": false}, "axisYPoint": {"ticks": false},
        "legend": {"orient": "top", "offset": 6, "title": null, "labelFontSize": 7.5,
          "titleFontSize": 7.5, "titleFontWeight": "normal", "symbolSize": 50, "columnPadding": 12},
        "header": {"labelFontSize": 8, "titleFontSize": 8, "labelPadding": 4, "titlePadding": 5,
          "title": null},
        "title": {"anchor": "start", "fontSize": 11, "subtitleFontSize": 8, "offset": 7,
          "subtitlePadding": 2.5, "subtitleColor": "#333"},
        "range": {
          "category": ["#0f2740", "#8f2a22", "#3a7fb5", "#e8a13a", "#7d9a64", "#b9c6cf", "#6a4c7d",
            "#c97b5a"],
          "ordinal": {"scheme": ["#dbe7f0", "#0f2740"]}, "ramp": {"scheme": ["#e4edf4", "#0f2740"]},
          "heatmap": {"scheme": ["#e4edf4", "#0f2740"]},
          "diverging": {"scheme": ["#8f2a22", "#f4efe6", "#1f5f93"]}},
        "facet": {"spacing": 14}, "concat": {"spacing": 16}
      }
      """))
}
