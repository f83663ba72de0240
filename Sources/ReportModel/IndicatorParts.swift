/// A place in a ranking: of whom, which place, out of how many where the scope says it.
public struct IndicatorRank: Hashable, Sendable, CustomStringConvertible {
  /// Who is ranked: `全市18个镇街`; may be empty.
  public var scope: String
  /// The place, from 1.
  public var place: Int
  /// How many are ranked, where the scope names a number.
  public var of: Int? {
    let digits = scope.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
    let value = digits.reduce(Int?.some(0)) { sum, digit in
      guard let sum, sum < 1_000_000, let value = digit.wholeNumberValue else { return nil }
      return sum * 10 + value
    }
    return digits.isEmpty ? nil : value
  }

  /// Makes a place.
  public init(scope: String, place: Int) {
    self.scope = scope
    self.place = place
  }

  /// Reads `scope#n`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let place = Int(parts[1]), place > 0 else { return nil }
    self.init(scope: String(parts[0]), place: place)
  }

  /// `scope#n`.
  public var description: String { "\(scope)#\(place)" }

  /// `全市第3位`.
  public var words: String { "\(scope)第\(place)位" }
}

/// What a value says as a number.
public enum Quantity: Hashable, Sendable {
  /// 57.9.
  case exact(Double)
  /// 3 to 5.
  case range(Double, Double)
  /// 1/3.
  case fraction(Int, Int)

  /// Reads a value as an indicator holds it; nil where it is none.
  public init?(_ value: String) {
    if let number = Double(value), number.isFinite {
      self = .exact(number)
      return
    }
    let parts = value.split(separator: "/")
    if parts.count == 2, let top = Int(parts[0]), let bottom = Int(parts[1]), bottom > 0 {
      self = .fraction(top, bottom)
      return
    }
    let ends = value.split(separator: "-").compactMap { Double($0) }
    guard ends.count == 2 else { return nil }
    self = .range(ends[0], ends[1])
  }

  /// The number itself where it is one.
  public var number: Double? {
    if case .exact(let number) = self { return number }
    return nil
  }
}

/// How a sentence stands behind its number.
public enum Modality: String, Hashable, Sendable, CaseIterable {
  /// It says that it is so.
  case fact
  /// It is to come: a goal, a plan, a forecast.
  case goal
  /// It is reckoned, not yet counted: 预计.
  case estimate
  /// It is asked for: a rule, an order, a condition.
  case order
  /// Somebody says it, in quotation marks.
  case quotation
}

/// The value that a change set out from: 1.96亿元 of `由1.96亿元增加到2.14亿元`.
public struct FormerValue: Hashable, Sendable {
  /// The number, as in an indicator.
  public var value: String
  /// Its unit.
  public var unit: String
  /// The time it held at, as written; may be empty.
  public var period: String
  /// The words it was read from.
  public var raw: String

  /// Makes a value.
  public init(value: String, unit: String, period: String = "", raw: String = "") {
    self.value = value
    self.unit = unit
    self.period = period
    self.raw = raw
  }
}

/// The words that qualify a number, sorted by where they stand with it: none may be left out where
/// the number is printed.
public struct IndicatorQualifiers: Hashable, Sendable {
  /// Before the number: 近, 约, 突破.
  public private(set) var before = ""
  /// Between the number and its unit: `30余人`.
  public private(set) var more = ""
  /// Behind the unit: `50米以下`.
  public private(set) var after = ""
  /// What is said of it: 全部办结, 同比增长.
  public private(set) var remark = ""

  /// Words that only lead to the number and qualify nothing.
  private static let plain = ["达", "达到", "已达", "已达到"]
  private static let uncounted = ["余", "多", "来"]
  private static let following = ["左右", "上下", "以上", "以下", "及以上", "以内", "之内", "内", "之多"]
  /// Longer words are a remark.
  private static let longestBefore = 3

  /// - Parameter text: the words of an indicator, several parted by `；`.
  public init(_ text: String) {
    for part in text.split(separator: "；").map(String.init) where !Self.plain.contains(part) {
      if Self.uncounted.contains(part) {
        more = part
      } else if Self.following.contains(part) {
        after = part
      } else if part.count <= Self.longestBefore, before.isEmpty {
        before = part
      } else {
        remark = remark.isEmpty ? part : "\(remark)，\(part)"
      }
    }
  }

  /// The words that make the number an approximation or a bound, in their order: 近, 余, 以上.
  public var approximations: [String] {
    [before, more, after].filter { !$0.isEmpty && !Self.arrivals.contains($0) }
  }

  /// Words before a number that leave it exact.
  private static let arrivals: Set<String> = ["累计", "增长", "下降", "增加", "减少"]
}
