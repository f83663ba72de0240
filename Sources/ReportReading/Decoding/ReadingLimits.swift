/// How large an input may be; larger ones are refused at once with a clear message.
public enum ReadingLimits {
  /// Bytes of a report text: 16 MiB (a year's texts of a county are a few).
  public static let bytes = 16 * 1024 * 1024
  /// Lines of a report text.
  public static let lines = 200_000
  /// Characters of one sentence that is searched for indicators and flags; a longer one is set, but
  /// not searched: no person wrote it.
  public static let searchedSentence = 2_000
  /// Bytes of a report file in YAML: 32 MiB.
  public static let yamlBytes = 32 * 1024 * 1024
  /// Characters of one paragraph that are searched for indicators and flags; a longer one is set,
  /// but not searched.
  public static let searchedParagraph = 100_000
}
