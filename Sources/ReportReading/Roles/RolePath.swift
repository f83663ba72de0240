internal import ReportModel

/// The likeliest roles of all elements together: the best path through the scores over the allowed
/// order (Viterbi), and how sure each role is (from the best path that avoids it).
enum RolePath {
  /// A role with the trust put in it.
  struct Choice {
    var role: ReportRole
    /// 0 to 1.
    var confidence: Double
    /// What the other reader takes it for, where the two differ.
    var alternative: ReportRole?
  }

  /// The best path.
  static func best(_ scores: [RoleScores]) -> [Choice] {
    guard !scores.isEmpty else { return [] }
    let forward = sweep(scores, reversed: false)
    let backward = sweep(scores, reversed: true)
    return scores.indices.map { place in
      let candidates = scores[place].all
      let totals = candidates.indices.map {
        forward[place][$0] + backward[place][$0] - candidates[$0].score
      }
      let order = totals.indices.sorted { (totals[$0], -$0) > (totals[$1], -$1) }
      let margin = order.count > 1 ? totals[order[0]] - totals[order[1]] : 8
      return Choice(role: candidates[order[0]].role, confidence: confidence(of: margin))
    }
  }

  /// A margin of 2 points is about 0.88, of 1 point 0.73; two decimals.
  private static func confidence(of margin: Double) -> Double {
    let grown = Elementary.exponential(-min(margin, 12))
    return (100 / (1 + grown)).rounded() / 100
  }

  /// The best sum up to (or from) each candidate, its own score included.
  private static func sweep(_ scores: [RoleScores], reversed: Bool) -> [[Double]] {
    var result: [[Double]] = Array(repeating: [], count: scores.count)
    let order = reversed ? Array(scores.indices.reversed()) : Array(scores.indices)
    var before: Int?
    for place in order {
      result[place] = scores[place].all.map { candidate in
        guard let before else {
          return candidate.score + (reversed ? 0 : RoleOrder.opening(candidate.role))
        }
        var best = -Double.infinity
        for (index, other) in scores[before].all.enumerated() {
          let step =
            reversed
            ? RoleOrder.step(from: candidate.role, to: other.role)
            : RoleOrder.step(from: other.role, to: candidate.role)
          best = max(best, result[before][index] + step)
        }
        return best + candidate.score
      }
      before = place
    }
    return result
  }
}
