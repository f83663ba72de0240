/// Lines that open something new, whatever stands before them (rule J6), and lines that are
/// complete in themselves (rule J7).
enum LineStarts {
  /// Whether the line opens a paragraph, head, caption, attachment or label.
  static func opensNew(_ line: TextLine, _ shape: LineShape) -> Bool {
    switch shape.ordinal {
    case .han, .hanBracket, .digit, .digitBracket, .article, .chapter: return true
    case .spoken, nil: break
    }
    let text = line.text
    if let first = text.first, openers.contains(first) { return true }
    if isAttachment(text) { return true }
    return DocumentWords.distribution.match(in: text, at: 0) != nil
      || DocumentWords.notes.match(in: text, at: 0) != nil
      || DocumentWords.editorNotes.match(in: text, at: 0) != nil
      || DocumentWords.captions.match(in: text, at: 0) != nil
      || Bylines.isByline(text, shape) || RoleCues.isFurniture(text)
      || isImprint(text) || text.hasPrefix("——") || text.hasPrefix("（联系") || text.hasPrefix("（共印")
      || text.hasPrefix("（此件") || text.hasPrefix("（文") || text.hasPrefix("（记者")
      || text.hasPrefix("签发") || text.hasPrefix("审核：")
  }

  /// Whether the line is a head or label that no other line goes on with.
  static func isWhole(_ line: TextLine, _ shape: LineShape) -> Bool {
    switch shape.ordinal {
    case .han, .hanBracket, .article, .chapter:
      if shape.stops == 0, shape.count <= 40 { return true }
    case .digit, .digitBracket: if shape.stops == 0, shape.count <= 30 { return true }
    case .spoken, nil: break
    }
    let text = line.text
    if isAttachment(text) || text.hasPrefix("——") { return true }
    if isImprint(text) || Quotations.isAttributed(text) || Credits.endsWithCredit(text) {
      return true
    }
    if DocumentWords.captions.match(in: text, at: 0) != nil, shape.count <= 60 { return true }
    return DocumentWords.distribution.match(in: text, at: 0) != nil
      || Bylines.isByline(text, shape) || RoleCues.isFurniture(text)
      || text.hasPrefix("签发") || text.hasPrefix("（联系")
      || (text.contains("〔") && text.last == "号" && shape.stops == 0)
  }

  /// 主办：…　承办：…
  static func isImprint(_ text: Scalars) -> Bool {
    guard let length = DocumentWords.imprints.match(in: text, at: 0), length < text.count else {
      return false
    }
    return text[length] == "：" || text[length] == ":"
  }

  /// 附件：…, 附件1, 附件 1 alone or with a title.
  static func isAttachment(_ text: Scalars) -> Bool {
    // 附　件: the label set apart.
    if text.count <= 4, text.filter({ !$0.isSpace }) == Scalars("附件") { return true }
    guard text.hasPrefix("附件") || text.hasPrefix("附表") else { return false }
    guard text.count > 2 else { return true }
    let next = text[2]
    return next == "：" || next == ":" || next.isDigit || next.isSpace
      || "一二三四五六七八九十".unicodeScalars.contains(next)
  }

  private static let openers = ScalarSet("【▲△▼●■◆★☆※•·□○◎|")
}
