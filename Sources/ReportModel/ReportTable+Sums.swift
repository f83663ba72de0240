extension ReportTable {
  /// Columns that can be added up: whole and decimal numbers that are no serial numbers, codes,
  /// rates, averages or readings.
  public var summableColumns: [Int] {
    columns.indices.filter { number in
      let column = columns[number]
      guard column.type == .int || column.type == .decimal else { return false }
      return !Summing.isState(column) && !holdsCodes(number)
    }
  }

  /// Whether the figures of a column name something: they open with a zero, or all have the length of
  /// telephones, accounts or identities.
  private func holdsCodes(_ column: Int) -> Bool {
    guard columns[column].type == .int else { return false }
    let cells = rows.indices.filter { kind(ofRow: $0) == .plain && column < rows[$0].count }
      .map { rows[$0][column].filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    if cells.contains(where: { $0.count > 1 && $0.allSatisfy(\.isNumber) && $0.first == "0" }) {
      return true
    }
    guard let length = cells.first?.count, length >= Self.codeLength else { return false }
    return cells.allSatisfy { $0.count == length && $0.allSatisfy(\.isNumber) }
  }

  /// Digits from which figures of one length are codes.
  private static let codeLength = 10
}

/// What names and units say about adding a column up.
enum Summing {
  /// Numbers that name something or measure a state: their sum says nothing.
  private static let endings = [
    "号", "码", "编", "编号", "电话", "手机", "序", "邮编", "年份", "年度", "名次", "排名", "位次", "排序",
    "得分", "评分", "分数", "分值", "指数", "年龄", "读数", "温度", "气温", "湿度", "浓度", "密度", "高程", "海拔",
    "单价", "价格", "均价", "占比", "比重", "比例", "比值", "系数", "占总数", "同比", "环比", "增幅", "降幅", "增速",
    "月份", "年月", "方式", "账户", "日期", "时间", "楼层", "经度", "纬度", "满意度", "纯度", "完成度", "进度", "水位", "价",
  ]
  private static let openings = ["人均", "户均", "亩均", "平均", "单位面积", "每", "同比", "环比", "序号", "编号"]

  static func isState(_ column: TableColumn) -> Bool {
    if ["%", "％", "‰", "℃", "分", "元/亩", "元/平方米", "名", "岁", "年", "月"].contains(column.unit) {
      return true
    }
    if column.unit.contains("/") || column.unit.contains("／") { return true }
    var name = column.label.filter { !$0.isWhitespace }[...]
    if let last = name.last, last == "）" || last == ")",
      let open = name.lastIndex(where: { $0 == "（" || $0 == "(" }), open > name.startIndex
    {
      name = name[..<open]
    }
    return endings.contains(where: name.hasSuffix) || openings.contains(where: name.hasPrefix)
      || name.contains("率")
  }
}
