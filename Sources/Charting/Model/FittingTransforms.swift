/// The transforms that fit curves to data.
struct FittingTransforms {
  let context: ChartContext
  let runner: TransformRunner

  func run(_ step: SpecValue, _ kind: String, _ table: inout DataTable) {
    switch kind {
    case "density": density(step, &table)
    case "regression": regression(step, &table)
    case "loess": loess(step, &table)
    case "quantile": quantile(step, &table)
    default:
      // `extent` only names a parameter.
      let column = table.column(step["extent"]?.text ?? "").compactMap(\.measure)
      if let name = step["param"]?.text, let low = column.min(), let high = column.max() {
        context.parameters[name] = .list([.number(low), .number(high)])
      }
    }
  }

  private func groups(_ step: SpecValue, _ table: DataTable) -> (keys: [String], groups: [[Int]]) {
    let keys = runner.names(step["groupby"])
    runner.check(keys, in: table, at: step["groupby"])
    return (keys, table.groups(by: keys))
  }

  private func keyValues(_ keys: [String], _ group: [Int], _ table: DataTable) -> [DataValue] {
    keys.map { key in group.first.map { table.accessor(key)(table.rows[$0]) } ?? .null }
  }

  /// How a density is asked for.
  private struct DensityWish {
    var bandwidth: Double
    var isCumulative: Bool
    var isCounted: Bool
    var minSteps: Int
    var maxSteps: Int
    var extent: [Double]

    /// More steps than a figure has points show nothing.
    private static func steps(_ number: Double) -> Int { min(10_000, max(1, Int(bounded: number))) }

    init(_ step: SpecValue) {
      bandwidth = step["bandwidth"]?.number ?? 0
      isCumulative = step["cumulative"]?.flag == true
      isCounted = step["counts"]?.flag == true
      extent = step["extent"]?.list?.compactMap(\.number) ?? []
      minSteps = Self.steps(step["minsteps"]?.number ?? 25)
      maxSteps = max(minSteps, Self.steps(step["maxsteps"]?.number ?? 200))
      // Without limits Vega-Lite takes 200 equal steps.
      let isFree = step["minsteps"] != nil || step["maxsteps"] != nil
      if let steps = step["steps"]?.number ?? (isFree ? nil : 200) {
        minSteps = Self.steps(steps)
        maxSteps = Self.steps(steps)
      }
    }
  }

  private func density(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["density"]?.text ?? ""
    runner.check([field], in: table, at: step["density"])
    let (keys, groups) = groups(step, table)
    let outputs = runner.names(step["as"])
    let column = table.column(field)
    let all = column.compactMap(\.measure)
    var wish = DensityWish(step)
    let isShared = step["resolve"]?.text == "shared" || !keys.isEmpty && step["resolve"] == nil
    if wish.extent.count != 2, isShared, let low = all.min(), let high = all.max() {
      wish.extent = [low, high]
    }
    var result = DataTable(
      fields: keys + [outputs.first ?? "value", outputs.count > 1 ? outputs[1] : "density"])
    for group in groups {
      let prefix = keyValues(keys, group, table)
      for point in curve(of: group.map { column[$0] }, wish) {
        result.rows.append(prefix + [.number(point.0), .number(point.1)])
      }
    }
    table = result
  }

  /// The density of one group's values.
  private func curve(of cells: [DataValue], _ wish: DensityWish) -> [(Double, Double)] {
    // Vega counts an absent value as zero, but lets it widen neither extent nor bandwidth.
    let values = cells.compactMap { $0 == .null ? 0 : $0.measure }
    let known = cells.compactMap(\.measure)
    guard let least = known.min(), let most = known.max() else { return [] }
    let low = wish.extent.count == 2 ? wish.extent[0] : least
    let high = wish.extent.count == 2 ? wish.extent[1] : most
    let width =
      wish.bandwidth > 0 ? wish.bandwidth : Fitting.bandwidth(known, count: values.count)
    let scale = wish.isCounted ? Double(values.count) : 1
    return Sampling.adaptive(
      from: low, to: high, minSteps: wish.minSteps, maxSteps: wish.maxSteps
    ) { scale * Fitting.density(values, width, at: $0, cumulative: wish.isCumulative) }
  }

