import LayoutSpecs

/// A set of defaults and habits.
public struct ChartTheme: Hashable, Sendable {
  /// The name, as `--theme` takes it.
  public var name: String
  var config: SpecValue
  var roles: ChartTypesetter.Roles
  var locale: TimeFormat.Locale

  /// Vega-Lite's own defaults.
  public static let vega = ChartTheme(
    name: "vega", config: VegaTheme.config, roles: ChartTypesetter.Roles(), locale: .english)

  /// Ours, for printed Chinese pages.
  public static let zhPrint = ChartTheme(
    name: "zh-print", config: VegaTheme.config, roles: ChartTypesetter.Roles(), locale: .chinese)

  /// All themes.
  public static let all = [zhPrint, vega]
}
