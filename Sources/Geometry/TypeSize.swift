/// Chinese type sizes 号 (typography part 8, table 号 → pt).
public enum TypeSize: String, Hashable, Sendable, CaseIterable {
  case chu, xiaochu, yi, xiaoyi, er, xiaoer, san, xiaosan, si, xiaosi, wu, xiaowu, liu, xiaoliu
  case qi, ba

  /// The two tables in use.
  public enum Table: String, Hashable, Sendable { case wordProcessors, metal }

  /// The size in points; sizes that metal type lacks are those of word processors.
  public func points(_ table: Table = .wordProcessors) -> Double {
    let pair: (Double, Double) =
      switch self {
      case .chu: (42, 42)
      case .xiaochu: (36, 36)
      case .yi: (26, 27.5)
      case .xiaoyi: (24, 24)
      case .er: (22, 21)
      case .xiaoer: (18, 18)
      case .san: (16, 15.75)
      case .xiaosan: (15, 15)
      case .si: (14, 13.75)
      case .xiaosi: (12, 12)
      case .wu: (10.5, 10.5)
      case .xiaowu: (9, 9)
      case .liu: (7.5, 7.875)
      case .xiaoliu: (6.5, 6.5)
      case .qi: (5.5, 5.25)
      case .ba: (5, 5)
      }
    return table == .wordProcessors ? pair.0 : pair.1
  }

  /// The Chinese name, such as 小五.
  public var chinese: String {
    let names: [TypeSize: String] = [
      .chu: "初号", .xiaochu: "小初", .yi: "一号", .xiaoyi: "小一", .er: "二号", .xiaoer: "小二",
      .san: "三号", .xiaosan: "小三", .si: "四号", .xiaosi: "小四", .wu: "五号", .xiaowu: "小五",
      .liu: "六号", .xiaoliu: "小六", .qi: "七号", .ba: "八号",
    ]
    return names[self] ?? rawValue
  }

  /// The size that a layout file names: `xiaowu`, `5hao`, `小五`, `五号`.
  public init?(named name: String) {
    if let known = TypeSize(rawValue: name)
      ?? TypeSize.allCases.first(where: { $0.chinese == name })
    {
      self = known
      return
    }
    let hao: [String: TypeSize] = [
      "1hao": .yi, "2hao": .er, "3hao": .san, "4hao": .si, "5hao": .wu, "6hao": .liu, "7hao": .qi,
      "8hao": .ba, "0hao": .chu,
    ]
    guard let known = hao[name] else { return nil }
    self = known
  }
}
