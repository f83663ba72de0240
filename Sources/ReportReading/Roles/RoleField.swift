internal import ReportModel

/// The likeliest roles of a document by the second reader: the best path (Viterbi), and the share of
/// all paths that pass through it at each element (forward and backward sums).
struct RoleField {
  private let model: RoleModel
  private let scores: [[Double]]
  /// The scores of all roles: a line that wants a role it may not have is not sure of another.
  private let free: [[Double]]

  /// Prepares a document; each element may have the roles that `allows` says it may.
  init(_ model: RoleModel, _ features: [[String]], allows: (Int, ReportRole) -> Bool) {
    self.model = model
    let free = features.map { model.scores(of: $0) }
    self.free = free
    scores = features.indices.map { place in
      var sums = free[place]
      for number in sums.indices where !allows(place, model.roles[number]) { sums[number] = -1e6 }
      return sums
    }
  }

  /// The best path.
  func best() -> [RolePath.Choice] {
    guard !scores.isEmpty else { return [] }
    let path = viterbi()
    let shares = shares(of: path)
    return path.indices.map { RolePath.Choice(role: model.roles[path[$0]], confidence: shares[$0]) }
  }

  private func viterbi() -> [Int] {
    let count = model.roles.count
    var totals = scores[0]
    var origins: [[Int]] = []
    for place in scores.indices.dropFirst() {
      var next = Array(repeating: -Double.infinity, count: count)
      var origin = Array(repeating: 0, count: count)
      for role in 0..<count {
        for before in 0..<count {
          let total = totals[before] + model.step(before, role)
          if total > next[role] { (next[role], origin[role]) = (total, before) }
        }
        next[role] += scores[place][role]
      }
      totals = next
      origins.append(origin)
    }
    var role = totals.indices.max { (totals[$0], -$0) < (totals[$1], -$1) } ?? 0
    var path = [role]
    for origin in origins.reversed() {
      role = origin[role]
      path.append(role)
    }
    return path.reversed()
  }

  /// How likely each role of a path is among all paths.
  private func shares(of path: [Int]) -> [Double] {
    let count = model.roles.count
    let odds = free.map { row -> [Double] in
      let most = row.max() ?? 0
      return row.map { Elementary.exponential(max(-30, $0 - most)) }
    }
    let prices = (0..<(count * count)).map { model.step($0 / count, $0 % count) }
    let most = prices.max() ?? 0
    let steps = prices.map { Elementary.exponential(max(-30, $0 - most)) }
    var forward = [Self.normal(odds[0])]
    for place in odds.indices.dropFirst() {
      let here = odds[place]
      let before = forward[place - 1]
      var row = Array(repeating: 0.0, count: count)
      for role in 0..<count {
        var sum = 0.0
        for other in 0..<count { sum += before[other] * steps[other * count + role] }
        row[role] = here[role] * sum
      }
      forward.append(Self.normal(row))
    }
    var backward = Array(repeating: 1.0, count: count)
    var result = Array(repeating: 0.0, count: path.count)
    for place in odds.indices.reversed() {
      var sum = 0.0
      for role in 0..<count { sum += forward[place][role] * backward[role] }
      result[place] = sum > 0 ? forward[place][path[place]] * backward[path[place]] / sum : 0
      let here = odds[place]
      var row = Array(repeating: 0.0, count: count)
      for role in 0..<count {
        var sum = 0.0
        for other in 0..<count {
          sum += steps[role * count + other] * here[other] * backward[other]
        }
        row[role] = sum
      }
      backward = Self.normal(row)
    }
    return result
  }

  private static func normal(_ row: [Double]) -> [Double] {
    let sum = row.reduce(0, +)
    return sum > 0 ? row.map { $0 / sum } : row
  }
}
