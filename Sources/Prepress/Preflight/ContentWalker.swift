import LayoutSpecs

/// Follows everything that a page paints: content, forms, patterns, soft masks, Type 3 glyphs.
struct ContentWalker {
  let profile: PressProfile
  /// The space of the output intent's profile: `CMYK`, `RGB `, `GRAY`; empty without one.
  let intentSpace: String
  /// The space of the output intent for archives, the same way.
  let archiveSpace: String
  /// Whether pictures that stand on a page itself are measured, too.
  let measuresPagePictures: Bool
  /// How deep a page's own content lies; forms are deeper.
  static let pageDepth = 0
  var log = PreflightLog()
  var facts = PreflightFacts()
  var fonts: [FontFacts] = []
  private(set) var fontObjects: [PDFObject] = []
  /// Whether the page being walked blends anything.
  var isPageTransparent = false
  var unmarked = 0
  /// The structure tree; nil in a file without tags.
  let tree: StructureTree?
  /// Whether the catalog names the language of all words.
  let hasLanguage: Bool
  /// Number of the page object being walked.
  private(set) var pageObject = 0
  private var markedForms: Set<Int> = []

  var budget = PreflightBudget()
  var page = 0
  /// The trim's top left corner, to say where things are.
  var trim = PageFrame()
  var spots: Set<String> = []
  private var stack: [Int] = []
  private var fontIndex: [Int: Int] = [:]

  init(
    _ document: DocumentCheck, profile: PressProfile, tree: StructureTree?,
    measuresPagePictures: Bool
  ) {
    self.profile = profile
    self.tree = tree
    log = document.log
    (intentSpace, archiveSpace) = (document.intentSpace, document.archiveSpace)
    hasLanguage = !(document.file.root["/Lang"]?.text ?? "").isEmpty
    self.measuresPagePictures = measuresPagePictures
  }

  /// Walks one page.
  mutating func walk(_ page: PDFObject, number: Int, frame: PageFrame) {
    self.page = number
    pageObject = page.number ?? 0
    trim = frame
    let resources = page.inherited("/Resources")
    checkArchive(boxesOf: page)
    checkGroup(page["/Group"], isPage: true)
    isPageTransparent = false
    guard let content = page.contentData(limit: budget.bytes) else {
      return log.add("content-unreadable", "content", page: number)
    }
    run(
      content, ContentState(), resources, depth: 0, isTaggedAround: false,
      ownsResources: page["/Resources"] != nil)
    for (_, font) in resources?["/Font"]?.entries.prefix(500) ?? [] { _ = self.font(font) }
    for annotation in page["/Annots"]?.items.prefix(1000) ?? [] {
      AnnotationCheck.check(annotation, page: number, log: &log)
      guard let look = annotation["/AP"]?["/N"] else { continue }
      for look in look.isStream ? [look] : look.entries.map(\.value) where look.isStream {
        walkForm(look, ContentState(), resources, depth: 1, isTaggedAround: true)
      }
    }
    finishArchive(page: page)
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
    let hasMarks = run(
      content, inner, form["/Resources"] ?? resources, depth: depth + 1,
      isTaggedAround: isTaggedAround, ownsResources: form["/Resources"] != nil)
    stack.removeLast()
    if hasMarks, let number = form.number, !markedForms.insert(number).inserted {
      log.add("form-marks-shared", page: page)
    }
  }

  /// The glyphs of a Type 3 font, which are drawn like forms.
  mutating func walkGlyphs(
    of font: PDFObject, _ state: ContentState, _ resources: PDFObject?, depth: Int
  ) {
    let own = font["/Resources"]
    for (_, glyph) in font["/CharProcs"]?.entries.prefix(4096) ?? [] where glyph.isStream {
      budget.forms -= 1
      let isCircle = glyph.number.map { stack.contains($0) } ?? false
      guard depth < PreflightBudget.depth, budget.forms > 0, !isCircle else {
        return log.add("recursion", page: page)
      }
      guard let content = glyph.data(.general, limit: budget.bytes) else {
        log.add("content-unreadable", "glyph", page: page)
        continue
      }
      stack.append(glyph.number ?? -1)
      run(
        content, state, own ?? resources, depth: depth + 1, isTaggedAround: true,
        ownsResources: own != nil)
      stack.removeLast()
    }
  }

  /// `blend-space-rgb`, `blend-space-not-cmyk`, and `transparency` for PDF/X-1a.
  mutating func checkGroup(_ group: PDFObject?, isPage: Bool) {
    guard let group, group["/S"]?.name == "/Transparency" else { return }
    log.add("transparency", "group", page: page)
    if !isPage { isPageTransparent = true }
    guard let object = group["/CS"] else { return }
    let space = ColorSpaceReader.read(object, in: nil)
    checkArchive(space: space)
    switch (space.family, space.components) {
    case (.rgb, _), (.profile, 3): log.add("blend-space-rgb", page: page)
    case (.cmyk, _): break
    default: if isPage { log.add("blend-space-not-cmyk", page: page) }
    }
  }

  // MARK: Content

  /// Follows a content stream; whether it holds contents of the structure tree.
  @discardableResult
  mutating func run(
    _ content: [UInt8], _ start: ContentState, _ resources: PDFObject?, depth: Int,
    isTaggedAround: Bool, ownsResources: Bool
  ) -> Bool {
    budget.bytes -= content.count
    var scanner = ContentScanner(content)
    var pass = ContentPass(
      state: start, content: content, resources: resources, depth: depth,
      isTaggedAround: isTaggedAround)
    while let operation = scanner.nextOperation() {
      budget.operations -= 1
      guard budget.operations > 0 else {
        log.add("too-many-operators", page: page)
        return pass.hasMarks
      }
      checkSyntax(operation, in: pass)
      follow(operation, in: &pass)
    }
    if !ownsResources, pass.hasUsedResources { log.add("resources-inherited", page: page) }
    return pass.hasMarks
  }

  /// The facts of a font, by number; fonts are read once a file.
  mutating func font(_ object: PDFObject) -> Int {
    if let number = object.number, let known = fontIndex[number] { return known }
    let new = FontFacts(object)
    fonts.append(new)
    fontObjects.append(object)
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
  /// Marked contents that are open.
  var tags: [ContentTag] = []
  /// Whether one of them belonged to the structure tree.
  var hasMarks = false
  /// Whether a resource was named and found.
  private(set) var hasUsedResources = false
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
    if found != nil { hasUsedResources = true }
    known[kind, default: [:]][name] = .some(found)
    return found
  }

  /// The colour space of a name.
  mutating func space(named name: String) -> ColorSpaceFacts {
    if let known = spaces[name] { return known }
    if resources?["/ColorSpace"]?[name] != nil { hasUsedResources = true }
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
struct PageFrame: Hashable {
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
