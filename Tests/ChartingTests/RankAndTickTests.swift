import Testing

@testable import Charting

/// Ranks among equal rows, and the round days of a time axis.
@Suite struct RankAndTickTests {
  @Test func equalRowsShareTheirRank() {
    var table = DataTable(
      fields: ["v"], rows: [9, 7, 7, 5, 5, 4].map { (value: Double) in [.number(value)] })
    let ops = ["row_number", "rank", "dense_rank"]
    Windowing(
      fields: ops.map { Windowing.Field(op: $0, field: "v", parameter: nil, name: $0) },
      groupby: [], order: RowOrder([(name: "v", descending: true)])
    ).apply(to: &table)
    let found = ops.map { op in table.column(op).map { $0.measure ?? -1 } }
    #expect(found == [[1, 2, 3, 4, 5, 6], [1, 2, 2, 4, 4, 6], [1, 2, 2, 3, 3, 4]])
  }

  /// Steps of two days are the odd days of each month, whatever length it has.
  @Test func stepsOfDaysStartAnewEachMonth() {
    let first = CivilDate(year: 2031, month: 1, day: 28).time
    let last = CivilDate(year: 2031, month: 2, day: 4).time
    let days = TimeTicks(unit: .day, step: 2).ticks(first, last).map { time in
      let day = CivilDate(time)
      return [day.month, day.day]
    }
    #expect(days == [[1, 29], [1, 31], [2, 1], [2, 3]])
  }
}
