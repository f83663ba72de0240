/// A tag of HTML inside a paragraph of Markdown, as far as a report has a use for it.
struct InlineTag {
  /// Its name in small letters.
  var name: String
  /// Whether it closes what a tag before it opened.
  var closes: Bool

  /// Reads a tag; nil for comments and the like.
  init?(_ literal: String) {
    var rest = Substring(literal)
    guard rest.first == "<" else { return nil }
    rest = rest.dropFirst()
    closes = rest.first == "/"
    if closes { rest = rest.dropFirst() }
    name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    if name.isEmpty { return nil }
  }

  /// Names of tags that say how text looks; any other stands in the text as it was typed.
  static let known: Set<String> = [
    "a", "abbr", "b", "big", "br", "center", "cite", "code", "del", "em", "font", "i", "img", "ins",
    "kbd", "mark", "p", "q", "rb", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup",
    "tt", "u", "wbr",
  ]
}
