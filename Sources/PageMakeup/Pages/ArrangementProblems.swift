import Diagnostics

/// The message of a page that nothing fills, with its cause.
struct ArrangementProblems {
  let cause: ArrangementCause
  /// Headlines and labels of the articles.
  let names: [String]
  /// The places that are asked for.
  let pins: [PageCell?]

  var diagnostic: Diagnostic {
    let why = words
    return Diagnostic(
      .error, "page.no-arrangement",
      Wording(
        "the \(names.count) articles cannot be arranged on the page: \(why.english)",
        "\(names.count) 篇稿件排不进一个版面：\(why.chinese)"),
      hints: [hint])
  }

  private var words: Wording {
    switch cause {
    case .meeting(let one, let other):
      return Wording(
        "the places of \(named(one).english) and \(named(other).english) meet",
        "\(named(one).chinese)与\(named(other).chinese)的固定位置重叠")
    case .outside(let number):
      return Wording(
        "the place of \(named(number).english) lies outside the page's frame",
        "\(named(number).chinese)的固定位置超出版心文框")
    case .misfit(let number):
      return Wording(
        "\(named(number).english) cannot be set in its place, not even its head and pictures",
        "\(named(number).chinese)在固定位置里连标题、图片也排不下")
    case .unsettable(let number):
      return Wording(
        "\"\(names[number])\" cannot be set at any width of the page",
        "“\(names[number])”无论占几栏都排不下")
    case .tooLittle(let needed, let free):
      return Wording(
        "the articles without a place need \(needed) lines of a column, the places leave \(free)",
        "没有固定位置的稿件至少要 \(needed) 行，固定位置之外只余 \(free) 行")
    case .inTheWay(let number):
      return Wording(
        "\(named(number).english) leaves no rest in which the others fit",
        "\(named(number).chinese)把版面隔开，余下的地方排不下其他稿件")
    case .tooMany:
      return Wording("no cut of the page gives each a place", "怎样分割版面都有稿件没有位置")
    }
  }

  private var hint: Wording {
    switch cause {
    case .meeting, .outside: Wording("change one of the places", "请改其中一个固定位置")
    case .misfit:
      Wording("make the place wider or deeper, or give it up", "请加宽、加深这个位置，或不固定它")
    case .unsettable:
      Wording(
        "let its pictures take fewer columns, or shorten its table or head",
        "请让它的图片少占几栏，或缩短表格、标题")
    case .tooLittle: Wording("take out an article, or free a place", "请撤下一篇，或放开一个固定位置")
    case .inTheWay:
      Wording(
        "move it to an edge of the page, or do not pin it", "请把它挪到版边，或不固定它的位置")
    case .tooMany: Wording("take out an article, or free its places", "请撤下一篇，或放开固定位置")
    }
  }

  /// An article and its place.
  private func named(_ number: Int) -> Wording {
    let name = names[number]
    guard let pin = pins[number] else { return Wording("\"\(name)\"", "“\(name)”") }
    let columns = "\(pin.column)–\(pin.column + pin.columns - 1)"
    let lines = "\(pin.line)–\(pin.line + pin.lines - 1)"
    return Wording(
      "\"\(name)\" (columns \(columns), lines \(lines))",
      "“\(name)”（第 \(columns) 栏、第 \(lines) 行）")
  }
}
