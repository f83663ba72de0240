/// What turning the knobs of a page costs (product 3.2), as a layout may set it under
/// `objects: prices:`. The search takes the page with the least sum; hard rules have no price.
public struct FitPrices: Hashable, Sendable {
  /// A section head one line off the height it likes.
  public var sectionHead = 2.0
  /// A headline one size step smaller.
  public var headlineStep = 3.0
  /// A line more of air under the title block.
  public var titleAir = 1.5
  /// A picture, by the square of the share that its height leaves its own ratio.
  public var pictureShape = 100.0
  /// The number panel one line off.
  public var panelRow = 0.4
  /// The public-service strip one line off.
  public var stripRow = 2.0
  /// A paragraph set one line tighter.
  public var tight = 1.5
  /// A paragraph set one line looser, besides its stretch.
  public var loose = 0.8
  /// A loose paragraph, by the sum of the squares of the gaps that its lines open, in em² (AD-3).
  public var openness = 40.0
  /// The first line of a paragraph alone at the foot of a column.
  public var loneLine = 2.0
  /// A head with fewer than five rows under it at a foot, or with one to three over it at the top.
  public var strandedHead = 2.0
  /// A blank row at the foot of a column, where a page cannot be filled.
  public var blankRow = 40.0
  /// One place further down the list of arrangements.
  public var arrangement = 0.6
  /// An arrangement made by rule, where the layout has its own.
  public var byRule = 3.0
  /// An optional block left out: the number panel.
  public var withoutPanel = 4.0
  /// The number panel before the opening of the text.
  public var panelInFront = 3.0
  /// Pictures of one column beside a large one.
  public var smallPictures = 3.0
  /// Columns other than the page's own, 破栏 and 长栏 (NP-4): a paper keeps its columns while another knob helps.
  public var columnSet = 12.0
  /// A filler inside an article.
  public var filler = 14.0
  /// A filler beside the articles.
  public var fillerArticle = 6.0
  /// A filler one line higher than its least.
  public var fillerRow = 0.1
  /// A story that goes on on another page, and each row that does.
  public var jump = 16.0
  /// A row that is carried over.
  public var jumpRow = 0.03
  /// 断版: one gutter or line through the whole page (NP-7).
  public var throughCut = 4.0
  /// 碰题: two heads of one width side by side; half of it at different widths (NP-7).
  public var headsMeet = 6.0
  /// A lighter story before a weightier one.
  public var order = 3.0
  /// The lead anywhere but at the top left (NP-3).
  public var leadElsewhere = 10.0

  /// The lead one column narrower than half of the page (AD-2).
  public var narrowLead = 60.0
  /// A line less than eight of text under a head of several columns (AD-14).
  public var shallow = 1.5
  /// A picture that is too large beside the first of its story (AD-7).
  public var largePicture = 15.0

  /// The prices that the rules name.
  public init() {}

  /// The keys of a layout file with the price that each sets.
  static var keys: [(key: String, price: WritableKeyPath<FitPrices, Double>)] {
    [
      ("section-head", \.sectionHead), ("headline-step", \.headlineStep),
      ("title-air", \.titleAir), ("picture-shape", \.pictureShape), ("panel-row", \.panelRow),
      ("strip-row", \.stripRow), ("tight", \.tight), ("loose", \.loose), ("openness", \.openness),
      ("lone-line", \.loneLine), ("stranded-head", \.strandedHead), ("blank-row", \.blankRow),
      ("arrangement", \.arrangement),
      ("by-rule", \.byRule), ("without-panel", \.withoutPanel),
      ("panel-in-front", \.panelInFront), ("small-pictures", \.smallPictures),
      ("column-set", \.columnSet), ("filler", \.filler), ("filler-article", \.fillerArticle),
      ("filler-row", \.fillerRow), ("jump", \.jump), ("jump-row", \.jumpRow),
      ("through-cut", \.throughCut), ("heads-meet", \.headsMeet), ("order", \.order),
      ("lead-elsewhere", \.leadElsewhere), ("narrow-lead", \.narrowLead),
      ("large-picture", \.largePicture), ("shallow", \.shallow),
    ]
  }
}
