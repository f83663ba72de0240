import Diagnostics
import DisplayList

/// One thing an editor can do about text that has no place.
struct FitOffer: Hashable {
  enum Kind: Hashable { case shorten, dropPicture, furtherPage }

  var kind: Kind
  var words: Wording
}

/// What would make an article fit, the least change first (product 3.3): words are never changed here,
/// only counted.
struct FitOffers {
  let article: Article
  /// Characters of a line.
  let measure: Int

  /// A paragraph and how many characters less make it one line shorter.
  private struct Cut {
    var paragraph: Int
    var opening: String
    var characters: Int
  }

  /// Paragraphs named in one offer.
  private static let named = 6

  /// Offers for an article that is some rows too long for a cell of so many columns.
  func offers(columns: Int, over rows: Int) throws(Rejection) -> [FitOffer] {
    var offers = [shorten(by: rows)].compactMap { $0 }
    for object in try article.skeletons(columns: columns).first?.objects ?? []
    where object.name.hasPrefix("picture") {
      let gain = object.span * (object.heights.map(\.rows).min() ?? 0)
      guard gain >= rows else { continue }
      let number = object.name.split(separator: " ").last.map(String.init) ?? ""
      offers.append(
        FitOffer(
          kind: .dropPicture,
          words: Wording(
            "or take out picture \(number), which gives \(gain) lines",
            "或撤下第 \(number) 幅图片，可腾出 \(gain) 行")))
    }
    offers.append(
      FitOffer(
        kind: .furtherPage,
        words: Wording(
          "or let it go on on a later page (`continues` in an issue), or give it a page of its own",
          "或转版（期次计划中的 continues），或另开一版")))
    return offers
  }

  /// The cheapest lines to save: the ones with the fewest characters at the ends of paragraphs; when
  /// every paragraph has given one, whole lines.
  private func shorten(by rows: Int) -> FitOffer? {
    let cuts = lastLines()
    guard !cuts.isEmpty else { return nil }
    let chosen = cuts.prefix(rows)
    let whole = max(0, rows - chosen.count) * measure
    let characters = chosen.reduce(whole) { $0 + $1.characters }
    let listed = chosen.prefix(Self.named)
    let more = chosen.count > listed.count ? "…" : ""
    let chinese = listed.map { "“\($0.opening)…”\($0.characters) 字" }.joined(separator: "、")
    let english = listed.map { "\($0.characters) in \"\($0.opening)…\"" }.joined(separator: ", ")
    return FitOffer(
      kind: .shorten,
      words: Wording(
        "take out \(characters) characters at the ends of paragraphs: \(english)\(more)",
        "从下列段落共删 \(characters) 字即可：\(chinese)\(more)"))
  }

  /// Paragraphs by the length of their last lines at their tightest.
  private func lastLines() -> [Cut] {
    let flow = article.flows.min { $0.fewest < $1.fewest }
    var cuts: [Cut] = []
    for (number, item) in (flow?.items ?? []).enumerated() where item.isSplittable {
      guard let tightest = item.choices.min(by: { $0.rows.count < $1.rows.count }),
        tightest.rows.count > 1, let last = tightest.rows.last
      else { continue }
      cuts.append(
        Cut(
          paragraph: number, opening: String(text(of: tightest.rows[0]).prefix(6)),
          characters: text(of: last).count))
    }
    return cuts.sorted { ($0.characters, $0.paragraph) < ($1.characters, $1.paragraph) }
  }

  private func text(of row: RowItems) -> String {
    row.compactMap { item -> String? in
      if case .glyphs(let run) = item.item { return run.text }
      return nil
    }.joined()
  }
}
