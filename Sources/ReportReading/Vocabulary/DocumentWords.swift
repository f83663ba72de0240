/// General words of Chinese reports that tell what a line is. Data, not rules: each list is used by
/// one feature of the role grammar.
enum DocumentWords {
  /// Names of bulletins end with one of these.
  static let bulletins = Vocabulary.lexicon("documents.bulletins")
  /// The only bulletin names that surely stand over a headline of their own.
  static let mastheads = Vocabulary.lexicon("documents.mastheads")
  /// Column names over a headline.
  static let kickers = Vocabulary.lexicon("documents.kickers")
  /// Names of units end with one of these.
  static let units = Vocabulary.lexicon("documents.units")
  /// Who wrote it.
  static let bylines = Vocabulary.lexicon("documents.bylines")
  /// Words for the work of those a byline names.
  static let bylineWork = Vocabulary.lexicon("documents.bylineWork")
  /// What lines of a web page's frame open with.
  static let furniture = Vocabulary.lexicon("documents.furniture")
  /// Buttons of a web page.
  static let buttons = Vocabulary.lexicon("documents.buttons")
  /// Kinds of papers that titles end with.
  static let papers = Vocabulary.lexicon("documents.papers")
  /// What headlines of meetings end with.
  static let events = Vocabulary.lexicon("documents.events")
  /// Lines at the very end that name who made the page.
  static let imprints = Vocabulary.lexicon("documents.imprints")
  /// The commonest family names.
  static let familyNames = Vocabulary.characters("documents.familyNames")
  /// A date's units.
  static let dateUnits = Vocabulary.characters("documents.dateUnits")
  /// Distribution.
  static let distribution = Vocabulary.lexicon("documents.distribution")
  /// Notes below a table or text.
  static let notes = Vocabulary.lexicon("documents.notes")
  /// Editor's notes.
  static let editorNotes = Vocabulary.lexicon("documents.editorNotes")
  /// Words a lead opens with or holds.
  static let leads = Vocabulary.lexicon("documents.leads")
  /// Words a closing opens with or holds.
  static let closings = Vocabulary.lexicon("documents.closings")
  /// Captions.
  static let captions = Vocabulary.lexicon("documents.captions")
  /// A photographer's credit at the end of a caption.
  static let credits = Vocabulary.lexicon("documents.credits")
}
