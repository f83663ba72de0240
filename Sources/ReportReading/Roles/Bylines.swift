/// Lines that name who wrote or photographed: by their shape, a word for the work and names behind
/// it, whatever paper, unit or sign stands before.
enum Bylines {
  private static let longest = 48

  /// Whether a line is a byline by itself: `栖渡新闻网记者 江某 温某`, `| 记者 徐某`, `作 者：县政协办 何某`,
  /// `□张某言`, `（记者 张某）`, `文/王某 图/李某`, `By Li Ming`.
  static func isByline(_ text: Scalars, _ shape: LineShape) -> Bool {
    guard shape.stops == 0, shape.commas == 0, (3...longest).contains(shape.count),
      !text.hasPrefix("—")
    else {
      return false
    }
    let bare = inner(text)
    if isLatin(bare) { return true }
    let words = tokens(bare)
    guard let first = words.first else { return false }
    // 本报评论员: the paper itself.
    if words.count == 1, endsWithWork(first), Self.papers.match(in: first, at: 0) != nil {
      return true
    }
    // □张某言: a sign and nothing but a name, or unit and names.
    if bare.count < text.count, !isBracketed(text), words.count <= 5, words.allSatisfy(isName),
      isFamily(first) || text.first == "□" && (2...4).contains(first.count)
        || words.count == 1 && isPenName(first)
    {
      return true
    }
    // （县应急局：孙某）: unit and name in brackets.
    if isBracketed(text), words.count == 2, (3...14).contains(first.count), isFamily(words[1]),
      words[1].count <= 4, DocumentWords.units.match(in: first, endingAt: first.count) != nil
    {
      return true
    }
    // 某镇供稿: the unit that sent it.
    if words.count == 1, first.hasSuffix("供稿"), (5...16).contains(first.count),
      DocumentWords.units.match(in: first, endingAt: first.count - 2) != nil
    {
      return true
    }
    guard let work = words.firstIndex(where: { endsWithWork($0) || opensWithWork($0) }), work <= 2
    else { return false }
    return namesFollow(words, from: work)
  }

  /// The words behind the one for the work are names, units or further such words.
  private static func namesFollow(_ words: [Scalars], from work: Int) -> Bool {
    var names = 0
    if let length = workLength(at: 0, of: words[work]), length < words[work].count {
      guard words[work].count - length <= 12 else { return false }
      names += 1
    } else if let place = workEnd(words[work]), place < words[work].count {
      // 本报记者张某: the name is written on.
      guard isName(Scalars(words[work][place...])), words[work].count - place <= 4 else {
        return false
      }
      names += 1
    }
    for word in words[(work + 1)...] {
      if isName(word) || endsWithWork(word) || opensWithWork(word) {
        names += 1
      } else if word.count > 14 || !word.allSatisfy({ $0.isHan || $0 == "·" }) {
        return false
      }
    }
    return names > 0
  }

  /// Whether a text is one to six names and nothing else: family names, or characters set apart.
  static func areNames(_ text: Scalars, _ shape: LineShape) -> Bool {
    let parts = shape.parts
    guard (1...6).contains(parts.count), shape.digits == 0, shape.stops + shape.commas == 0 else {
      return false
    }
    return parts.allSatisfy {
      (1...3).contains($0.count) && text[$0].allSatisfy(\.isHan)
        && ($0.count == 1 || DocumentWords.familyNames.contains(text[$0.lowerBound]))
    } && (parts.count > 1 || parts[0].count >= 2)
  }

  /// Two or three characters that a writer may sign with, 卓然: no name of a part of a paper.
  static func isPenName(_ text: Scalars) -> Bool {
    let name = text.filter { !$0.isSpace }
    return (2...3).contains(name.count) && name.allSatisfy(\.isHan) && !partNames.contains(name)
      && DocumentWords.kickers.match(in: name, at: 0) == nil
      && DocumentWords.papers.match(in: name, endingAt: name.count) == nil
  }

  /// 戚某某（教师）: a name, and in brackets what its bearer does.
  static func isNameWithWork(_ text: Scalars) -> Bool {
    guard text.last == "）" || text.last == ")",
      let open = text.firstIndex(where: { $0 == "（" || $0 == "(" })
    else { return false }
    let work = text[(open + 1)..<(text.count - 1)]
    return (2...12).contains(work.count) && work.allSatisfy(\.isHan)
      && isPenName(Scalars(text[..<open]))
  }