  private func regression(_ step: SpecValue, _ table: inout DataTable) {
    let (y, x) = (step["regression"]?.text ?? "", step["on"]?.text ?? "")
    runner.check([y], in: table, at: step["regression"])
    runner.check([x], in: table, at: step["on"])
    let (keys, groups) = groups(step, table)
    let outputs = runner.names(step["as"])
    let wantsParameters = step["params"]?.flag == true
    let (ys, xs) = (table.column(y).map(\.measure), table.column(x).map(\.measure))
    var result = DataTable(
      fields: keys
        + (wantsParameters
          ? ["coef", "rSquared"] : [outputs.first ?? x, outputs.count > 1 ? outputs[1] : y]))
    for group in groups {
      let points = group.compactMap { number -> (Double, Double)? in
        guard let x = xs[number], let y = ys[number] else { return nil }
        return (x, y)
      }
      let method = step["method"]?.text ?? "linear"
      let order = min(20, max(0, Int(bounded: step["order"]?.number ?? 3)))
      guard let fit = Fitting.regression(points, method: method, order: order) else { continue }
      let prefix = keyValues(keys, group, table)
      if wantsParameters {
        let list = DataValue.list(fit.coefficients.map { .number($0) })
        result.rows.append(prefix + [list, .number(fit.rSquared)])
        continue
      }
      let ends = step["extent"]?.list?.compactMap(\.number) ?? []
      let low = ends.count == 2 ? ends[0] : points.map(\.0).min() ?? 0
      let high = ends.count == 2 ? ends[1] : points.map(\.0).max() ?? 1
      let isStraight = method == "linear" || (method == "poly" && order <= 1)
      let curve =
        isStraight
        ? [(low, fit.value(low)), (high, fit.value(high))] : Fitting.curve(fit, from: low, to: high)
      result.rows += curve.map { prefix + [.number($0.0), .number($0.1)] }
    }
    table = result
  }

  private func loess(_ step: SpecValue, _ table: inout DataTable) {
    let (y, x) = (step["loess"]?.text ?? "", step["on"]?.text ?? "")
    runner.check([y], in: table, at: step["loess"])
    runner.check([x], in: table, at: step["on"])
    let (keys, groups) = groups(step, table)
    let outputs = runner.names(step["as"])
    let (ys, xs) = (table.column(y).map(\.measure), table.column(x).map(\.measure))
    var result = DataTable(
      fields: keys + [outputs.first ?? x, outputs.count > 1 ? outputs[1] : y])
    for group in groups {
      let points = group.compactMap { number -> (Double, Double)? in
        guard let x = xs[number], let y = ys[number] else { return nil }
        return (x, y)
      }
      let prefix = keyValues(keys, group, table)
      let curve = Loess.curve(points, bandwidth: step["bandwidth"]?.number ?? 0.3)
      result.rows += curve.map { prefix + [.number($0.0), .number($0.1)] }
    }
    table = result
  }

  private func quantile(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["quantile"]?.text ?? ""
    runner.check([field], in: table, at: step["quantile"])
    let (keys, groups) = groups(step, table)
    let outputs = runner.names(step["as"])
    let column = table.column(field).map(\.measure)
    let wish = step["step"]?.number ?? 0.01
    let width = wish > 0 ? max(1e-4, wish) : 0.01
    let shares =
      step["probs"]?.list?.compactMap(\.number)
      ?? Array(stride(from: width / 2, to: 1 - 1e-14, by: width))
    var result = DataTable(
      fields: keys + [outputs.first ?? "prob", outputs.count > 1 ? outputs[1] : "value"])
    for group in groups {
      let sorted = group.compactMap { column[$0] }.sorted()
      let prefix = keyValues(keys, group, table)
      result.rows += shares.map {
        prefix + [.number($0), .number(Statistics.quantile(sorted, $0))]
      }
    }
    table = result
  }
}
