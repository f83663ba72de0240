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

  private func density(_ step: SpecValue, _ table: inout DataTable) {
    let field = step["density"]?.text ?? ""
    runner.check([field], in: table, at: step["density"])
    let (keys, groups) = groups(step, table)
    let outputs = runner.names(step["as"])
    let column = table.column(field)
    let all = column.compactMap(\.measure)
    let wished = step["extent"]?.list?.compactMap(\.number)
    let whole = (all.min() ?? 0, all.max() ?? 1)
    var result = DataTable(
      fields: keys + [outputs.first ?? "value", outputs.count > 1 ? outputs[1] : "density"])
    let sharesExtent =
      step["resolve"]?.text == "shared" || (!keys.isEmpty && step["resolve"] == nil)
    for group in groups {
      // Vega counts an absent value as zero, but does not let it widen the extent.
      let values = group.compactMap { column[$0] == .null ? 0 : column[$0].measure }
      let known = group.compactMap { column[$0].measure }
      guard let low = known.min(), let high = known.max() else { continue }
      let own = sharesExtent ? whole : (low, high)
      let extent = wished.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil } ?? own
      let given = step["bandwidth"]?.number ?? 0
      let width = given > 0 ? given : Fitting.bandwidth(values)
      let isCumulative = step["cumulative"]?.flag == true
      let counts = step["counts"]?.flag == true ? Double(values.count) : 1
      let isFree = step["minsteps"] != nil || step["maxsteps"] != nil
      let fixed = (step["steps"]?.number).map { Int($0) } ?? (isFree ? nil : 200)
      let least = step["minsteps"]?.number.map { Int($0) } ?? 25
      let most = step["maxsteps"]?.number.map { Int($0) } ?? 200
      let points = Sampling.adaptive(
        from: extent.0, to: extent.1, minSteps: fixed ?? least, maxSteps: fixed ?? max(least, most)
      ) { Fitting.density(values, width, at: $0, cumulative: isCumulative) }
      let prefix = keyValues(keys, group, table)
      result.rows += points.map { prefix + [.number($0.0), .number($0.1 * counts)] }
    }
    table = result
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
      let order = Int(step["order"]?.number ?? 3)
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
    let width = step["step"]?.number ?? 0.01
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