  private static let partNames = Lexicon(
    "前言 引言 导言 导语 序言 序 摘要 目录 概述 概况 背景 提要 说明 简介 引子 题记 楔子 开篇 编者按 按语 正文 附录 后记 结语")

  /// An office and who holds it, under the title of a speech: 某县人民政府代县长　顾某.
  static func isOfficeAndName(_ text: Scalars, _ shape: LineShape) -> Bool {
    let parts = shape.parts
    guard parts.count == 2, shape.stops + shape.commas + shape.digits == 0, let last = parts.last,
      (2...3).contains(last.count), text[last].allSatisfy(\.isHan),
      DocumentWords.familyNames.contains(text[last.lowerBound])
        || offices.match(in: text, endingAt: parts[0].upperBound) != nil
    else { return false }
    return parts[0].count >= last.count && parts[0].count <= 24 && parts[0].count != last.count
  }

  private static let offices = Lexicon(
    "院长 检察长 县长 市长 区长 镇长 乡长 州长 书记 主任 局长 校长 主席 部长 会长 秘书长 站长 所长 馆长 厂长 董事长 总经理 理事长")

  // MARK: Words

  /// Without signs at the start, a bracket round the whole.
  private static func inner(_ text: Scalars) -> Scalars {
    var slice = text[...]
    while let first = slice.first, signs.contains(first) || first.isSpace {
      slice = slice.dropFirst()
    }
    if isBracketed(text) { slice = slice.dropFirst().dropLast() }
    return Scalars(slice)
  }

  private static func isBracketed(_ text: Scalars) -> Bool {
    text.first == "（" && text.last == "）" || text.first == "(" && text.last == ")"
  }

  /// The words between spaces and colons; 作 者, a word set apart, is one word.
  private static func tokens(_ text: Scalars) -> [Scalars] {
    var words: [Scalars] = [[]]
    for scalar in text {
      if scalar.isSpace || "：:／/、|｜".unicodeScalars.contains(scalar) {
        if !(words.last?.isEmpty ?? true) { words.append([]) }
      } else {
        words[words.count - 1].append(scalar)
      }
    }
    if words.last?.isEmpty ?? false { words.removeLast() }
    if words.count > 2, words[0].count == 1, words[1].count == 1,
      DocumentWords.bylineWork.contains(words[0] + words[1])
    {
      words[0] += words.remove(at: 1)
    }
    return words
  }

  /// 本报记者, 特约通讯员: only words for persons of a paper have others before them; 工作者 is none.
  private static func endsWithWork(_ word: Scalars) -> Bool {
    guard word.count <= 16,
      let length = DocumentWords.bylineWork.match(in: word, endingAt: word.count)
    else { return false }
    let isPerson = word.last == "者" || word.last == "员"
    return length == word.count || isPerson && !word.hasSuffix("作者")
  }

  private static func opensWithWork(_ word: Scalars) -> Bool { workEnd(word) != nil }

  /// Where a word for the work ends that a name is written behind: 本报记者|张某.
  private static func workEnd(_ word: Scalars) -> Int? {
    guard let found = DocumentWords.bylineWork.first(in: word, 0..<word.count), found.length > 1,
      found.place <= 8
    else { return nil }
    let end = found.place + found.length
    guard end < word.count, word.count - end <= 4, word.count - end >= 2 else { return nil }
    return DocumentWords.familyNames.contains(word[end]) ? end : nil
  }

  private static func workLength(at place: Int, of word: Scalars) -> Int? {
    DocumentWords.bylineWork.match(in: word, at: place).flatMap { $0 == word.count ? $0 : nil }
  }

  private static func isName(_ word: Scalars) -> Bool {
    (1...4).contains(word.count) && word.allSatisfy(\.isHan)
      || word.contains("·") && word.count <= 12
  }

  private static func isFamily(_ word: Scalars) -> Bool {
    word.count >= 2 && DocumentWords.familyNames.contains(word[0])
  }

  private static func isLatin(_ text: Scalars) -> Bool {
    for opening in ["By ", "BY ", "by ", "Reporter", "Photo by", "Story by"]
    where text.hasPrefix(opening) { return text.count <= 40 }
    return false
  }

  private static let papers = Lexicon("本报 本刊 本网 本台 本版")
  private static let signs = ScalarSet("□■●○◎◇◆▲△▶►|｜*＊☆★-")
}
