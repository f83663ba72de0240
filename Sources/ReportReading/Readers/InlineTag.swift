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
    "a", "abbr", "audio", "b", "bdo", "big", "br", "button", "center", "cite", "code", "dd", "del",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q",
    "rb", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong",
    "sub", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "tr", "tt", "u",
    "ul", "var", "video", "wbr",
  ]
}
