import ArgumentParser
import Exporting

/// What a table becomes where no specification says it.
struct TableOptions: ParsableArguments {
  @Option(help: "预设名；不写则荐图并画最合适的一张  the preset; without it the best of those that fit")
  var preset: String?

  @Option(help: "名称或时间所在的列  the column of names or times")
  var x: String?

  @Option(help: "数值列，可写多次  a column of amounts, once for each")
  var y: [String] = []

  @Option(help: "分组列  the column that tells series apart")
  var group: String?

  @Option(
    name: .customLong("set"),
    help: "预设的其他键：键=列名或文字，可写多次，如 title=收入回升、done=已整改  other keys of the preset, KEY=VALUE")
  var settings: [String] = []

  /// The choice; a setting without `=` is a mistake in the command.
  func choice() throws -> DataChoice {
    var keys: [String: String] = [:]
    for setting in settings {
      guard let mark = setting.firstIndex(of: "="), mark > setting.startIndex else {
        throw ValidationError("--set 应写作 键=值  --set wants KEY=VALUE: \(setting)")
      }
      keys[String(setting[..<mark])] = String(setting[setting.index(after: mark)...])
    }
    return DataChoice(preset: preset, x: x, y: y, group: group, settings: keys)
  }
}
