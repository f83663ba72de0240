/// Cases that come again: of one caller or telephone, or of like content at one place. One community
/// and one class make no repeated case.
public struct CaseRepeats: Hashable, Sendable {
  /// By what they are known.
  public enum Basis: Hashable, Sendable { case phone, caller, content }

  /// Cases of one matter.
  public struct Group: Hashable, Sendable {
    /// Place and class, or the first words of the content.
    public var name: String
    /// How many, from two on.
    public var count: Int
  }

  /// By what cases are known to repeat each other; nil where the table does not bear it.
  public let basis: Basis?
  /// Most first.
  public let groups: [Group]
  /// Cases beyond the first of each group.
  public var count: Int { groups.reduce(0) { $0 + $1.count - 1 } }

  private let hasCategory: Bool

  /// Most cases whose contents are compared with each other.
  private static let comparedLimit = 5_000
  /// Share of pairs of characters that like contents have in common, of all that both have.
  private static let likeness = 0.55

  /// Finds repeated cases by the best thing that the table says of callers.
  public init(of cases: [CaseRecord], known: Set<CaseField>) {
    hasCategory = known.contains(.category)
    basis = Self.basis(of: cases, known, hasCategory)
    var keyed: [String: [CaseRecord]] = [:]
    var order: [String] = []
    func put(_ one: CaseRecord, under key: String) {
      if keyed[key] == nil { order.append(key) }
      keyed[key, default: []].append(one)
    }
    switch basis {
    case .phone, .caller:
      for one in cases {
        if let key = Self.key(of: one, basis, hasCategory) { put(one, under: key) }
      }
    case .content:
      for (one, key) in zip(cases, Self.likeContents(cases)) { put(one, under: "\(key)") }
    case nil: break
    }
    groups = order.compactMap { keyed[$0] }.filter { $0.count > 1 }.map { same in
      Group(name: Self.name(of: same), count: same.count)
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The surest thing that the table says of most cases; names and contents that are nobody's and of
  /// everything say nothing.
  private static func basis(
    of cases: [CaseRecord], _ known: Set<CaseField>, _ hasCategory: Bool
  ) -> Basis? {
    for (field, basis) in [(CaseField.phone, Basis.phone), (.caller, .caller)]
    where known.contains(field) {
      let count = cases.count { key(of: $0, basis, hasCategory) != nil }
      if count * 2 >= cases.count { return basis }
    }
    return known.contains(.content) && !isPicked(cases.map(\.content)) ? .content : nil
  }

  /// Whether contents are picked from a list, so that equal ones are of one kind and not of one matter.
  private static func isPicked(_ contents: [String]) -> Bool {
    let filled = contents.filter { !$0.isEmpty }
    return filled.count >= 12 && Set(filled).count * 3 <= filled.count
  }

  /// How they were known, for the note under a table.
  public var reason: String {
    let matter = hasCategory ? "、类别相同" : ""
    return switch basis {
    case .phone: "来电号码相同\(matter)的计为重复诉求"
    case .caller: "诉求人相同\(matter)的计为重复诉求"
    case .content: "诉求内容相近的计为重复诉求"
    case nil: ""
    }
  }

  /// Names of callers that are nobody's.
  private static let nobody: Set<String> = [
    "匿名", "不详", "未知", "无", "保密", "群众", "市民", "居民", "村民", "先生", "女士", "大爷", "大娘", "大妈", "大叔", "阿姨",
    "师傅", "老师", "同志", "-", "—", "/",
  ]

  /// What stands in names for what is not said: 张某, 李**.
  private static let masks: Set<Character> = ["某", "*", "＊", "×", "x", "X", "○", "〇"]

  private static func key(
    of one: CaseRecord, _ basis: Basis?, _ hasCategory: Bool
  ) -> String? {
    let matter = hasCategory ? "\u{1}\(one.category)" : ""
    if basis == .phone {
      let digits = one.phone.filter(\.isNumber)
      return digits.count >= 7 && Set(digits).count > 1 ? digits + matter : nil
    }
    let caller = one.caller.filter { !$0.isWhitespace }
    guard caller.count > 1, !nobody.contains(caller), !nobody.contains(String(caller.suffix(2))),
      !caller.contains(where: { masks.contains($0) }),
      // Two people may have one name; of one place or about one matter they are taken for one.
      hasCategory || !one.place.isEmpty
    else { return nil }
    return "\(caller)\u{1}\(one.place)" + matter
  }

  private static func name(of same: [CaseRecord]) -> String {
    let words = [same[0].place, same[0].category].filter { !$0.isEmpty }
    if !words.isEmpty { return words.joined(separator: "　") }
    let content = same[0].content
    return content.isEmpty ? "同一诉求人" : content.count > 20 ? "\(content.prefix(20))…" : content
  }

  // MARK: Like contents

  /// The first case that each is like, at its own place.
  private static func likeContents(_ cases: [CaseRecord]) -> [Int] {
    var first = Array(cases.indices)
    guard cases.count <= comparedLimit else { return first }
    let pairs = cases.map { Self.pairs(of: $0.content) }
    var byPlace: [String: [Int]] = [:]
    for (index, one) in cases.enumerated() {
      let earlier = byPlace[one.place] ?? []
      if let like = earlier.first(where: { isLike(pairs[$0], pairs[index]) }) {
        first[index] = like
      } else {
        byPlace[one.place, default: []].append(index)
      }
    }
    return first
  }

  /// Fewest characters that tell one matter from others of its kind.
  private static let leastContent = 10

  private static func pairs(of text: String) -> Set<[Character]> {
    let letters = text.filter { $0.isLetter || $0.isNumber }.map { $0 }
    guard letters.count >= leastContent else { return [] }
    return Set(zip(letters, letters.dropFirst()).map { [$0, $1] })
  }

  private static func isLike(_ a: Set<[Character]>, _ b: Set<[Character]>) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    let shared = a.intersection(b).count
    return Double(shared) >= likeness * Double(a.count + b.count - shared)
  }
}
