internal import ReportModel
internal import Segmentation

/// Single questions about an element, each named after what it asks.
enum RoleCues {
  /// 【编者按】, 编者按：, 按：.
  static func isEditorNote(_ text: Scalars) -> Bool {
    DocumentWords.editorNotes.match(in: text, at: 0) != nil
  }

  /// 附件1, 附件, 附件2　名称: a label, not a reference.
  static func isAttachmentTitle(_ text: Scalars) -> Bool {
    guard LineStarts.isAttachment(text), text.count <= 40 else { return false }
    if text[1].isSpace { return true }
    var place = 2
    if place == text.count { return true }
    while place < text.count, text[place].isSpace { place += 1 }
    guard place < text.count, text[place] != "：", text[place] != ":" else { return false }
    while place < text.count,
      text[place].isDigit
        || "一二三四五六七八九十".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    return place == text.count || text[place].isSpace
      || ((text[place] == "：" || text[place] == ":") && place == text.count - 1)
  }

  /// 附件：1．…
  static func isAttachmentReference(_ text: Scalars) -> Bool {
    LineStarts.isAttachment(text) && !isAttachmentTitle(text) && text.count <= 80
  }

  /// 安委办〔2031〕12号 alone on its line, or with who signed it.
  static func isDocumentNumber(_ text: Scalars) -> Bool {
    guard text.count <= 48, text.count >= 6,
      let open = text.firstIndex(where: { "〔﹝［[（(【".unicodeScalars.contains($0) }),
      open + 5 < text.count, text[open + 1].isDigit, text[open + 4].isDigit,
      let close = text[(open + 5)...].firstIndex(where: { "〕﹞］]）)】".unicodeScalars.contains($0) }),
      let end = text[close...].firstIndex(of: "号"),
      text[(close + 1)..<end].allSatisfy({ $0.isDigit || $0.isSpace || $0 == "第" })
    else { return false }
    let rest = text[(end + 1)...].trimmed
    return text[..<open].allSatisfy { $0.isHan || $0.isLatin }
      && (rest.isEmpty || rest.contains("：") || rest.contains(":"))
  }

  /// A date behind its unit may have the weekday or what was done behind it: （星期三）, 印发, 编.
  private static func isDateTail(_ tail: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = tail.trimmed
    if words.isEmpty { return true }
    if words.first == "（" || words.first == "(" { return words.count <= 8 }
    return words.count <= 4
      && (words.first == "星" || words.first == "周" || words.first == "印"
        || words.first == "编" || words.first == "发")
  }

  /// Ends as headlines of meetings do: …召开, …举行.
  static func endsWithEvent(_ text: Scalars) -> Bool {
    DocumentWords.events.match(in: text, endingAt: text.count) != nil
  }

  /// A line of a table of contents: it ends with a page number behind a gap or dots.
  static func isContentsEntry(_ text: Scalars) -> Bool {
    guard text.count >= 4, text.count <= 80 else { return false }
    var start = text.count
    while start > 0, text[start - 1].isDigit { start -= 1 }
    guard start > 2, (1...3).contains(text.count - start) else { return false }
    return text[start - 1].isSpace || "…．.·⋯".unicodeScalars.contains(text[start - 1])
  }

  /// 目录 alone on its line.
  static func isContentsTitle(_ text: Scalars) -> Bool {
    let bare = text.filter { !$0.isSpace }
    return bare == Scalars("目录") || bare == Scalars("目次")
  }

  /// 第18期, （2031年第5期　总第29期）, 第3号.
  static func isIssue(_ element: Element) -> Bool {
    let text = element.text
    guard element.kind == .text, text.count <= 40, element.shape.stops == 0,
      !isDocumentNumber(text)
    else { return false }
    guard let start = text.firstIndex(of: "第"), start <= 12 else { return false }
    var place = start + 1
    while place < text.count,
      text[place].isDigit || text[place].isSpace
        || "一二三四五六七八九十百〇零".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    return place > start + 1 && place < text.count && (text[place] == "期" || text[place] == "号")
      && text[..<start].allSatisfy {
        $0.isDigit || $0.isSpace || "年（(总度".unicodeScalars.contains($0)
          || "一二三四五六七八九十〇零".unicodeScalars.contains($0)
      }
  }

  /// A line that is a date and nothing else, in brackets or not.
  static func isDate(_ text: Scalars) -> Bool {
    guard text.count >= 5, text.count <= 24 else { return false }
    if dateLength(text, from: 0) == text.count { return true }
    var end = text.count
    while end > 5, !endsDate(text, end) { end -= 1 }
    return end > 5 && dateLength(Scalars(text[..<end]), from: 0) == end && isDateTail(text[end...])
  }

