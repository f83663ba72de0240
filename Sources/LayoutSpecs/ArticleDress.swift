/// What an editor asks for beyond the layout's own rules for one article.
public struct ArticleDress: Hashable, Sendable {
  /// The number panel 数说, which stands on a page of several stories only where it is asked for.
  public enum Panel: Hashable, Sendable {
    /// None.
    case off
    /// The figures that say most.
    case automatic
    /// These figures in this order: places in the report's list of indicators, from 1.
    case chosen([Int])
  }

  /// Where the headline stands.
  public enum Head: String, Hashable, Sendable, CaseIterable {
    /// Over the text, across all its columns.
    case above
    /// 竖题: down the first column (NP-5).
    case vertical
    /// 压图: on a plate along the foot of the first picture (NP-9).
    case onPicture = "on-picture"
  }

  /// Which way the lines run.
  public enum Writing: String, Hashable, Sendable, CaseIterable {
    /// From left to right.
    case horizontal
    /// 竖排: downwards, the lines from right to left, the headline with them.
    case vertical
  }

  /// Which way the lines of the whole story run.
  public var writing = Writing.horizontal

  /// Lines of the headline as the editor breaks it; empty leaves the breaks to the page (AD-5).
  public var headlineLines: [String] = []

  /// How several pictures stand.
  public enum Pictures: String, Hashable, Sendable, CaseIterable {
    /// Each with its own caption; those of a picture story 图片新闻 together.
    case automatic
    /// Each with its own caption.
    case single
    /// 组照: together under one caption.
    case group
  }

  /// 围框 round an article: the line stands in the gutter, so that the measure stays whole (NP-10).
  public enum Box: String, Hashable, Sendable, CaseIterable { case hairline, thick, double }

  /// 题花: what stands at both sides of the kicker or the deck, where they leave room.
  public enum Ornament: String, Hashable, Sendable, CaseIterable { case lozenges, wheat }

  /// The headline.
  public var head: Head
  /// The pictures.
  public var pictures: Pictures
  /// Words lifted out of the story; nil for none.
  public var quote: String?
  /// Who said them.
  public var quoteSource: String
  /// The line round the article; nil for none.
  public var box: Box?
  /// Whether a tint lies under the article.
  public var isTinted: Bool
  /// 破栏, 长栏: into how many columns the text is set, whatever the article's width; nil for the
  /// page's own (NP-4).
  public var textColumns: Int?
  /// What stands beside the kicker or deck; nil for nothing.
  public var ornament: Ornament?
  /// The number panel.
  public var panel: Panel

  /// Makes a dress; without values the layout's own rules stand.
  public init(
    head: Head = .above, pictures: Pictures = .automatic, quote: String? = nil,
    quoteSource: String = "", box: Box? = nil, isTinted: Bool = false, textColumns: Int? = nil,
    ornament: Ornament? = nil, panel: Panel = .off
  ) {
    self.panel = panel
    self.ornament = ornament
    self.textColumns = textColumns
    self.head = head
    self.pictures = pictures
    self.quote = quote
    self.quoteSource = quoteSource
    self.box = box
    self.isTinted = isTinted
  }

  /// Whether the lines of the headline are the words of a headline, and nothing but its blanks differs.
  public func breaks(_ headline: String) -> Bool {
    func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    return !headlineLines.isEmpty && solid(headlineLines.joined()) == solid(headline)
  }

  /// Whether the article stands in a box or on a tint.
  public var isBoxed: Bool { box != nil || isTinted }
}
