internal import ReportModel

/// The scores of the roles that an element could have; higher is likelier, about 10 is certain.
struct RoleScores {
  private(set) var all: [(role: ReportRole, score: Double)] = []

  /// Gives a role a score; the highest score given counts.
  mutating func give(_ role: ReportRole, _ score: Double) {
    if let place = all.firstIndex(where: { $0.role == role }) {
      all[place].score = max(all[place].score, score)
    } else {
      all.append((role, score))
    }
  }

  /// Changes the score of a role that has one.
  mutating func add(_ role: ReportRole, _ score: Double) {
    if let place = all.firstIndex(where: { $0.role == role }) { all[place].score += score }
  }
}