  /// A unit's name, then a date.
  static func isUnitAndDate(_ text: Scalars) -> Bool {
    guard text.count >= 10, text.count <= 60 else { return false }
    for start in 3..<(text.count - 4) where text[start - 1].isSpace {
      var end = text.count
      while end > start + 4, !endsDate(text, end), !text[end - 1].isDigit { end -= 1 }
      if dateLength(Scalars(text[..<end]), from: start) == end - start, isDateTail(text[end...]) {
        // 某街道工作总结 2031-04-02: a title with its day.
        let unit = text[..<start].trimmed
        return DocumentWords.papers.match(in: Scalars(unit), endingAt: unit.count) == nil
      }
    }
    return false
  }

  /// Whether a unit of a date with its number ends at a place: 日 of 星期日 is none.
  private static func endsDate(_ text: Scalars, _ end: Int) -> Bool {
    DocumentWords.dateUnits.contains(text[end - 1])
      && (end < 2 || text[end - 2] != "期" && text[end - 2] != "周")
  }

  /// The length of a date with a year at a place, brackets and spaces included; 0 for none.
  static func dateLength(_ text: Scalars, from start: Int) -> Int {
    var place = start
    var units = 0
    var digits = 0
    while place < text.count {
      let scalar = text[place]
      if scalar.isDigit || "一二三四五六七八九十〇零○元".unicodeScalars.contains(scalar) {
        digits += 1
      } else if DocumentWords.dateUnits.contains(scalar) || scalar == "-" || scalar == "."
        || scalar == "/"
      {
        units += 1
      } else if !scalar.isSpace, !"（）()".unicodeScalars.contains(scalar) {
        return 0
      }
      place += 1
    }
    return units >= 2 && digits >= 3 ? place - start : 0
  }

  /// Names units and ends with ：.
  static func isAddressee(_ element: Element) -> Bool {
    let (text, shape) = (element.text, element.shape)
    guard element.kind == .text, text.last == "：" || text.last == ":", shape.stops == 0,
      shape.count <= 80, !element.isHeading, shape.ordinal == nil, !announces(text)
    else { return false }
    if text == Scalars("同志们：") || text.hasPrefix("各位") { return true }
    if text.first == "各" || text.hasPrefix("市直") || text.hasPrefix("县直") { return true }
    if text.hasPrefix("有关") || text.hasPrefix("尊敬的") || text.hasPrefix("驻") { return true }
    return DocumentWords.units.match(in: text, endingAt: text.count - 1) != nil
  }

  /// 各村进展如下：, 见下表：: it announces what stands under it and addresses nobody.
  private static func announces(_ text: Scalars) -> Bool {
    ["如下", "下表", "下列", "以下", "附后"].contains { text.contains($0) }
  }

  /// A short line without a sentence that is nothing else: it may be a headline.
  static func isTitleLike(_ element: Element) -> Bool {
    let (text, shape) = (element.text, element.shape)
    guard element.kind == .text, shape.stops == 0, shape.count <= 45, shape.count >= 4,
      shape.ordinal == nil || shape.ordinal == .spoken, !element.titlesTable
    else { return false }
    return !isFurniture(text) && !Bylines.isByline(text, shape) && !isContentsTitle(text)
      && !isContentsEntry(text) && text.first != "|" && !isIssue(element) && !isDate(text)
      && !isUnitAndDate(text) && !isAddressee(element)
      && !isDocumentNumber(text) && !isEditorNote(text) && !isUnitName(text)
      && !text.hasPrefix("——") && !isBracketLabel(element) && text.last != "："
  }

  /// Ends like a unit's name and has no space in it.
  static func isUnitName(_ text: Scalars) -> Bool {
    guard text.count >= 3, text.count <= 40, !text.contains("，"), !text.contains("。") else {
      return false
    }
    // Members of a slogan may end in such a word by chance (开新局); units side by side all do.
    return text.split(whereSeparator: \.isSpace).allSatisfy { part in
      let name = Scalars(part)
      return DocumentWords.units.match(in: name, endingAt: name.count) != nil
        && !endsWithThing(name) && (name.count >= 4 || part.count == text.count)
    }
  }

  /// 落到实处, 走进校园, 开新局: the last character names a unit, the word it ends does not.
  private static func endsWithThing(_ name: Scalars) -> Bool {
    guard DocumentWords.units.match(in: name, endingAt: name.count) == 1,
      let last = Segmentation(name).words.last, name.count > 3
    else { return false }
    switch last.partOfSpeech {
    case .phrase, .idiom, .verb, .adjective, .state: return last.range.count > 1
    default:
      return last.range.count == 2
        && (last.partOfSpeech.isNominal || last.partOfSpeech == .adverb)
    }
  }

