/// Items of one numbering are read alike: 一、二、三、 are heads when text of their own stands under
/// them, and sentences of a list when they follow each other without any.
struct NumberedSeries {
  /// Items that are sentences of a list, not heads.
  private(set) var sentences: Set<Int> = []
  /// Short sentences with a number that are heads, since text stands under each.
  private(set) var heads: Set<Int> = []

  /// Looks at all series of a part.
  init(_ elements: [Element]) {
    for ordinal in [LineShape.Ordinal.han, .hanBracket, .article] {
      for run in Self.runs(of: ordinal, in: elements) { judge(run, elements) }
    }
    let articles = elements.indices.filter { Self.isClause(elements[$0]) }
    sentences.formUnion(articles)
    heads.subtract(articles)
  }

  /// An article of a rule that says something: 第四条 with a whole sentence, or with a list under it.
  private static func isClause(_ element: Element) -> Bool {
    guard element.shape.ordinal == .article, !element.isHeading else { return false }
    return element.shape.endsWithStop || element.text.hasSuffix("：")
  }

  /// The items of one numbering between two heads of a higher one.
  private static func runs(of ordinal: LineShape.Ordinal, in elements: [Element]) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for place in elements.indices where elements[place].kind == .text {
      if elements[place].shape.ordinal == ordinal, !elements[place].isHeading {
        runs[runs.count - 1].append(place)
      } else if ordinal == .hanBracket && elements[place].shape.ordinal == .han
        || ordinal == .article && elements[place].shape.ordinal == .chapter
      {
        runs.append([])
      }
    }
    return runs.filter { $0.count >= 2 }
  }

  private mutating func judge(_ run: [Int], _ elements: [Element]) {
    // What stands behind the last item may be the letter's own end, so it says nothing.
    let bare = run.dropLast().filter { place in
      run.contains(place + 1)
    }
    let short = run.filter { elements[$0].shape.stops <= 1 }
    guard short.count == run.count else { return }
    let told = run.count {
      elements[$0].shape.endsWithStop || elements[$0].shape.commas > 0
        || elements[$0].text.contains("：")
    }
    if bare.count == run.count - 1, told > 0 {
      sentences.formUnion(run)
    } else if bare.isEmpty, run.allSatisfy({ elements[$0].shape.count <= 40 }) {
      heads.formUnion(run)
    }
  }
}
