public import Diagnostics

/// The text of any file that people write: plans, templates, lists, data.
public enum TextInput {
  /// The characters of a file in UTF-8, UTF-16 or GB 18030, without a byte order mark, as every
  /// reader takes them. Throws for what is no text, with the place of the byte.
  public static func read(
    _ bytes: [UInt8], name: String, into problems: inout Problems
  ) throws(Rejection) -> String {
    try TextDecoder(file: name).decode(
      bytes, limit: ReadingLimits.yamlBytes, into: &problems
    ).string
  }
}
