internal import ReportModel

/// Single questions about an element, each named after what it asks.
enum RoleCues {
  /// 【编者按】, 编者按：, 按：.
  static func isEditorNote(_ text: Scalars) -> Bool {
    DocumentWords.editorNotes.match(in: text, at: 0) != nil
  }

  /// 附件1, 附件, 附件2　名称: a label, not a reference.
  static func isAttachmentTitle(_ text: Scalars) -> Bool {
    guard LineStarts.isAttachment(text), text.count <= 40 else { return false }
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

  /// 安委办〔2031〕12号 alone on its line.
  static func isDocumentNumber(_ text: Scalars) -> Bool {
    guard text.count <= 40, text.count >= 6,
      let open = text.firstIndex(where: {
        $0 == "〔" || $0 == "[" || $0 == "［" || $0 == "（"
      }), open + 5 < text.count, text[open + 1].isDigit, text[open + 4].isDigit
    else { return false }
    return text[(open + 5)...].contains("号") && !text.contains("：")
      && text[..<open].allSatisfy { $0.isHan || $0.isLatin }
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
    return dateLength(text, from: 0) == text.count
  }

  /// A unit's name, then a date.
  static func isUnitAndDate(_ text: Scalars) -> Bool {
    guard text.count >= 10, text.count <= 60 else { return false }
    for start in 3..<(text.count - 4)
    where text[start - 1].isSpace && dateLength(text, from: start) == text.count - start {
      return true
    }
    return false
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
      } else if DocumentWords.dateUnits.contains(scalar) || scalar == "-" || scalar == "." {
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
      shape.count <= 80, !element.isHeading, shape.ordinal == nil
    else { return false }
    if text == Scalars("同志们：") || text.hasPrefix("各位") { return true }
    if text.first == "各" || text.hasPrefix("市直") || text.hasPrefix("县直") { return true }
    if text.hasPrefix("有关") || text.hasPrefix("尊敬的") || text.hasPrefix("驻") { return true }
    return DocumentWords.units.match(in: text, endingAt: text.count - 1) != nil
      && !text.contains("如下")
  }

  /// A short line without a sentence that is nothing else: it may be a headline.
  static func isTitleLike(_ element: Element) -> Bool {
    let (text, shape) = (element.text, element.shape)
    guard element.kind == .text, shape.stops == 0, shape.count <= 45, shape.count >= 4,
      shape.ordinal == nil || shape.ordinal == .spoken, !element.titlesTable
    else { return false }
    return !isIssue(element) && !isDate(text) && !isUnitAndDate(text) && !isAddressee(element)
      && !isDocumentNumber(text) && !isEditorNote(text) && !isUnitName(text)
      && !text.hasPrefix("——") && DocumentWords.bylines.match(in: text, at: 0) == nil
      && !isBracketLabel(element) && text.last != "："
  }

  /// Ends like a unit's name and has no space in it.
  static func isUnitName(_ text: Scalars) -> Bool {
    guard text.count >= 3, text.count <= 40, !text.contains("，"), !text.contains("。") else {
      return false
    }
    return DocumentWords.units.match(in: text, endingAt: text.count) != nil
  }

  /// Two to four parts between single spaces, without stops or numbers: 盯项目 优服务 ….
  static func isSloganLike(_ element: Element) -> Bool {
    let shape = element.shape
    guard element.kind == .text, shape.stops == 0, shape.commas == 0, shape.ordinal == nil,
      (8...36).contains(shape.count), (2...4).contains(shape.parts.count), shape.digits <= 4,
      !isUnitAndDate(element.text), !isIssue(element)
    else { return false }
    return shape.parts.allSatisfy { $0.count >= 2 && $0.count <= 16 }
      && DocumentWords.bylines.match(in: element.text, at: 0) == nil
      && !element.text.contains("公益广告")
  }

  /// 一、 or （一） without a sentence behind it.
  static func isNumberedHead(_ element: Element) -> Bool {
    guard element.kind == .text, let ordinal = element.shape.ordinal else { return false }
    guard ordinal == .han || ordinal == .hanBracket || ordinal == .article else { return false }
    return element.shape.stops == 0
      || (element.shape.stops == 1 && element.shape.endsWithStop && element.shape.count <= 30)
  }

  /// Markdown ## or deeper.
  static func isLowerHeading(_ element: Element) -> Bool {
    if case .heading(let level) = element.mark { return level > 1 }
    return false
  }

  /// 【…】 alone on its line.
  static func isBracketLabel(_ element: Element) -> Bool {
    let text = element.text
    return element.kind == .text && text.first == "【" && text.last == "】"
      && !isEditorNote(text) && text.count <= 24
  }

  /// Distribution, print count, signature and other lines at the foot.
  static func isFoot(_ element: Element) -> Bool {
    let text = element.text
    return DocumentWords.distribution.match(in: text, at: 0) != nil
      || DocumentWords.notes.match(in: text, at: 0) != nil || text.contains("公益广告")
      || text.hasPrefix("（联系") || text.hasPrefix("签发") || text.contains("共印")
      || isAttachmentReference(text) || isAddressee(element) || isCaption(element)
  }

  /// 图为…, 图①…, ▲…, short.
  static func isCaption(_ element: Element) -> Bool {
    DocumentWords.captions.match(in: element.text, at: 0) != nil && element.shape.count <= 80
      && element.shape.stops <= 1
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
