import CaseRecords
import ReportReading

/// Which column of a table says what: by a map, by the usual names, or by what names are made of, and
/// only where most of its values can be that.
public struct CaseColumns: Sendable {
  /// The columns by what they say.
  private(set) var columns: [CaseField: String] = [:]
  /// Columns that say nothing a bulletin counts.
  public private(set) var unused: [String] = []

  /// Names that always mean one thing, in lower case; earlier ones are preferred.
  private static let names: [CaseField: [String]] = [
    .number: [
      "编号", "工单编号", "工单号", "案件编号", "案件号", "诉求编号", "流水号", "no", "id", "number", "序号",
    ],
    .received: ["时间", "受理时间", "来电时间", "登记时间", "日期", "time", "received", "date"],
    .source: ["来源", "渠道", "诉求来源", "受理渠道", "source"],
    .category: ["类别", "分类", "诉求类别", "诉求类型", "事项", "category"],
    .place: ["地点", "地址", "社区", "村居", "村", "place"],
    .unit: ["承办单位", "办理单位", "单位", "责任单位", "部门", "科室", "unit"],
    .deadline: ["时限", "办理时限", "截止时间", "到期时间", "deadline"],
    .state: ["状态", "办理状态", "办结", "state", "status"],
    .closed: ["办结时间", "办结日期", "结案时间", "closed", "finished"],
    .satisfied: ["满意", "是否满意", "满意度", "满意情况", "satisfied"],
    .caller: ["来电人", "诉求人", "反映人", "投诉人", "姓名", "联系人", "caller"],
    .phone: ["电话", "联系电话", "来电号码", "手机", "手机号", "联系方式", "phone"],
    .content: ["内容", "诉求内容", "反映内容", "问题描述", "具体问题", "主要内容", "事由", "content"],
  ]

  /// What names are made of: one of the stems, and one of the ends where there are any. Earlier rules
  /// are preferred.
  private static let rules: [(field: CaseField, stems: [String], ends: [String])] = [
    (.deadline, ["时限", "期限", "截止", "到期", "限办", "限时", "应办结", "要求办结", "要求完成", "规定办结"], []),
    (
      .received,
      [
        "受理", "来电", "来件", "来信", "收件", "接报", "登记", "反映", "接收", "接件", "收到", "投诉", "诉求", "来访", "上报",
        "创建", "提交", "信访", "举报", "检查", "排查", "巡查", "巡检", "走访", "发现", "立案", "申请", "报修", "咨询", "求助",
        "录入",
        "采集",
      ],
      ["时间", "日期", "日"]
    ),
    (.received, ["交办", "派单", "派发", "转办", "发生"], ["时间", "日期", "日"]),
    (
      .closed, ["办结", "结案", "完成", "完工", "完结", "办毕", "销号", "办理完", "答复", "回复", "反馈"],
      ["时间", "日期", "日"]
    ),
    (.state, ["状态", "是否办结", "是否完成", "是否销号", "是否结案", "进度", "进展", "阶段", "环节"], []),
    (.state, ["办结否", "完成否", "结案否", "销号否"], []),
    (
      .state, ["整改", "落实", "处置", "核实", "查处", "解决", "调解", "复查", "验收", "化解", "整治"],
      ["情况", "结果"]
    ),
    (
      .state,
      ["是否解决", "是否整改", "是否息访", "是否办理", "是否处", "是否回复", "是否答复", "是否落实", "是否化解", "是否到位", "是否闭环"], []
    ),
    (.state, ["办理结果", "办结情况", "处理情况", "处理结果", "完成情况", "办理情况"], []),
    (.satisfied, ["满意"], []), (.satisfied, ["回访", "评价"], ["结果", "情况", "评价", "意见"]),
    (.source, ["来源", "渠道", "途径", "受理方式", "来电方式", "反映方式"], []),
    (.category, ["大类", "一级分类"], []), (.category, ["类别", "类型", "分类", "领域"], []),
    (.category, ["小类", "事项"], []),
    (
      .unit, ["承办", "主办", "办理", "责任", "主责", "牵头", "处置", "处理", "负责", "落实"],
      ["单位", "部门", "科室", "站所", "办", "方"]
    ),
    (.place, ["社区", "村居", "村（社区）", "村(社区)"], []),
    (.place, ["地点", "地址", "区域", "属地", "网格", "点位", "位置", "小区", "所属村"], []),
    (.phone, ["电话", "手机", "号码", "联系方式"], []),
    (.caller, ["来电人", "诉求人", "反映人", "投诉人", "当事人", "来访人", "群众姓名"], []),
    (.content, ["内容", "描述", "事由", "反映问题", "主要问题", "主要诉求", "发现问题", "简要情况"], []),
    (.content, ["标题", "主题"], []),
    (.number, ["编号", "编码", "单号", "案号", "件号", "任务号", "流水"], []), (.state, ["结果"], []),
  ]

