/// The contest a score or rank belongs to: 在全县…观摩评比中.
enum Contest {
  /// Its name without place and time; empty when the sentence names none.
  static func name(in sentence: Sentence, _ nouns: LeftNoun) -> String {
    let text = sentence.text
    guard let at = text.first(of: "在", in: sentence.range) else { return "" }
    let limit = min(at + 40, sentence.range.upperBound)
    var place = at + 1
    while place < limit {
      if text[place] == "中" || text[place] == "里" {
        let isContest =
          IndicatorWords.contests.match(in: text, endingAt: place, from: at + 1) != nil
        if isContest { return nouns.subject((at + 1)..<place) }
      }
      if Marks.strongClause.contains(text[place]) { return "" }
      place += 1
    }
    return ""
  }

  /// A bare score with the contest before it.
  static func scored(_ subject: String, in sentence: Sentence, _ nouns: LeftNoun) -> String {
    let contest = name(in: sentence, nouns)
    return contest.isEmpty ? subject : contest + Scalars(subject).suffixScore.string
  }
}
