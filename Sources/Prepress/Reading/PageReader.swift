import Geometry

/// Follows the content of pages for what they say and show.
struct PageReader {
  private var fonts: [Int: TextFont] = [:]
  private var digests: [Int: String] = [:]
  private var budget = PreflightBudget()
  private var contents = PageContents()
  private var ink = PathBounds()
  /// From the page's own space to the sheet as it is seen, from the top left corner.
  private var sheet = Matrix.identity
  private var stack: [Int] = []

  mutating func read(_ page: PDFObject) -> PageContents {
    let frame = PageView(page)
    (contents, ink, sheet) = (PageContents(), PathBounds(), frame.toSheet)
    contents.size = frame.size
    var start = ReaderState()
    start.clip = frame.bounds
    if let content = page.contentData(limit: budget.bytes) {
      run(content, start, page.inherited("/Resources"), depth: 0)
    }
    contents.ink = ink.isEmpty ? nil : rect(ink)
    return contents
  }

  private mutating func run(
    _ content: [UInt8], _ start: ReaderState, _ resources: PDFObject?, depth: Int
  ) {
    budget.bytes -= content.count
    var scanner = ContentScanner(content)
    var pass = ReaderPass(state: start, content: content, resources: resources, depth: depth)
    while let operation = scanner.nextOperation() {
      budget.operations -= 1
      guard budget.operations > 0 else { return }
      follow(operation, in: &pass)
    }
  }

  private mutating func follow(_ operation: ContentOperation, in pass: inout ReaderPass) {
    let n = operation.numbers
    switch operation.name {
    case "q": if pass.saved.count < 10_000 { pass.saved.append(pass.state) }
    case "Q": pass.state = pass.saved.popLast() ?? pass.state
    case "cm": pass.state.matrix = Matrix(n).then(pass.state.matrix)
    case "m", "l", "c", "v", "y", "re": pass.path.add(operation, through: pass.state.matrix)
    case "W", "W*": pass.isClip = true
    case "n": pass.endPath()
    case "S", "s":
      paint(pass.state.strokesPaper, in: &pass)
    case "f", "F", "f*", "B", "B*", "b", "b*": paint(pass.state.fillsPaper, in: &pass)
    case "g": pass.state.fillsPaper = n.first == 1
    case "G": pass.state.strokesPaper = n.first == 1
    case "rg": pass.state.fillsPaper = n == [1, 1, 1]
    case "RG": pass.state.strokesPaper = n == [1, 1, 1]
    case "k": pass.state.fillsPaper = n == [0, 0, 0, 0]
    case "K": pass.state.strokesPaper = n == [0, 0, 0, 0]
    case "cs", "sc", "scn": pass.state.fillsPaper = false
    case "CS", "SC", "SCN": pass.state.strokesPaper = false
    case "sh": ink.add(pass.state.clip)
    case "Do": draw(operation, in: &pass)
    case "BDC", "BMC": pass.open(operation)
    case "EMC": if let text = pass.close() { say(text, in: pass) }
    default: followText(operation, in: &pass)
    }
  }

  private mutating func paint(_ isPaper: Bool, in pass: inout ReaderPass) {
    if !isPaper { ink.add(pass.path.cut(to: pass.state.clip)) }
    pass.endPath()
  }

  // MARK: Pictures and forms

  private mutating func draw(_ operation: ContentOperation, in pass: inout ReaderPass) {
    guard let name = pass.name(operation), let object = pass.resources?["/XObject"]?[name] else {
      return
    }
    switch object["/Subtype"]?.name {
    case "/Image": show(object, in: pass)
    case "/Form":
      budget.forms -= 1
      let isCircle = object.number.map { stack.contains($0) } ?? false
      guard pass.depth < PreflightBudget.depth, budget.forms > 0, !isCircle,
        let content = object.data(.general, limit: budget.bytes)
      else { return }
      var inner = pass.state
      inner.matrix = Matrix(object["/Matrix"]?.numbers ?? []).then(inner.matrix)
      if let box = BoxCheck.Box(object["/BBox"]) {
        var bounds = PathBounds()
        for (x, y) in [
          (box.left, box.bottom), (box.right, box.bottom), (box.left, box.top),
          (box.right, box.top),
        ] { bounds.add(inner.matrix.map(x, y)) }
        inner.clip = inner.clip.cut(to: bounds)
      }
      stack.append(object.number ?? -1)
      run(content, inner, object["/Resources"] ?? pass.resources, depth: pass.depth + 1)
      stack.removeLast()
    default: break
    }
  }

