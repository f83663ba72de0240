import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The title block of a newspaper story: kicker, headline, deck and byline, in whole rows together.
///
/// Its height is a knob: the headline may be some sizes smaller than its rank allows, and the block
/// may take up to two rows more than it needs. Spare height goes over and under it as 2 : 3 (AD-13).
struct NewsTitle {
  /// Allowed heights, the natural one first.
  let heights: [FlowShape.Height]
  private let fragments: [Int: Fragment]

  init(
    _ blocks: [ReportBlock], setter: TextSetter, columns: Int, rank: HeadRank,
    ornament: ArticleDress.Ornament? = nil
  ) throws(Rejection) {
    var parts = NewsTitleParts(setter: setter, columns: columns, rank: rank, ornament: ornament)
    var heights: [FlowShape.Height] = []
    var fragments: [Int: Fragment] = [:]
    for block in try parts.blocks(of: blocks) {
      for extra in 0...2 {
        let rows = block.rows + extra
        guard fragments[rows] == nil else { continue }
        heights.append(
          FlowShape.Height(rows: rows, cost: block.cost + setter.prices.titleAir * Double(extra)))
        fragments[rows] = block.draw(rows: rows)
      }
    }
    self.heights = heights
    self.fragments = fragments
  }

  func draw(rows: Int) -> Fragment { fragments[rows] ?? Fragment(size: .zero) }
}

/// Sets the parts of a title block at each size of its headline.
private struct NewsTitleParts {
  let setter: TextSetter
  let columns: Int
  let rank: HeadRank
  let ornament: ArticleDress.Ornament?
  private var known: [Key: Fragment] = [:]

  private struct Key: Hashable {
    /// A block may have two parts of a role, such as a kicker of its own under a bulletin's name.
    var texts: [String]
    var role: ReportRole
    var cap: Length
  }

  /// Kicker and deck against the headline, and their least size in ems of the text.
  private enum Share {
    static let beside = 0.62
    static let least = 1.1
  }

  init(
    setter: TextSetter, columns: Int, rank: HeadRank, ornament: ArticleDress.Ornament?
  ) {
    self.setter = setter
    self.columns = columns
    self.rank = rank
    self.ornament = ornament
  }

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns) }

  /// The block at each size of the headline, the best first.
  mutating func blocks(of blocks: [ReportBlock]) throws(Rejection) -> [NewsTitleBlock] {
    let groups = Self.groups(blocks)
    guard let heads = groups.first(where: { $0[0].role == .headline }) else {
      return [try block(groups, headline: nil, cap: nil, cost: 0)]
    }
    let fitter = HeadFitter(setter: setter, columns: columns, rank: rank)
    let named = fitter.style
    let settings = try fitter.settings(heads.map(\.headWords), range: heads[0].range)
    var found: [NewsTitleBlock] = []
    for (number, setting) in settings.enumerated() {
      var style = named.paragraph.character
      style.size = setting.size
      let headline = try setter.stack(
        setting.lines, style: style, spacing: named.lineSpacing, width: width)
      found.append(
        try block(
          groups, headline: headline, cap: setting.size,
          cost: setter.prices.headlineStep * Double(number) + setting.faults))
    }
    return found
  }

  private mutating func block(
    _ groups: [[ReportBlock]], headline: Fragment?, cap: Length?, cost: Double
  ) throws(Rejection) -> NewsTitleBlock {
    var parts: [Fragment] = []
    for group in groups {
      if group[0].role == .headline, let headline {
        parts.append(headline)
      } else {
        parts.append(try minor(group, cap: cap))
      }
    }
    return NewsTitleBlock(parts: parts, grid: grid, width: width, cost: cost)
  }

  /// A part beside the headline, never so large that it competes with it.
  private mutating func minor(_ group: [ReportBlock], cap: Length?) throws(Rejection) -> Fragment {
    let role = group[0].role
    var style = setter.style(role.rawValue)
    let most = cap.map { max(grid.em.scaled(by: Share.least), $0.scaled(by: Share.beside)) }
    let texts = group.map(\.text)
    let key = Key(texts: texts, role: role, cap: most ?? .zero)
    if let fragment = known[key] { return fragment }
    if let most {
      let steps = style.sizeSteps.isEmpty ? [style.paragraph.character.size] : style.sizeSteps
      let allowed = steps.filter { $0 <= most }
      style.sizeSteps = allowed.isEmpty ? [min(most, steps.last ?? most)] : allowed
      style.paragraph.character.size = min(style.paragraph.character.size, most)
    }
    let fragment: Fragment
    if let ornament, role == .kicker || role == .deck {
      fragment = try TitleOrnament(kind: ornament, setter: setter)
        .flank(texts, style: style, width: width, range: group[0].range)
    } else {
      fragment = try setter.stack(texts, style: style, width: width, range: group[0].range)
    }
    known[key] = fragment
    return fragment
  }

  /// Blocks of one role that follow each other stand together.
  private static func groups(_ blocks: [ReportBlock]) -> [[ReportBlock]] {
    var groups: [[ReportBlock]] = []
    for block in blocks {
      if let last = groups.last, last[0].role == block.role {
        groups[groups.count - 1].append(block)
      } else {
        groups.append([block])
      }
    }
    return groups
  }
}

/// A title block at one size of its headline.
private struct NewsTitleBlock {
  let parts: [Fragment]
  let grid: PageGrid
  let width: Length
  let cost: Double

  /// Air in lines of the grid: between two parts, least over the block, and least and most under it.
  private enum Air {
    static let between = 0.45
    static let over = 0.35
    static let under = 0.75
    static let mostUnder = 1.5
  }

  private func air(_ lines: Double) -> Length { grid.leading.scaled(by: lines) }

  private var height: Length {
    parts.reduce(air(Air.between) * max(0, parts.count - 1)) { $0 + $1.size.height }
  }

  /// Rows that it needs.
  var rows: Int {
    let needed = height + air(Air.over) + air(Air.under)
    return (needed.units + grid.leading.units - 1) / grid.leading.units
  }

  func draw(rows: Int) -> Fragment {
    let spare = max(.zero, grid.leading * rows - height)
    let under = min(spare.scaled(by: 0.6), air(Air.mostUnder))
    let over = min(spare - under, max(air(Air.over), spare.scaled(by: 0.4)))
    let gaps = max(1, parts.count - 1)
    let loose = parts.count > 1 ? max(.zero, spare - under - over) / gaps : .zero
    var items: [PlacedItem] = []
    var y = over
    for part in parts {
      items += part.placed(at: Point(x: .zero, y: y))
      y += part.size.height + air(Air.between) + loose
    }
    return Fragment(
      size: Size(width: width, height: grid.height(ofLines: max(1, rows))), items: items)
  }
}
