import Geometry

/// Widths of columns at which the rows of a table take the fewest lines.
///
/// A row is as high as its highest cell, so a line is saved only where it is saved in all cells that are
/// as high: the rows are weighed, not the columns each for itself.
struct RowLines {
  /// Widths of the columns when no cell is broken, and those that keep their words whole.
  let natural: [Length]
  let least: [Length]
  /// By column and row, the widths of a cell's parts on one line; nothing for an empty cell.
  let cells: [[[Length]]]
  /// What stands beside the words of a cell, and the width of a character.
  let air: Length
  let em: Length

  /// What a line in a cell costs that does not make its row higher: of two ways that are as high the one
  /// with more even cells is better.
  private static let evenness = 0.01
  /// Steps that the widths are changed by, in halves of a character, the wide ones first.
  private static let steps = [16, 8, 4, 2, 1]
  /// Most trials, so that a table of very many columns takes no longer than others.
  private static let trials = 10_000
  /// Most rounds, and most columns whose widths are paid for by all others.
  private static let rounds = 8
  private static let columns = 16

  private var rows: Int { cells.map(\.count).max() ?? 0 }

  /// Widths of the columns that fill a width together, none under its least; the leasts fit in it.
  func widths(in width: Length) -> [Length] {
    var state = State(self, Self.start(width, natural: natural, least: least))
    var rounds = 0
    repeat {
      exchange(&state)
      rounds += 1
    } while rounds < Self.rounds && natural.count <= Self.columns && widen(&state)
    return trimmed(state.widths)
  }

  /// Widths with the lines that come of them.
  private struct State {
    var widths: [Length]
    /// Lines of each cell, by column and row.
    var lines: [[Int]]
    var cost: Double

    init(_ rows: RowLines, _ widths: [Length]) {
      self.widths = widths
      lines = widths.indices.map { rows.lines($0, widths[$0]) }
      cost = rows.cost(lines)
    }
  }

  /// The widths of two columns are changed against each other as long as that saves lines.
  private func exchange(_ state: inout State) {
    var trials = 0
    for step in Self.steps.map({ em.scaled(by: Double($0) / 2) }) {
      var isBetter = true
      while isBetter, trials < Self.trials {
        isBetter = false
        for giver in state.widths.indices where state.widths[giver] - step >= least[giver] {
          let fewer = lines(giver, state.widths[giver] - step)
          var best: State?
          for taker in state.widths.indices
          where taker != giver && state.widths[taker] < natural[taker] {
            trials += 1
            var trial = state
            trial.lines[giver] = fewer
            trial.lines[taker] = lines(taker, state.widths[taker] + step)
            trial.cost = cost(trial.lines)
            guard trial.cost < best?.cost ?? state.cost else { continue }
            trial.widths[giver] -= step
            trial.widths[taker] += step
            best = trial
          }
          guard let best else { continue }
          state = best
          isBetter = true
        }
      }
    }
  }

  /// One column is made as wide as its cells need for one line, or for one line less, and all others pay
  /// for it, half a character at a time where it costs least; whether that saves lines.
  private func widen(_ state: inout State) -> Bool {
    var best: State?
    for taker in state.widths.indices where state.widths[taker] < natural[taker] {
      for wide in wishes(taker, state) {
        guard let trial = widened(taker, to: wide, state), trial.cost < best?.cost ?? state.cost
        else { continue }
        best = trial
      }
    }
    guard let best else { return false }
    state = best
    return true
  }

  private func wishes(_ column: Int, _ state: State) -> [Length] {
    let most = state.lines[column].max() ?? 1
    let longest = cells[column].compactMap { $0.max() }.max() ?? .zero
    let fewer = most > 2 ? [em * (longest.units / max(1, em.units) / (most - 1) + 1) + air] : []
    return (fewer + [natural[column]]).filter { $0 > state.widths[column] }
  }

  private func widened(_ taker: Int, to wide: Length, _ state: State) -> State? {
    var trial = state
    var owed = wide - trial.widths[taker]
    trial.widths[taker] = wide
    trial.lines[taker] = lines(taker, wide)
    while owed > .zero {
      let step = min(owed, em / 2)
      var best: (giver: Int, lines: [Int], cost: Double)?
      for giver in trial.widths.indices
      where giver != taker && trial.widths[giver] - step >= least[giver] {
        var lines = trial.lines
        lines[giver] = self.lines(giver, trial.widths[giver] - step)
        let value = cost(lines)
        if value < best?.cost ?? .infinity { best = (giver, lines[giver], value) }
      }
      guard let best else { return nil }
      trial.widths[best.giver] -= step
      trial.lines[best.giver] = best.lines
      trial.cost = best.cost
      owed -= step
    }
    return trial
  }

  /// All columns have their least and the rest by what more they would like, as far as they would.
  private static func start(
    _ width: Length, natural: [Length], least: [Length]
  ) -> [Length] {
    let wish = zip(natural, least).map { max(.zero, $0 - $1) }
    let total = wish.reduce(.zero, +)
    let spare = width - least.reduce(.zero, +)
    guard total > .zero else { return ColumnWidths.share(width, among: natural, least: least) }
    var widths = zip(least, wish).map { $0 + spare.scaled(by: $1 / total) }
    widths[widths.count - 1] += width - widths.reduce(.zero, +)
    return widths
  }

  /// The lines of a column's cells in a width.
  private func lines(_ column: Int, _ width: Length) -> [Int] {
    let room = max(em, width - air)
    // Lines of Han characters end with a whole one.
    let full = max(em, em * (room.units / max(1, em.units)))
    return cells[column].map { parts in
      parts.reduce(0) { count, part in
        count + (part <= room ? 1 : Int((part.units + full.units - 1) / max(1, full.units)))
      }
    }
  }

  private func cost(_ lines: [[Int]]) -> Double {
    var highest = [Int](repeating: 1, count: rows)
    var uneven = 0
    for column in lines {
      for (row, count) in column.enumerated() {
        if count > highest[row] { highest[row] = count }
        uneven += count * count
      }
    }
    return Double(highest.reduce(0, +)) + Self.evenness * Double(uneven)
  }

  /// What a column can spare without another line goes to the columns whose cells are broken, so that
  /// their lines are longer than they must be.
  private func trimmed(_ widths: [Length]) -> [Length] {
    let broken = widths.indices.filter { widths[$0] < natural[$0] }
    guard !broken.isEmpty else { return widths }
    var trimmed = widths
    var spare = Length.zero
    for column in widths.indices where widths[column] > natural[column] {
      spare += widths[column] - natural[column]
      trimmed[column] = natural[column]
    }
    let total = broken.reduce(Length.zero) { $0 + trimmed[$1] }
    for column in broken {
      trimmed[column] += spare.scaled(by: trimmed[column] / total)
    }
    trimmed[broken[broken.count - 1]] += widths.reduce(.zero, +) - trimmed.reduce(.zero, +)
    return trimmed
  }
}
