import LayoutSpecs

/// Follows everything that a page paints: content, forms, patterns, soft masks, Type 3 glyphs.
struct ContentWalker {
  let profile: PressProfile
  /// The space of the output intent's profile: `CMYK`, `RGB `, `GRAY`; empty without one.
  let intentSpace: String
  /// Whether pictures that stand on a page itself are measured, too.
  let measuresPagePictures: Bool
  /// How deep a page's own content lies; forms are deeper.
  static let pageDepth = 0
  var log = PreflightLog()
  var facts = PreflightFacts()
  var fonts: [FontFacts] = []
  var usesTransparency = false
  var usesDeviceColour = false
  var unmarked = 0

  var budget = PreflightBudget()
  var page = 0
  /// The trim's top left corner, to say where things are.
  var trim = PageFrame()
  var spots: Set<String> = []
  private var stack: [Int] = []
  private var fontIndex: [Int: Int] = [:]

  init(profile: PressProfile, intentSpace: String, measuresPagePictures: Bool) {
    self.profile = profile
    self.intentSpace = intentSpace
    self.measuresPagePictures = measuresPagePictures
  }

  /// Walks one page.
  mutating func walk(_ page: PDFObject, number: Int, frame: PageFrame) {
    self.page = number
    trim = frame
    let resources = page.inherited("/Resources")
    checkGroup(page["/Group"], isPage: true)
    guard let content = page.contentData(limit: budget.bytes) else {
      return log.add("content-unreadable", "content", page: number)
    }
    run(content, ContentState(), resources, depth: 0, isTaggedAround: false)
    for (_, font) in resources?["/Font"]?.entries.prefix(500) ?? [] { _ = self.font(font) }
    for annotation in page["/Annots"]?.items.prefix(1000) ?? [] {
      if let look = annotation["/AP"]?["/N"], look.isStream {
        walkForm(look, ContentState(), resources, depth: 1, isTaggedAround: true)
      }
    }
  }

  // MARK: Forms

  mutating func walkForm(
    _ form: PDFObject, _ state: ContentState, _ resources: PDFObject?, depth: Int,
    isTaggedAround: Bool
  ) {
    budget.forms -= 1
    let isCircle = form.number.map { stack.contains($0) } ?? false
    guard depth < PreflightBudget.depth, budget.forms > 0, !isCircle else {
      return log.add("recursion", page: page)
    }
    if form["/Ref"] != nil { log.add("reference-xobject", page: page) }
    if form["/OPI"] != nil { log.add("opi", page: page) }
    if form["/PS"] != nil || form["/Subtype2"]?.name == "/PS" {
      log.add("postscript-xobject", page: page)
    }
    checkGroup(form["/Group"], isPage: false)
    guard let content = form.data(.general, limit: budget.bytes) else {
      return log.add("content-unreadable", "form", page: page)
    }
    var inner = state
    inner.matrix = Matrix(form["/Matrix"]?.numbers ?? []).then(state.matrix)
    stack.append(form.number ?? -1)
    run(
      content, inner, form["/Resources"] ?? resources, depth: depth + 1,
      isTaggedAround: isTaggedAround)
    stack.removeLast()
  }

  /// `blend-space-rgb`, `blend-space-not-cmyk`, and `transparency` for PDF/X-1a.
  mutating func checkGroup(_ group: PDFObject?, isPage: Bool) {
    guard let group, group["/S"]?.name == "/Transparency" else { return }
    log.add("transparency", "group", page: page)
    guard let object = group["/CS"] else { return }
    let space = ColorSpaceReader.read(object, in: nil)
    switch (space.family, space.components) {
    case (.rgb, _), (.profile, 3): log.add("blend-space-rgb", page: page)
    case (.cmyk, _): break
    default: if isPage { log.add("blend-space-not-cmyk", page: page) }
    }
  }

  // MARK: Content

  mutating func run(
    _ content: [UInt8], _ start: ContentState, _ resources: PDFObject?, depth: Int,
    isTaggedAround: Bool
  ) {
    budget.bytes -= content.count
    var scanner = ContentScanner(content)
    var pass = ContentPass(
      state: start, content: content, resources: resources, depth: depth,
      isTaggedAround: isTaggedAround)
    while let operation = scanner.nextOperation() {
      budget.operations -= 1
      guard budget.operations > 0 else { return log.add("too-many-operators", page: page) }
      follow(operation, in: &pass)
    }
  }

  /// The facts of a font, by number; fonts are read once a file.
  mutating func font(_ object: PDFObject) -> Int {
    if let number = object.number, let known = fontIndex[number] { return known }
    let new = FontFacts(object)
    fonts.append(new)
    if let number = object.number { fontIndex[number] = fonts.count - 1 }
    return fonts.count - 1
  }
}

/// One content stream being followed.
struct ContentPass {
  var state: ContentState
  let content: [UInt8]
  let resources: PDFObject?
  let depth: Int
  let isTaggedAround: Bool
  var saved: [ContentState] = []
  var text = Matrix.identity
  var line = Matrix.identity
  var leading = 0.0
  var bounds = PathBounds()
  var rectangles: [(width: Double, height: Double, bounds: PathBounds)] = []
  var tags = 0
  /// What was looked up before, by kind and name: a page says the same few names thousands of times.
  private var known: [String: [String: PDFObject?]] = [:]
  private var spaces: [String: ColorSpaceFacts] = [:]

  init(
    state: ContentState, content: [UInt8], resources: PDFObject?, depth: Int, isTaggedAround: Bool
  ) {
    self.state = state
    self.content = content
    self.resources = resources
    self.depth = depth
    self.isTaggedAround = isTaggedAround
  }

  /// A named resource of a kind, such as `/Font`; nil where there is none.
  mutating func resource(_ kind: String, _ name: String) -> PDFObject? {
    if let known = known[kind]?[name] { return known }
    let found = resources?[kind]?[name]
    known[kind, default: [:]][name] = .some(found)
    return found
  }

  /// The colour space of a name.
  mutating func space(named name: String) -> ColorSpaceFacts {
    if let known = spaces[name] { return known }
    let space = ColorSpaceReader.read(named: name, in: resources)
    spaces[name] = space
    return space
  }

  /// The name that an operation's last operand is.
  func name(_ operation: ContentOperation) -> String? {
    guard let token = operation.operands.last, token.kind == .name else { return nil }
    return String(decoding: content[token.start..<token.end], as: UTF8.self)
  }
}

/// Where a page's trim lies in its own units.
struct PageFrame {
  var left = 0.0
  var top = 0.0

  /// Bounds on the page as a place in mm from the trim's top left corner.
  func place(_ bounds: PathBounds) -> PreflightPlace? {
    guard !bounds.isEmpty else { return nil }
    let mm = 25.4 / 72
    return PreflightPlace(
      x: (bounds.left - left) * mm, y: (top - bounds.bottom) * mm,
      width: (bounds.right - bounds.left) * mm, height: (bounds.bottom - bounds.top) * mm)
  }
}