  /// The columns of a table: by the map, by their names, by their values. `map` names columns by what they say; it comes before everything else.
  init(_ table: RecordTable, map: [CaseField: String] = [:], fits: (CaseField, [String]) -> Bool) {
    columns = map
    var offers: [(field: CaseField, column: Int, cost: Int)] = []
    for (column, name) in table.fields.enumerated() where !map.values.contains(name) {
      for field in CaseField.allCases where map[field] == nil {
        if let cost = Self.cost(of: Self.plain(name), as: field) {
          offers.append((field, column, cost))
        }
      }
    }
    offers.sort { ($0.cost, $0.column) < ($1.cost, $1.column) }
    for offer in offers {
      let name = table.fields[offer.column]
      guard columns[offer.field] == nil, !columns.values.contains(name) else { continue }
      // A usual name is taken at its word, so that a wrong value is an error and not another column.
      let values = offer.cost < 100 ? [] : table.rows.compactMap { table.value(name, in: $0) }
      guard fits(offer.field, values) else { continue }
      columns[offer.field] = name
    }
    addByValues(table, fits)
    unused = table.fields.filter { !columns.values.contains($0) }
  }

  /// What names do not say and values do, where one column alone says it: the only days that are no end of
  /// a case, and the only answers.
  private mutating func addByValues(
    _ table: RecordTable, _ fits: (CaseField, [String]) -> Bool
  ) {
    for field in [CaseField.received, .satisfied] where columns[field] == nil {
      let found = table.fields.filter { name in
        guard !columns.values.contains(name),
          !Self.otherDays.contains(where: Self.plain(name).contains)
        else { return false }
        let values = table.rows.compactMap { table.value(name, in: $0) }
        guard values.contains(where: { !CaseValues.isBlank($0) }), fits(field, values) else {
          return false
        }
        return field != .satisfied || values.contains { $0.contains("满意") }
      }
      if found.count == 1 { columns[field] = found[0] }
    }
  }

  /// Parts of names of days on which no case came in.
  private static let otherDays = [
    "出生", "生日", "有效", "更新", "填报", "填表", "打印", "导出", "结束", "终", "签订", "协议",
  ]

  private static func cost(of name: String, as field: CaseField) -> Int? {
    if let place = names[field]?.firstIndex(of: name) { return place }
    for (place, rule) in rules.enumerated() where rule.field == field {
      guard rule.stems.contains(where: name.contains) else { continue }
      if rule.ends.isEmpty || rule.ends.contains(where: name.hasSuffix) { return 100 + place }
    }
    return nil
  }

  /// A name without blanks, stars and what stands in brackets behind it.
  private static func plain(_ name: String) -> String {
    var plain = name.lowercased().filter { !$0.isWhitespace && !"*＊：:".contains($0) }
    if let last = plain.last, last == "）" || last == ")",
      let open = plain.lastIndex(where: { $0 == "（" || $0 == "(" }), open > plain.startIndex
    {
      plain = String(plain[..<open])
    }
    return plain
  }

  /// Whether a name of the field's list, in lower case, is one of a table: for terms in merges.
  static func usual(_ field: CaseField) -> [String] { names[field] ?? [] }

  /// A column that counts cases instead of naming one: a table of sums is no table of cases.
  func counting(_ table: RecordTable) -> String? {
    unused.first { name in
      guard Self.counts.contains(Self.plain(name)) else { return false }
      let values = table.rows.compactMap { table.value(name, in: $0) }
      let figures = values.compactMap { Int($0.hasSuffix("件") ? String($0.dropLast()) : $0) }
      return !values.isEmpty && figures.count == values.count && figures.contains { $0 > 1 }
    }
  }

  private static let counts: Set<String> = [
    "件数", "数量", "受理量", "受理数", "受理件数", "诉求量", "诉求件数", "办件量", "工单量", "办结量", "办结数", "办结件数",
  ]

  /// Whether rows are only numbered one after another, which names no case.
  var hasSerialNumbers: Bool {
    columns[.number].map { ["序号", "no", "id"].contains(Self.plain($0)) } ?? true
  }

  /// `编号←工单号  时间←登记时间；未用：备注`, for a person to look at before the page is set.
  public var words: String {
    let pairs = CaseField.allCases.compactMap { field in
      columns[field].map { $0 == field.chinese ? $0 : "\(field.chinese)←\($0)" }
    }
    let rest = unused.isEmpty ? "" : "；未用：\(unused.joined(separator: " "))"
    return pairs.joined(separator: "  ") + rest
  }
}