  /// Two to four parts between single spaces, without stops or numbers: 盯项目 优服务 ….
  static func isSloganLike(_ element: Element) -> Bool {
    let shape = element.shape
    guard element.kind == .text, shape.stops == 0, shape.commas == 0, shape.ordinal == nil,
      (8...36).contains(shape.count), (2...4).contains(shape.parts.count), shape.digits <= 4,
      !isUnitAndDate(element.text), !isIssue(element)
    else { return false }
    return shape.parts.allSatisfy { $0.count >= 2 && $0.count <= 16 }
      && !Bylines.isByline(element.text, shape) && !isFurniture(element.text)
      && element.text.first != "|" && !element.text.contains("公益广告")
  }

  /// 一、 or （一） without a sentence behind it.
  static func isNumberedHead(_ element: Element) -> Bool {
    guard element.kind == .text, let ordinal = element.shape.ordinal else { return false }
    guard [.han, .hanBracket, .article, .chapter].contains(ordinal) else { return false }
    return element.shape.stops == 0
      || (element.shape.stops == 1 && element.shape.endsWithStop && element.shape.count <= 30)
  }

  /// Markdown ## or deeper.
  static func isLowerHeading(_ element: Element) -> Bool {
    if case .heading(let level) = element.mark { return level > 1 }
    return false
  }

  /// 【…】 or 〔…〕 alone on its line.
  static func isBracketLabel(_ element: Element) -> Bool {
    let text = element.text
    guard element.kind == .text, (4...24).contains(text.count), let first = text.first,
      let pair = ["【】", "〔〕", "［］", "[]", "〖〗", "「」"].first(where: {
        $0.unicodeScalars.first == first
      })
    else { return false }
    return text.last == pair.unicodeScalars.last && !isEditorNote(text)
      && !text.contains(where: \.isDigit)
  }

  /// Distribution, print count, signature and other lines at the foot.
  static func isFoot(_ element: Element) -> Bool {
    let text = element.text
    return DocumentWords.distribution.match(in: text, at: 0) != nil
      || DocumentWords.notes.match(in: text, at: 0) != nil || text.contains("公益广告")
      || text.hasPrefix("（联系") || text.hasPrefix("签发") || text.contains("共印")
      || isAttachmentReference(text) || isAddressee(element) || isCaption(element)
      || isFurniture(text) || Bylines.isByline(text, element.shape)
  }

  /// 图为…, 图①…, ▲…, short, or with a photographer's credit at its end.
  static func isCaption(_ element: Element) -> Bool {
    guard element.shape.count <= 80, element.shape.ordinal == nil else { return false }
    if Credits.endsWithCredit(element.text) {
      return element.shape.stops <= 2 && !Bylines.isByline(element.text, element.shape)
    }
    return DocumentWords.captions.match(in: element.text, at: 0) != nil && element.shape.stops <= 1
  }

  /// （袁某／摄） alone on its line.
  static func isCreditAlone(_ text: Scalars) -> Bool {
    if text.first == "（" {
      return text.last == "）" && text.count <= 20 && !text.contains("文")
        && DocumentWords.credits.match(in: text, endingAt: text.count - 1) != nil
    }
    // 本报通讯员 陶某 摄: nothing but who took the picture.
    return text.count <= 24 && text.last == "摄" && Credits.endsWithCredit(text)
      && text.allSatisfy { $0.isHan || $0.isSpace || "：:／/".unicodeScalars.contains($0) }
  }

  /// 组　长：张某: a label of a few characters and what it names.
  static func isLabelled(_ text: Scalars) -> Bool {
    guard let colon = text.prefix(9).firstIndex(where: { $0 == "：" || $0 == ":" }), colon > 0 else {
      return false
    }
    return colon + 1 < text.count
  }

  /// Ends with a colon: it introduces what follows.
  static func isIntroduction(_ text: Scalars) -> Bool { text.last == "：" || text.last == ":" }

  /// A first line that is longer than a title should be and still one: no stop at all, and running
  /// text under it.
  static func isLongTitle(_ elements: [Element], _ place: Int) -> Bool {
    let (element, shape) = (elements[place], elements[place].shape)
    guard place == 0, element.kind == .text, element.isRunning, shape.stops == 0,
      shape.count <= longestTitle, shape.commas <= 3, shape.ordinal == nil, !shape.endsClosed,
      !isEditorNote(element.text), element.paragraph.pieces.count <= 2
    else { return false }
    return elements.dropFirst().contains { $0.kind == .text && $0.shape.stops > 0 && $0.isRunning }
  }

  private static let longestTitle = 90
}
