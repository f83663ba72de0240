import LayoutSpecs

/// A set of defaults and habits.
public struct ChartTheme: Hashable, Sendable {
  /// The name, as `--theme` takes it.
  public var name: String
  var config: SpecValue
  var roles: ChartTypesetter.Roles
  var locale: TimeFormat.Locale
  /// Whether words are set as print wants them: flat, wrapped, direct, in 万 and 亿.
  var isPrint: Bool
  /// Whether there is black ink only, so that areas are told apart by hatches.
  var isOneColour = false

  /// Vega-Lite's own defaults.
  public static let vega = ChartTheme(
    name: "vega", config: VegaTheme.config, roles: ChartTypesetter.Roles(), locale: .english,
    isPrint: false)

  /// Ours, for printed Chinese pages.
  public static let zhPrint = ChartTheme(
    name: "zh-print", config: PrintTheme.config, roles: ChartTypesetter.Roles(), locale: .chinese,
    isPrint: true)

  /// Ours with black ink only.
  public static let zhPrintBlack = ChartTheme(
    name: "zh-print-black", config: PrintTheme.config, roles: ChartTypesetter.Roles(),
    locale: .chinese, isPrint: true, isOneColour: true)

  /// All themes.
  public static let all = [zhPrint, zhPrintBlack, vega]
}
