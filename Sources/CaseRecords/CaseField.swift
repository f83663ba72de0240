/// What a column of a table of cases may say.
public enum CaseField: String, Hashable, Sendable, CaseIterable {
  case number, received, state, closed, deadline, source, category, place, unit, satisfied, caller
  case phone, content

  /// What people call it.
  public var chinese: String {
    switch self {
    case .number: "编号"
    case .received: "时间"
    case .state: "状态"
    case .closed: "办结时间"
    case .deadline: "时限"
    case .source: "来源"
    case .category: "类别"
    case .place: "地点"
    case .unit: "承办单位"
    case .satisfied: "满意"
    case .caller: "来电人"
    case .phone: "电话"
    case .content: "内容"
    }
  }
}

/// What a citizen answered when asked.
public enum CaseAnswer: Hashable, Sendable {
  /// 满意, 非常满意.
  case satisfied
  /// 基本满意, 比较满意.
  case fairly
  /// 不满意.
  case unsatisfied
}
