public import Diagnostics

/// Days off and days that make up for them, as a file lists them:
///
///     holidays: [2031-01-01, 2031-10-01 至 2031-10-07]
///     workdays: [2031-09-28]
public struct HolidayList: Hashable, Sendable {
  /// A day, or the first and the last of a row of days, as written.
  public struct Entry: Hashable, Sendable {
    /// The first day.
    public var first: String
    /// The last day.
    public var last: String
    /// Its place.
    public var range: SourceRange
  }

  /// Days off.
  public var holidays: [Entry] = []
  /// Weekend days that are worked.
  public var workdays: [Entry] = []

  /// What a list's file may hold, beside its `format`.
  package static let keys = ["holidays", "workdays"]

  /// Reads a list; what is wrong is a rejection at its place.
  public static func read(_ text: String, file: String) throws(Rejection) -> HolidayList {
    try YAMLGuard.check(text, file: file)
    var problems = Problems()
    var list = HolidayList()
    let root = try YAMLField.root(of: text, file: file)
    if let record = YAMLRecord(root, keys: ["format"] + keys, into: &problems) {
      for (key, path) in [("holidays", \HolidayList.holidays), ("workdays", \.workdays)] {
        guard let field = record.field(key) else { continue }
        guard let elements = field.elements else {
          problems.report(ReadingProblems.yamlType("a list of days", "日期列表", field.range))
          continue
        }
        list[keyPath: path] = elements.map { entry($0) }
      }
    }
    try problems.rejectOnErrors()
    return list
  }

  private static func entry(_ field: YAMLField) -> Entry {
    let text = field.string ?? ""
    for mark in ["..", "至", "~", "～"] {
      guard let found = text.firstRange(of: mark) else { continue }
      return Entry(
        first: String(text[..<found.lowerBound]).trimmingSpaces,
        last: String(text[found.upperBound...]).trimmingSpaces, range: field.range)
    }
    return Entry(first: text, last: text, range: field.range)
  }
}
