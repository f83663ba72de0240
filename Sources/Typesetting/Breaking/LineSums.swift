/// Sums over all items before a place, so that any stretch of a paragraph is measured by one
/// subtraction.
///
/// The counters wrap: a paragraph may be longer than 32 bits of 1/1024 pt, a line is not, and the
/// difference of two wrapped sums is right as long as it fits.
struct LineSums {
  var width: Int32 = 0
  var wordShrink: Int32 = 0
  var middleDot: Int32 = 0
  var bracket: Int32 = 0
  var pause: Int32 = 0
  var mixedShrink: Int32 = 0
  var stop: Int32 = 0
  var wordStretch: Int32 = 0
  var mixedStretch: Int32 = 0
  var markStretch: Int32 = 0
  var places: Int32 = 0

  /// Adds an item with the glue behind it.
  mutating func add(_ item: ParagraphItem) {
    width &+= item.width &+ item.glue
    switch item.squeezeStep {
    case .middleDot: middleDot &+= item.squeeze
    case .bracket: bracket &+= item.squeeze
    case .pause: pause &+= item.squeeze
    case .stop: stop &+= item.squeeze
    default: break
    }
    switch item.glueKind {
    case .wordSpace:
      wordShrink &+= item.glueShrink
      wordStretch &+= item.glueStretch
    case .mixedGap:
      mixedShrink &+= item.glueShrink
      mixedStretch &+= item.glueStretch
    case .character:
      markStretch &+= item.glueStretch
      places &+= 1
    default: break
    }
  }
}
