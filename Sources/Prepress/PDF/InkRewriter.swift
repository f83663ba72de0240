import Diagnostics
import DisplayList

/// Puts the inks back into a content stream that was drawn in preview colours.
///
/// Every `rg`/`RG` becomes `k`/`K`, or `cs`/`scn` for a spot ink. Black text and black lines under
/// the profile's width overprint (INK-1; `black-text-knockout`, `black-line-knockout`): before such
/// a mark stands a graphics state with `op` and OPM 1, before any other one without it, so that
/// white never vanishes (`white-overprint`) and tints knock out what is under them.
struct InkRewriter {
  private let inks: InkLookup
  private let overprintUnder: Double
  /// What the rewritten streams need in their resources.
  private(set) var needs = InkResources()
  /// Colours that no ink has.
  private(set) var problems: [Diagnostic] = []

  init(inks: InkLookup, overprintUnder: Double) {
    self.inks = inks
    self.overprintUnder = overprintUnder
  }

  private struct State {
    var matrix = Matrix.identity
    var width = 1.0
    var fill: Ink?
    var stroke: Ink?
    /// The flags in force; nil in a form, which begins with those of its caller.
    var overprint: Overprint?
  }

  private struct Stream {
    var state = State()
    var saved: [State] = []
    var output: [UInt8] = []
    /// How much of the input was copied.
    var copied = 0
    /// Where in the output the path under way begins.
    var pathStart: Int?
    var bounds = PathBounds()
  }

  /// The stream with its inks; problems are collected.
  mutating func rewrite(
    _ bytes: [UInt8], at place: ContentPlace, isForm: Bool = false
  ) -> [UInt8] {
    var scanner = ContentScanner(bytes)
    var stream = Stream()
    stream.state.overprint = isForm ? nil : Overprint()
    stream.output.reserveCapacity(bytes.count + bytes.count / 4)
    while let operation = scanner.nextOperation() {
      follow(operation, in: &stream, bytes: bytes, at: place)
    }
    stream.output += bytes[stream.copied...]
    return stream.output
  }

  private mutating func follow(
    _ operation: ContentOperation, in stream: inout Stream, bytes: [UInt8], at place: ContentPlace
  ) {
    switch operation.name {
    case "q": stream.saved.append(stream.state)
    case "Q": stream.state = stream.saved.popLast() ?? stream.state
    case "cm": stream.state.matrix = Matrix(operation.numbers).then(stream.state.matrix)
    case "w": stream.state.width = operation.numbers.first ?? 1
    case "rg", "RG", "g", "G": recolor(operation, in: &stream, bytes: bytes, at: place)
    case "m", "l", "c", "v", "y", "re", "h":
      if stream.pathStart == nil {
        copy(bytes, to: operation.start, in: &stream)
        stream.pathStart = stream.output.count
        stream.bounds = PathBounds()
      }
      stream.bounds.add(operation, through: stream.state.matrix)
    case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
      paintPath(operation.name, in: &stream)
      stream.pathStart = nil
    case "n": stream.pathStart = nil
    case "Tj", "TJ", "'", "\"":
      set(fill: stream.state.fill?.isSolidBlack ?? false, before: operation, in: &stream, bytes)
    case "Do", "sh", "EI": set(fill: false, before: operation, in: &stream, bytes)
    default: break
    }
  }

  // MARK: Colours

  private mutating func recolor(
    _ operation: ContentOperation, in stream: inout Stream, bytes: [UInt8], at place: ContentPlace
  ) {
    let numbers = operation.numbers
    let shares = numbers.count == 1 ? [numbers[0], numbers[0], numbers[0]] : numbers
    let isStroke = operation.name == "RG" || operation.name == "G"
    guard let ink = inks[shares] else { return report(ScreenColour(clamping: shares), place) }
    if isStroke { stream.state.stroke = ink } else { stream.state.fill = ink }
    copy(bytes, to: operation.start, in: &stream)
    stream.output += needs.operators(for: ink, isStroke: isStroke).utf8
    stream.copied = operation.end
  }

  private mutating func report(_ colour: ScreenColour, _ place: ContentPlace) {
    let problem = PressProblems.unmappedColour(colour, at: place)
    if problems.count < 20, !problems.contains(problem) { problems.append(problem) }
  }

  // MARK: Overprint

  /// The flags go in front of the path: between its parts no other operator may stand.
  private mutating func paintPath(_ name: String, in stream: inout Stream) {
    var wanted = stream.state.overprint ?? Overprint()
    let fills = !["S", "s"].contains(name)
    let strokes = !["f", "F", "f*"].contains(name)
    let state = stream.state
    if fills {
      let isRule = !stream.bounds.isCurved && stream.bounds.thickness < overprintUnder
      wanted.fill = isRule && state.fill?.isSolidBlack ?? false
    }
    if strokes {
      let isThin = state.width * state.matrix.leastScale < overprintUnder
      wanted.stroke = isThin && state.stroke?.isSolidBlack ?? false
    }
    guard wanted != state.overprint, let start = stream.pathStart else { return }
    stream.state.overprint = wanted
    stream.output.insert(contentsOf: needs.operators(for: wanted).utf8, at: start)
  }

  private mutating func set(
    fill: Bool, before operation: ContentOperation, in stream: inout Stream, _ bytes: [UInt8]
  ) {
    var wanted = stream.state.overprint ?? Overprint()
    wanted.fill = fill
    guard wanted != stream.state.overprint else { return }
    stream.state.overprint = wanted
    copy(bytes, to: operation.start, in: &stream)
    stream.output += needs.operators(for: wanted).utf8
  }

  private func copy(_ bytes: [UInt8], to end: Int, in stream: inout Stream) {
    guard end > stream.copied else { return }
    stream.output += bytes[stream.copied..<end]
    stream.copied = end
  }
}
