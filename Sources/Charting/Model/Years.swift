/// Numbers that are years: neither grouped by thousands nor taken for milliseconds.
enum Years {
  /// Whether all values that are there are whole numbers of this and the near centuries.
  static func holds(_ values: [DataValue]) -> Bool {
    let present = values.filter { $0 != .null }
    return !present.isEmpty
      && present.allSatisfy { value in
        guard case .number(let number) = value else { return false }
        return number == number.rounded() && (1900...2199).contains(number)
      }
  }

  /// The start of a year; other values stay.
  static func time(_ value: DataValue) -> DataValue {
    guard case .number(let number) = value else { return value }
    return .date(CivilDate(year: Int(bounded: number)).time)
  }
}

extension ChartContext {
  /// Whether a measured axis counts years: a place along the paper that grows by whole years, or a
  /// field that is called so.
  func holdsYears(_ def: ChannelDef, _ node: ViewNode) -> Bool {
    guard def.aggregate == nil, !def.isBinning, let field = def.field else { return false }
    let last = field.last.map { "年度份".contains($0) } ?? false
    let isNamed = last && field.contains("年") || field.lowercased() == "year"
    guard isNamed || def.channel == .x else { return false }
    let tables = node.instances.values.map(\.main).filter { !$0.rows.isEmpty }
    return !tables.isEmpty && tables.allSatisfy { Years.holds($0.column(def.column)) }
  }
}
