/// General words of statements with numbers. Data, not rules: each list serves one feature of the
/// indicator grammar.
enum IndicatorWords {
  /// Before a number, printed with the value.
  static let approximateBefore = Vocabulary.lexicon("indicators.approximateBefore")
  /// Before a number, of no weight.
  static let empty = Vocabulary.lexicon("indicators.empty")
  /// Verbs of change; the number says by how much.
  static let changes = Vocabulary.lexicon("indicators.changes")
  /// Verbs of change; the number says to what.
  static let changesTo = Lexicon(
    ["变为", "调整为"]
      + Vocabulary.words("indicators.changesTo").flatMap { verb in
        ["至", "到", "为"].map { verb + $0 }
      })
  /// Where a comparison begins.
  static let comparisons = Vocabulary.lexicon("indicators.comparisons")
  /// A share of something.
  static let shares = Vocabulary.lexicon("indicators.shares")
  /// Places and units at the start of a statement that say nothing of what is counted.
  static let regions = Vocabulary.lexicon("indicators.regions")
  /// Adverbs and conjunctions at the start.
  static let adverbs = Vocabulary.lexicon("indicators.adverbs")
  /// Verbs at the start that say nothing of what is counted.
  static let plainVerbs = Vocabulary.lexicon("indicators.plainVerbs")
  /// Verbs of dealing with cases: alone before a number they want the noun of what was dealt with.
  static let actions = Vocabulary.lexicon("indicators.actions")
  /// Words that end a noun behind a number.
  static let nounEnds = Vocabulary.lexicon("indicators.nounEnds")
  /// Nouns that end with one of the above.
  static let nouns = Vocabulary.lexicon("indicators.nouns")
  /// Nouns whose bare score or place belongs to the contest named before.
  static let scores = Vocabulary.lexicon("indicators.scores")
  /// Contests: `在…评比中`.
  static let contests = Vocabulary.lexicon("indicators.contests")
  /// Verbs before a place in a ranking.
  static let rankVerbs = Vocabulary.lexicon("indicators.rankVerbs")
  /// Nouns of measured time.
  static let timeNouns = Vocabulary.lexicon("indicators.timeNouns")
  /// Nouns that stand before a bare number.
  static let bareNouns = Vocabulary.lexicon("indicators.bareNouns")
}
