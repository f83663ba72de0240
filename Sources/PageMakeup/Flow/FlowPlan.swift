/// Where a flow goes: which way each item is set and where its rows stand.
struct FlowPlan {
  /// Index of the choice of each item.
  var choices: [Int]
  /// First row of each item in the rows of all regions together.
  var starts: [Int]
  /// Rows left blank at the ends of regions.
  var blankRows: Int
  /// Sum of what was paid.
  var cost: Double
}
