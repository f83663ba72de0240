import LayoutSpecs

/// What the pictures of a story cost beside each other and beside its text (AD-7): the first is half as
/// large again as any other, and all together are no larger than the text.
struct PictureBalance {
  /// For each object that is a picture, its place among the objects and its area at each height.
  private let areas: [(object: Int, areas: [Double])]
  private let prices: FitPrices

  /// Lines of text from which a story is no 图片新闻.
  private static let storyLines = 28
  /// A first picture that does not lead costs so often the price of one that is too large: more than
  /// a paragraph set tight here and loose there, less than a row left blank.
  private static let unled = 2.5
  /// Pictures twice as large as their text cost so often the price of one that is too large.
  private static let excess = 3.0

  init(_ objects: [PageObject], prices: FitPrices) {
    self.prices = prices
    areas = objects.enumerated().compactMap { number, object in
      let areas = object.heights.compactMap { object.imageArea($0.rows) }
      return areas.isEmpty ? nil : (number, areas)
    }
  }

  /// The price of a setting of heights beside so many lines of text.
  func cost(heights: [Int], text: Int) -> Double {
    guard !areas.isEmpty else { return 0 }
    let sizes = areas.map { $0.areas[heights[$0.object]] }
    var cost = 0.0
    if let next = sizes.dropFirst().max(), sizes[0] < next * PictureBound.lead {
      cost += prices.largePicture * Self.unled * (sizes[0] < next ? 2 : 1)
    }
    let whole = sizes.reduce(0, +)
    if text >= Self.storyLines, whole > Double(text) {
      cost += prices.largePicture * Self.excess * (whole / Double(text) - 0.9)
    }
    return cost
  }
}