  private mutating func show(_ image: PDFObject, in pass: ReaderPass) {
    var whole = PathBounds()
    for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] { whole.add(pass.state.matrix.map(x, y)) }
    let shown = whole.cut(to: pass.state.clip)
    if shown.isEmpty { return }
    ink.add(shown)
    contents.pictures.append(
      ShownPicture(digest: digest(of: image), whole: rect(whole), shown: rect(shown)))
  }

  /// The bytes as they are packed: the same picture gives the same bytes.
  private mutating func digest(of image: PDFObject) -> String {
    if let number = image.number, let known = digests[number] { return known }
    var bytes = image.data(.none) ?? []
    bytes += image["/SMask"]?.data(.none) ?? []
    let digest = ContentHash.uuid(of: bytes)
    if let number = image.number { digests[number] = digest }
    return digest
  }

  // MARK: Text

  private mutating func followText(_ operation: ContentOperation, in pass: inout ReaderPass) {
    let n = operation.numbers
    switch operation.name {
    case "BT": (pass.text, pass.line) = (.identity, .identity)
    case "Tf":
      pass.state.size = n.last ?? 0
      guard let token = operation.operands.first, token.kind == .name else { return }
      let name = String(decoding: pass.content[token.start..<token.end], as: UTF8.self)
      pass.state.font = pass.resources?["/Font"]?[name].map { font($0) }
    case "Tc": pass.state.between = n.first ?? 0
    case "Tw": pass.state.atSpaces = n.first ?? 0
    case "Tz": pass.state.stretch = (n.first ?? 100) / 100
    case "Tr": pass.state.rendering = Int(max(0, min(7, n.first ?? 0)))
    case "Ts": pass.state.rise = n.first ?? 0
    case "TL": pass.leading = n.first ?? 0
    case "Td", "TD":
      guard n.count >= 2 else { return }
      if operation.name == "TD" { pass.leading = -n[1] }
      pass.nextLine(n[0], n[1])
    case "Tm": (pass.text, pass.line) = (Matrix(n), Matrix(n))
    case "T*": pass.nextLine(0, -pass.leading)
    case "'", "\"":
      if operation.name == "\"", n.count >= 2 {
        (pass.state.atSpaces, pass.state.between) = (n[0], n[1])
      }
      pass.nextLine(0, -pass.leading)
      show(operation.operands, in: &pass)
    case "Tj", "TJ": show(operation.operands, in: &pass)
    default: break
    }
  }

  private mutating func font(_ object: PDFObject) -> TextFont {
    if let number = object.number, let known = fonts[number] { return known }
    let font = TextFont(object)
    if let number = object.number { fonts[number] = font }
    return font
  }

  private mutating func show(_ operands: [ContentToken], in pass: inout ReaderPass) {
    guard let font = pass.state.font else { return }
    for token in operands {
      switch token.kind {
      case .number:
        pass.advance(by: -token.value / 1000 * pass.state.size, font)
      case .string, .hexString:
        for code in font.codes(StringBytes.read(token, in: pass.content)) {
          show(code, font, in: &pass)
        }
      default: break
      }
    }
  }

  private mutating func show(_ code: Int, _ font: TextFont, in pass: inout ReaderPass) {
    let state = pass.state
    let matrix = pass.text.then(state.matrix)
    let width = font.width(code) * state.size
    let isBlank = code == 32 && !font.isComposite
    let move = width + state.between + (isBlank ? state.atSpaces : 0)
    let text = font.text(code)
    let isInvisible = state.rendering == 3 || state.rendering == 7
    if !isInvisible, text?.allSatisfy(\.isWhitespace) != true {
      var bounds = PathBounds()
      let (low, high) = (state.rise - state.size * 0.12, state.rise + state.size * 0.88)
      for (x, y) in [(0, low), (width, low), (0, high), (width, high)] {
        bounds.add(matrix.map(x, y))
      }
      ink.add(bounds.cut(to: state.clip))
    }
    let at = sheet.map(matrix.e, matrix.f)
    let character = ShownCharacter(
      text: text ?? "", font: font.name, size: abs(state.size) * matrix.lengths.y,
      origin: Point(x: .points(at.x), y: .points(at.y)),
      advance: .points(width * state.stretch * matrix.lengths.x))
    if pass.isReplacing {
      pass.replaced = pass.replaced ?? character
    } else if text != nil {
      contents.characters.append(character)
    } else {
      contents.unreadable += 1
    }
    pass.advance(by: move, font)
  }

  /// The text that the file gives for a stretch in the place of its glyphs.
  private mutating func say(_ text: String, in pass: ReaderPass) {
    guard var character = pass.replaced else { return }
    character.text = text
    contents.characters.append(character)
  }

  // MARK: The sheet

  private func rect(_ bounds: PathBounds) -> Rect {
    var seen = PathBounds()
    seen.add(sheet.map(bounds.left, bounds.top))
    seen.add(sheet.map(bounds.right, bounds.bottom))
    return Rect(
      left: .points(seen.left), top: .points(seen.top), right: .points(seen.right),
      bottom: .points(seen.bottom))
  }
}
