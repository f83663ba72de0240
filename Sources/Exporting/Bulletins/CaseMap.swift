import CaseRecords
import Diagnostics
import Foundation
import ReportReading

/// Which columns a person says to be what: `时间=登记日,类别=问题大类`, or a file as merges have it.
enum CaseMap {
  static func read(
    _ text: String?, in environment: any ExportEnvironment
  ) throws(Rejection) -> [CaseField: String] {
    guard let text else { return [:] }
    var map: [CaseField: String] = [:]
    for (key, column) in try entries(text, in: environment) {
      guard let field = CaseField.allCases.first(where: { $0.chinese == key || $0.rawValue == key })
      else { throw Rejection(CaseProblems.badMap(key)) }
      map[field] = column
    }
    return map
  }

  private static func entries(
    _ text: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> [(String, String)] {
    guard text.contains("=") else {
      let bytes = try environment.read(text, limit: 1 << 20)
      guard let words = String(validating: bytes, as: UTF8.self) else {
        throw Rejection(FileProblems.notUTF8(text))
      }
      return try RecordMap.read(words, file: text).fields.sorted { $0.key < $1.key }
        .map { ($0.key, $0.value) }
    }
    var entries: [(String, String)] = []
    for pair in text.split(whereSeparator: { ",，".contains($0) }) {
      let parts = pair.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2 else { throw Rejection(CaseProblems.badMap(String(pair))) }
      entries.append((parts[0], parts[1]))
    }
    return entries
  }
}
