import Geometry

/// Finishes a scale: its domain widened as asked, its range from sizes, schemes and configuration.
struct ScaleBuilder {
  let table: ScaleTable
  let component: ScaleComponent
  /// The unit that asks; it decides the size of the plot.
  let node: ViewNode
  let cell: CellPath

  private var context: ChartContext { table.context }
  private var type: ScaleType { component.type }
  private var channel: Channel { component.channel }

  /// The finished scale.
  func build() -> Scale {
    let found = DomainBuilder(context: context).domain(component, in: cell)
    var scale = Scale(type: type, domain: found, range: .numbers([0, 1]))
    scale.clamp = component["clamp"]?.flag ?? false
    scale.round = component["round"]?.flag ?? false
    scale.base = component["base"]?.number ?? 10
    scale.exponent = component["exponent"]?.number ?? 1
    scale.constant = component["constant"]?.number ?? 1
    scale.align = component["align"]?.number ?? 0.5
    if type == .band || type == .point {
      (scale.paddingInner, scale.paddingOuter) = Self.paddings(component)
    }
    setBins(&scale)
    if type.isContinuous || type == .quantize { widen(&scale) }
    scale.range = RangeBuilder(table: table, component: component, node: node, cell: cell)
      .range(count: scale.domain.count, bins: scale.bins.count)
    if component["reverse"]?.flag == true { reverse(&scale) }
    if type == .band || type == .point, component["padding"] == nil, channel.isOffset {
      return scale
    }
    return scale
  }

  private func reverse(_ scale: inout Scale) {
    switch scale.range {
    case .numbers(let items): scale.range = .numbers(items.reversed())
    case .colours(var scheme):
      scheme.colours.reverse()
      scale.range = .colours(scheme)
    case .words(let items): scale.range = .words(items.reversed())
    case .dashes(let items): scale.range = .dashes(items.reversed())
    }
  }

  /// Inner and outer padding of a band or point scale.
  static func paddings(_ component: ScaleComponent) -> (inner: Double, outer: Double) {
    let both = component["padding"]?.number
    if component.type == .point { return (1, component["paddingOuter"]?.number ?? both ?? 0) }
    return (
      component["paddingInner"]?.number ?? both ?? 0, component["paddingOuter"]?.number ?? both ?? 0
    )
  }

  private func setBins(_ scale: inout Scale) {
    if let list = component["bins"]?.list {
      scale.bins = list.compactMap(\.number)
    } else {
      for part in component.domains {
        if case .binned(let unit, let column) = part, let binning = unit.view.binnings[column] {
          scale.bins = binning.borders
          break
        }
      }
    }
    if let def = component.unit.unit?[channel], case .binned(let step?) = def.bin, type.isContinuous
    {
      let (low, high) = scale.ends
      if step > 0, (high - low) / step < 10_000 {
        scale.bins = Array(stride(from: low, through: high + step / 2, by: step))
      }
    }
    if type == .binOrdinal { scale.domain = scale.bins.map { .number($0) } }
  }

  // MARK: Continuous domains

  private func widen(_ scale: inout Scale) {
    var domain = scale.domain.compactMap(\.measure)
    guard domain.count > 1 else {
      if let only = domain.first { scale.domain = [.number(only), .number(only)] }
      return
    }
    let last = domain.count - 1
    if component["zero"]?.flag == true, !type.isTime, type != .log {
      if domain[0] > 0 { domain[0] = 0 }
      if domain[last] < 0 { domain[last] = 0 }
    }
    if let low = bound("domainMin") { domain[0] = low }
    if let high = bound("domainMax") { domain[last] = high }
    if let middle = bound("domainMid") { domain.insert(middle, at: last) }
    if let padding = component["padding"]?.number, padding != 0,
      domain[0] != domain[domain.count - 1]
    {
      pad(&domain, padding)
    }
    nice(&domain)
    scale.domain = domain.map { type.isTime ? .date($0) : .number($0) }
  }

  private func bound(_ name: String) -> Double? {
    component[name].flatMap { spec in
      let value = context.datum(spec)
      if type.isTime, case .text = value { return DataLoader.date(value).measure }
      return value.measure
    }
  }

  private func pad(_ domain: inout [Double], _ padding: Double) {
    let length = channel.isPosition ? table.size(channel, of: node, in: cell) : 0
    guard length > 2 * padding else { return }
    let share = length / (length - 2 * padding)
    let last = domain.count - 1
    func zoom(_ forward: (Double) -> Double, _ back: (Double) -> Double) {
      let (a, b) = (forward(domain[0]), forward(domain[last]))
      let middle = (a + b) / 2
      domain[0] = back(middle + (a - middle) * share)
      domain[last] = back(middle + (b - middle) * share)
    }
    if type == .log, domain[0] > 0 {
      zoom(Elementary.log, Elementary.exp)
    } else {
      zoom({ $0 }, { $0 })
    }
  }

  private func nice(_ domain: inout [Double]) {
    guard let wish = component["nice"], !wish.isOff else { return }
    let last = domain.count - 1
    let (low, high) = (domain[0], domain[last])
    var ends: (Double, Double)
    if type.isTime {
      let unit = wish.text ?? wish["interval"]?.text
      let ticks =
        unit.flatMap(TimeTicks.Unit.init).map {
          TimeTicks(unit: $0, step: Int(bounded: wish["step"]?.number ?? 1))
        }
        ?? TimeTicks(from: low, to: high, count: wish.number ?? 10)
      ends = ticks.nice(low, high)
    } else if type == .log {
      let base = component["base"]?.number ?? 10
      func power(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
        let sign = value < 0 ? -1.0 : 1
        let exponent = Elementary.log(value.magnitude) / Elementary.log(base)
        let snapped =
          (exponent - exponent.rounded()).magnitude < 1e-9 ? exponent.rounded() : exponent
        return sign
          * Elementary.pow(
            base, snapped.rounded(sign < 0 && rule == .down ? .up : sign < 0 ? .down : rule))
      }
      guard low != 0, high != 0 else { return }
      ends = (power(low, .down), power(high, .up))
    } else {
      ends = Ticks.nice(low, high, wish.number ?? 10)
    }
    domain[0] = ends.0
    domain[last] = ends.1
  }
}
