import Diagnostics
import LayoutSpecs

/// A filled module: every knob set, every row of the text placed. Columns and lines are counted
/// within the module.
struct FilledModule {
  var skeleton: Skeleton
  var objects: [PageObject]
  var objectRows: [Int]
  var stack: ObjectStack
  var flow: ArticleFlow
  var plan: FlowPlan
  var columns: Int
  var lines: Int
  var cost: Double
  var tried: Int
  /// The columns from the module's left edge, where they are not the page's own.
  var grid: PageGrid?
  /// How many of the page's columns the module is wide.
  var pageColumns: Int
  /// The cheapest arrangement that was passed over, and what it costs at least.
  var next: Next?

  struct Next {
    var skeleton: String
    var cost: Double
  }
}

/// Looks for the cheapest setting of the knobs at which an article fills a module to the last row
/// (product 3.3). Deterministic: settings are tried in rising cost, ties in a fixed order.
struct ModuleSearch {
  let article: Article
  let columns: Int
  /// Settings tried before the search gives up.
  var tries = 400

  private struct Candidate {
    var skeleton: Int
    var flow: Int
    var setting: KnobSetting
    /// Price of the setting and the least that the paragraphs will add.
    var bound: Double
  }

  /// The cheapest page; `slack` rows may stay blank at the foot of a column.
  func fill(lines: Int, slack: Int = 0) throws(Rejection) -> FilledModule? {
    try variants(lines: lines, slack: slack, count: 1).first
  }

  /// The cheapest pages with different skeletons, cheapest first; also in other columns than the
  /// page's own, where that may be cheaper, unless `ownColumns` are wanted.
  func variants(
    lines: Int, slack: Int, count: Int, ownColumns: Bool = false
  ) throws(Rejection) -> [FilledModule] {
    var found: [FilledModule] = []
    if try article.takesOwnColumns(columns) {
      found = try ranked(lines: lines, slack: slack, count: count, under: .infinity)
      if ownColumns { return found }
    }
    for set in try article.columnSets(columns: columns) {
      let limit = found.count < count ? Double.infinity : found[count - 1].cost
      guard set.cost < limit else { break }
      let search = ModuleSearch(article: set.article, columns: set.grid.columns, tries: tries / 4)
      for var module in try search.ranked(
        lines: lines, slack: slack, count: count, under: limit - set.cost)
      {
        module.cost += set.cost
        module.grid = set.grid
        module.pageColumns = columns
        module.next?.cost += set.cost
        found.append(module)
      }
      found = found.enumerated().sorted {
        ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
      }.map(\.element)
    }
    return Array(found.prefix(count))
  }

  private func ranked(
    lines: Int, slack: Int, count: Int, under limit: Double
  ) throws(Rejection) -> [FilledModule] {
    let skeletons = try article.skeletons(columns: columns)
    var best: [Int: FilledModule] = [:]
    var failures = 0
    var passed = 0
    let candidates = candidates(skeletons, lines: lines, slack: slack)
    for (number, candidate) in candidates.enumerated() {
      let found = best.values.map(\.cost).sorted()
      let most = found.count >= count ? min(limit, found[count - 1]) : limit
      if candidate.bound >= most { break }
      passed = number + 1
      if let own = best[candidate.skeleton], candidate.bound >= own.cost { continue }
      if failures >= tries { break }
      guard let module = solve(candidate, skeletons, lines: lines, slack: slack, tried: number + 1)
      else {
        failures += 1
        continue
      }
      if module.cost < best[candidate.skeleton]?.cost ?? .infinity {
        best[candidate.skeleton] = module
      }
    }
    let ranked = best.sorted { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }
    return ranked.prefix(count).map { found in
      var module = found.value
      let other = candidates[passed...].first { best[$0.skeleton] == nil }
      module.next = other.map {
        FilledModule.Next(skeleton: skeletons[$0.skeleton].skeleton.name, cost: $0.bound)
      }
      return module
    }
  }

  private func solve(
    _ candidate: Candidate, _ skeletons: [ReadySkeleton], lines: Int, slack: Int, tried: Int
  ) -> FilledModule? {
    let ready = skeletons[candidate.skeleton]
    let rows = zip(ready.objects, candidate.setting.heights).map { $0.heights[$1].rows }
    guard
      let stack = ObjectStack(ready.objects, rows: rows, columns: 1...columns, lines: 1...lines)
    else { return nil }
    let flow = article.flows[candidate.flow]
    let solver = ExactFlow(
      items: flow.shapes, regions: stack.regions.map(\.rows), slack: slack,
      prices: article.prices)
    guard let plan = solver.solve() else { return nil }
    let cost = candidate.setting.cost + flow.cost + ready.skeleton.cost + plan.cost
    return FilledModule(
      skeleton: ready.skeleton, objects: ready.objects, objectRows: rows, stack: stack, flow: flow,
      plan: plan, columns: columns, lines: lines, cost: cost, tried: tried,
      pageColumns: columns)
  }

  private func candidates(
    _ skeletons: [ReadySkeleton], lines: Int, slack: Int
  ) -> [Candidate] {
    let whole = columns * lines
    let blank = slack * columns
    var found: [Candidate] = []
    for (place, ready) in skeletons.enumerated() {
      let knobs = ready.objects.map { AreaSearch.Knob(span: $0.span, heights: $0.heights) }
      let low = article.flows.map { whole - $0.most - blank }.min() ?? 0
      let high = article.flows.map { whole - $0.fewest }.max() ?? -1
      guard high >= 0, low <= high else { continue }
      let pictures = PictureBalance(ready.objects, prices: article.prices)
      for var setting in AreaSearch.settings(of: knobs, area: max(0, low)...high) {
        let text = whole - setting.area
        setting.cost += pictures.cost(heights: setting.heights, text: text)
        for (index, flow) in article.flows.enumerated()
        where text >= flow.fewest && text <= flow.most + blank {
          // Each row that the text is off its natural length is a paragraph set tight or loose.
          let bound =
            setting.cost + flow.cost + ready.skeleton.cost
            + min(article.prices.tight, article.prices.loose) * Double(abs(text - flow.natural))
          found.append(
            Candidate(skeleton: place, flow: index, setting: setting, bound: bound))
        }
      }
    }
    return found.enumerated().sorted {
      ($0.element.bound, $0.offset) < ($1.element.bound, $1.offset)
    }.map(\.element)
  }
}
