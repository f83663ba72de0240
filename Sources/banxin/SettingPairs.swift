import ArgumentParser
import Exporting

/// Settings of a job as they are given on the command line: `--set key=value`.
enum SettingPairs {
  /// A pair without a key or a sign is wrong usage.
  static func check(_ pairs: [String]) throws {
    for pair in pairs where !pair.contains("=") || pair.hasPrefix("=") {
      throw ValidationError("--set 应写作 键=值，而不是“\(pair)”  --set wants key=value")
    }
  }

  static func read(_ pairs: [String]) -> [ExportJob.Setting] {
    pairs.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ExportJob.Setting(key: String(parts[0]), value: String(parts[1]))
    }
  }
}
