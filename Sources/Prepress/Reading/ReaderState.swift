import Geometry

/// The graphics state as far as reading follows it.
struct ReaderState {
  var matrix = Matrix.identity
  var clip = PathBounds()
  /// White is no ink. Where a colour space says what white is, nothing is taken for it.
  var fillsPaper = false
  var strokesPaper = false
  var font: TextFont?
  var size = 0.0
  var between = 0.0
  var atSpaces = 0.0
  var stretch = 1.0
  var rise = 0.0
  var rendering = 0
}

/// One content stream being read.
struct ReaderPass {
  var state: ReaderState
  let content: [UInt8]
  let resources: PDFObject?
  let depth: Int
  var saved: [ReaderState] = []
  var text = Matrix.identity
  var line = Matrix.identity
  var leading = 0.0
  var path = PathBounds()
  var isClip = false
  /// The text in the place of the glyphs of each open stretch; nil where the glyphs speak.
  private var spans: [String?] = []
  /// The first glyph of the stretch that is replaced.
  var replaced: ShownCharacter?

  init(state: ReaderState, content: [UInt8], resources: PDFObject?, depth: Int) {
    self.state = state
    self.content = content
    self.resources = resources
    self.depth = depth
  }

  var isReplacing: Bool { spans.contains { $0 != nil } }

  mutating func endPath() {
    if isClip { state.clip = state.clip.cut(to: path) }
    path = PathBounds()
    isClip = false
  }

  mutating func nextLine(_ x: Double, _ y: Double) {
    line = Matrix(1, 0, 0, 1, x, y).then(line)
    text = line
  }

  mutating func advance(by move: Double, _ font: TextFont) {
    let step =
      font.isVertical
      ? Matrix(1, 0, 0, 1, 0, -move) : Matrix(1, 0, 0, 1, move * state.stretch, 0)
    text = step.then(text)
  }

  /// Begins a marked stretch; `ActualText` speaks in the place of its glyphs.
  mutating func open(_ operation: ContentOperation) {
    let operands = operation.operands
    var said: String?
    for (index, token) in operands.enumerated()
    where token.kind == .name && index + 1 < operands.count {
      if content[token.start..<token.end].elementsEqual("/ActualText".utf8) {
        said = StringBytes.text(operands[index + 1], in: content)
      }
    }
    if spans.count < 10_000 { spans.append(said) }
  }

  /// Ends a marked stretch; the text that takes the place of its glyphs.
  mutating func close() -> String? {
    guard let said = spans.popLast() ?? nil, !isReplacing, replaced != nil else { return nil }
    return said
  }

  /// The name that an operation's last operand is.
  func name(_ operation: ContentOperation) -> String? {
    guard let token = operation.operands.last, token.kind == .name else { return nil }
    return String(decoding: content[token.start..<token.end], as: UTF8.self)
  }
}

extension PathBounds {
  /// What of it lies in other bounds.
  func cut(to other: PathBounds) -> PathBounds {
    var cut = self
    cut.left = max(left, other.left)
    cut.top = max(top, other.top)
    cut.right = min(right, other.right)
    cut.bottom = min(bottom, other.bottom)
    return cut.left <= cut.right && cut.top <= cut.bottom ? cut : PathBounds()
  }

  mutating func add(_ other: PathBounds) {
    guard !other.isEmpty else { return }
    add((other.left, other.top))
    add((other.right, other.bottom))
  }
}
