import Geometry

/// Equal steps that a stretch of numbers is cut into, as Vega's `bin` chooses them.
struct Binning: Hashable, Sendable {
  var start: Double
  var stop: Double
  var step: Double

  /// What may be asked of a binning.
  struct Wish: Hashable, Sendable {
    var maxbins = 10.0
    var base = 10.0
    var step: Double?
    var steps: [Double] = []
    var minstep = 0.0
    var divide = [5.0, 2]
    var anchor: Double?
    var extent: (Double, Double)?
    var nice = true

    static func == (a: Wish, b: Wish) -> Bool { a.key == b.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private var key: [Double] {
      [maxbins, base, step ?? .infinity, minstep, anchor ?? .infinity, nice ? 1 : 0]
        + [extent?.0 ?? .infinity, extent?.1 ?? .infinity] + steps + divide
    }
  }

  init(low: Double, high: Double, _ wish: Wish) {
    var (low, high) = wish.extent ?? (low, high)
    let span = high - low == 0 ? (low == 0 ? 1 : low.magnitude) : high - low
    let logBase = Elementary.log(wish.base)
    if let given = wish.step {
      step = given
    } else if !wish.steps.isEmpty {
      let target = span / wish.maxbins
      let place = wish.steps.firstIndex { $0 >= target } ?? wish.steps.count
      step = wish.steps[max(0, place - 1)]
    } else {
      let level = (Elementary.log(wish.maxbins) / logBase).rounded(.up)
      step = max(
        wish.minstep,
        Elementary.pow(wish.base, (Elementary.log(span) / logBase).rounded() - level))
      while (span / step).rounded(.up) > wish.maxbins { step *= wish.base }
      for part in wish.divide {
        let smaller = step / part
        if smaller >= wish.minstep, span / smaller <= wish.maxbins { step = smaller }
      }
    }
    let digits = Elementary.log(step) / logBase
    let precision = digits >= 0 ? 0 : (-digits).rounded(.down) + 1
    let epsilon = Elementary.pow(wish.base, -precision - 1)
    if wish.nice {
      let floored = ((low / step) + epsilon).rounded(.down) * step
      low = low < floored ? floored - step : floored
      high = (high / step).rounded(.up) * step
    }
    start = low
    stop = high == low ? low + step : high
    if let anchor = wish.anchor {
      let shift = anchor - (low + step * ((anchor - low) / step).rounded(.down))
      start += shift
      stop += shift
    }
  }

  /// The start of the bin of a number; infinite for one beyond the ends, which has no bin.
  func floor(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    // The last bin is a whole one even where rounding has put the end a hair beyond its border.
    let end = start + ((stop - start) / step).rounded(.up) * step
    guard number >= start else { return -.infinity }
    guard number <= end else { return .infinity }
    let bounded = max(start, min(number, end - step))
    return start + step * (1e-14 + (bounded - start) / step).rounded(.down)
  }

  /// All borders, ends included.
  var borders: [Double] {
    guard step > 0, (stop - start) / step < 10_000 else { return [start, stop] }
    return Array(stride(from: start, through: stop + step / 2, by: step))
  }
}

extension Binning {
  /// A binning over the values of a column.
  init(of column: [DataValue], _ wish: Wish) {
    let numbers = column.compactMap(\.measure)
    self.init(low: numbers.min() ?? 0, high: numbers.max() ?? 1, wish)
  }
}
