/// One marked content that is open while a stream is followed.
struct ContentTag {
  /// Decoration (`/Artifact`).
  var isArtifact = false
  /// Its identifier, where it is content of the structure tree.
  var identifier: Int?
  /// The language that it names itself.
  var language: String?
  /// Whether it holds words that replace or describe what is painted.
  var hasWords = false

  /// Reads the operands of `BMC` and `BDC`.
  init(_ operation: ContentOperation, in pass: inout ContentPass) {
    let tokens = operation.operands
    func text(_ token: ContentToken) -> String {
      String(decoding: pass.content[token.start..<token.end], as: UTF8.self)
    }
    guard let first = tokens.first, first.kind == .name else { return }
    isArtifact = text(first) == "/Artifact"
    if tokens.count == 2, tokens[1].kind == .name {
      guard let list = pass.resource("/Properties", text(tokens[1])) else { return }
      identifier = list["/MCID"]?.integer
      language = list["/Lang"]?.text
      hasWords = ["/Alt", "/ActualText", "/E"].contains { list[$0] != nil }
      return
    }
    for (key, value) in zip(tokens, tokens.dropFirst()) where key.kind == .name {
      switch text(key) {
      case "/MCID": if value.kind == .number { identifier = Int(exactly: value.value) }
      case "/Lang":
        language = String(decoding: StringBytes.read(value, in: pass.content), as: UTF8.self)
      case "/Alt", "/ActualText", "/E":
        if value.kind == .string || value.kind == .hexString { hasWords = true }
      default: break
      }
    }
  }
}

/// What ISO 14289-1, 7.1 and 7.2 ask of marked content.
extension ContentWalker {
  mutating func open(_ operation: ContentOperation, in pass: inout ContentPass) {
    let tag = ContentTag(operation, in: &pass)
    let isInArtifact = pass.tags.contains(where: \.isArtifact)
    let isInContent = pass.tags.contains { $0.identifier != nil }
    if tag.isArtifact && isInContent || tag.identifier != nil && isInArtifact {
      log.add("tag-in-artifact", page: page)
    }
    if let language = tag.language, !LanguageCheck.isTag(language) {
      log.add("lang-tag", language, page: page)
    }
    if tag.identifier != nil { pass.hasMarks = true }
    pass.tags.append(tag)
    if tag.hasWords, !isLanguageKnown(in: pass) { log.add("no-lang", "ActualText", page: page) }
  }

  /// A painting operator outside any tag is content without a meaning (`content-not-marked`).
  mutating func mark(in pass: ContentPass) {
    if pass.isTaggedAround || pass.tags.contains(where: \.isArtifact) { return }
    let isMarked = pass.tags.contains { tag in
      guard let identifier = tag.identifier else { return false }
      return pass.depth > Self.pageDepth || element(of: identifier) != nil || tree == nil
    }
    if !isMarked { unmarked += 1 }
  }

  /// Whether the words in hand have a language: the catalog's, a tag's or an element's. Inside forms,
  /// whose contents are filed elsewhere, it is taken to be known.
  mutating func checkLanguage(in pass: ContentPass) {
    if pass.tags.contains(where: \.isArtifact) || isLanguageKnown(in: pass) { return }
    log.add("no-lang", "text", page: page)
  }

  private func isLanguageKnown(in pass: ContentPass) -> Bool {
    if hasLanguage || pass.isTaggedAround || pass.depth > Self.pageDepth { return true }
    return pass.tags.contains { tag in
      tag.language != nil
        || tag.identifier.flatMap(element(of:)).flatMap { tree?.elements[$0].language } != nil
    }
  }

  private func element(of identifier: Int) -> Int? {
    tree?.marks[StructureTree.Mark(page: pageObject, identifier: identifier)]
  }
}
