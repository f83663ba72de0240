/// The codes of formats that a workbook calls by number only: those of every language, and the dates
/// and times of Chinese ones (ECMA-376 part 1, 18.8.30).
enum BuiltInFormats {
  /// The code of a number; `General` where it has none.
  static func code(_ id: Int) -> String { codes[id] ?? "General" }

  private static let codes: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "\"¥\"#,##0;\"¥\"\\-#,##0", 6: "\"¥\"#,##0;\"¥\"\\-#,##0",
    7: "\"¥\"#,##0.00;\"¥\"\\-#,##0.00", 8: "\"¥\"#,##0.00;\"¥\"\\-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: year, 28: day, 29: day, 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"",
    32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"", 34: noon, 35: noonSeconds, 36: year,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;\"-\"", 42: "\"¥\"#,##0;-\"¥\"#,##0;\"¥-\"",
    43: "#,##0.00;-#,##0.00;\"-\"", 44: "\"¥\"#,##0.00;-\"¥\"#,##0.00;\"¥-\"",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: year, 51: day, 52: year, 53: day, 54: day, 55: noon, 56: noonSeconds, 57: year, 58: day,
  ]

  private static let year = "yyyy\"年\"m\"月\""
  private static let day = "m\"月\"d\"日\""
  private static let noon = "上午/下午h\"时\"mm\"分\""
  private static let noonSeconds = "上午/下午h\"时\"mm\"分\"ss\"秒\""
}
