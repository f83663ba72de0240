import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// One size of a headline with its lines and what is wrong with them.
struct HeadSetting {
  var size: Length
  var lines: [ComposedLine]
  /// 0 for a head that an art director leaves as it is.
  var faults: Double
}

/// Sets a headline in the sizes that its rank allows, and judges them (AD-2, AD-5): words whole, few
/// lines, lines of a length, no more rows than a head of its rank takes.
struct HeadFitter {
  let setter: TextSetter
  /// Columns of the module, and of the page that it is about as wide as.
  let columns: Int
  let rank: HeadRank

  /// The style of the headline.
  var style: NamedStyle { setter.style(rank.style(in: setter.layout.styles)) }

  private var width: Length { setter.grid.width(ofColumns: columns) }
  private var spread: Int { setter.pageColumns(in: columns) }

  private enum Price {
    static let insideWord = 30.0
    static let doubtful = 1.5
    static let line = 6.0
    /// A second line where one is usual.
    static let secondLine = 2.0
    static let row = 3.0
    static let uneven = 2.0
    static let shortLine = 3.0
  }

  /// Sizes below the best that are offered to a page that lacks rows.
  private static let smaller = 4

  /// The best setting first, then smaller ones.
  func settings(
    _ texts: [String], range: SourceRange?
  ) throws(Rejection) -> [HeadSetting] {
    let named = style
    let steps = named.sizeSteps.isEmpty ? [named.paragraph.character.size] : named.sizeSteps
    var found: [HeadSetting] = []
    var best = 0
    for (number, size) in steps.enumerated() {
      if number > best + Self.smaller, found[best].faults == 0 { break }
      let setting = try setting(texts, size: size, named: named, range: range)
      found.append(setting)
      if setting.faults < found[best].faults { best = number }
    }
    return Array(found[best...].prefix(Self.smaller + 1))
  }

  private func setting(
    _ texts: [String], size: Length, named: NamedStyle, range: SourceRange?
  ) throws(Rejection) -> HeadSetting {
    var paragraph = named.paragraph
    paragraph.character.size = size
    var setting = HeadSetting(size: size, lines: [], faults: 0)
    for text in texts {
      let set = try setter.compose(
        [TextSpan(text, paragraph.character)], style: paragraph, measure: width, range: range)
      setting.lines += set.lines
      setting.faults += faults(of: set, size: size, isByHand: text.contains("\u{2028}"))
    }
    let height = size.scaled(by: named.lineSpacing) * max(0, setting.lines.count - 1) + size
    let over = (height / setter.grid.leading).rounded(.up) - Double(mostRows)
    setting.faults += Price.row * max(0, over)
    return setting
  }

  private func faults(of set: ComposedParagraph, size: Length, isByHand: Bool) -> Double {
    var faults = 0.0
    switch set.parting {
    case .whole: break
    case .doubtful: faults += Price.doubtful
    case .insideWord: faults += Price.insideWord
    }
    let count = set.lines.count
    if isByHand { return faults + (set.lines.contains { $0.fit.isEmergency } ? Price.line : 0) }
    if count > 2 { faults += Price.line * Double(count - 2) * (spread == 1 ? 0.7 : 1) }
    if count > 1, spread >= 4 { faults += Price.secondLine }
    let widths = set.lines.map { $0.width / size }
    if let least = widths.min(), let most = widths.max(), count > 1 {
      if most - least > 2.5 { faults += Price.uneven }
      if count > 2, least < 2.5 { faults += Price.shortLine }
    }
    return faults
  }

  /// Rows of the headline's lines by its rank: a share of the page's, so that a larger sheet has
  /// larger heads.
  private var mostRows: Int {
    let lines = Double(setter.layout.grid.lines)
    let share = rank.isBrief ? 0.045 : rank.level == 1 ? 0.095 : rank.level == 2 ? 0.072 : 0.06
    return max(3, Int((lines * share).rounded()))
  }
}
