/// The graphics state as far as preflight follows it.
struct ContentState {
  var matrix = Matrix.identity
  var fillSpace = ColorSpaceFacts.grey
  var fill: [Double] = [0]
  var strokeSpace = ColorSpaceFacts.grey
  var stroke: [Double] = [0]
  var width = 1.0
  var overprintsFill = false
  var overprintsStroke = false
  var overprintMode = 0
  var font: Int?
  var size = 0.0
  var rendering = 0

  var fillInk: InkReading { InkReading(fillSpace, fill) }
  var strokeInk: InkReading { InkReading(strokeSpace, stroke) }
}

/// What a run over a file's pages has left to spend: every input ends.
struct PreflightBudget {
  var operations = 4_000_000
  var bytes = 64 << 20
  var forms = 20_000
  /// Pixels of pictures whose ink is summed.
  var pixels = 100_000_000
  static let depth = 24
}
