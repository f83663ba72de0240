extension ReportIndicator {
  /// Whether a panel or a chart may show the number under its subject: the subject reads as a label
  /// by itself, and the number is not one private person's.
  ///
  /// - Parameter longest: characters of a label at most, quotation marks not counted.
  public func isPresentable(longest: Int = 12) -> Bool {
    IndicatorLabel.isClean(subject, longest: longest) && !isPersonal && namesItsShare
  }

  /// `供水类诉求 80%`: a share says of what it is one: `满意率`, `占比`, or what it moved by.
  private var namesItsShare: Bool {
    guard unit == "%", kind == .quantity, from == nil else { return true }
    return subject.contains { "率占比度幅速重额数值份".contains($0) }
  }

  /// Whether the sentence speaks of one private person where the number comes: of a farmer's land or
  /// earnings, not of the county. A region named in between makes it public again.
  var isPersonal: Bool {
    let before = wordsBefore
    guard let person = PrivatePersons.lastMention(in: before) else { return false }
    return !before[person...].containsAny(PrivatePersons.regions)
  }

  /// What stands before the number in its sentence.
  private var wordsBefore: [Character] {
    let (text, own) = (Array(sentence), Array(raw))
    guard !own.isEmpty, own.count <= text.count else { return [] }
    let place = (0...(text.count - own.count)).first { text[$0..<($0 + own.count)] == own[...] }
    return place.map { Array(text[..<$0]) } ?? []
  }
}

/// How a sentence names a private person: by a pronoun, a word of the family, or a plain calling
/// with a name behind it (`种粮大户马长顺`, `村民老宋`, `27岁的郑一帆`). Officials are named by their office
/// and speak for it.
enum PrivatePersons {
  static let regions = words(
    """
    全县 全镇 全市 全区 全乡 全村 全省 全州 全国 全社区 全街道 县里 镇里 村里 市里 乡里 我县 我市 我镇 我区 我村 我省 我国 该县 该镇 该市 该村 该区
    """)
  private static let pronouns = Set<Character>("他她我咱俺")
  private static let pronounNouns = words("其他 吉他 他项 我县 我市 我镇 我区 我村 我省 我国 我乡 我街 我局 我院 我校")
  private static let family = words(
    """
    大伯 大叔 大婶 大嫂 大娘 大爷 大妈 老汉 老伴 老两口 夫妻俩 夫妇俩 丈夫 妻子 儿子 女儿 一家人 自家 家里
    """)
  private static let callings = words(
    """
    村民 农户 农民 大户 养殖户 种植户 经营户 店主 摊主 户主 老板 居民 市民 群众 老人 职工 工人 学生 家长 业主 果农 茶农 菜农 棉农 烟农 瓜农 牧民 渔民
    脱贫户 贫困户 低保户 监测户 创业者 青年 农场主 社员 读者 游客 乘客 患者 骑手 司机 师傅 个体户 能手 老兵
    """)
  /// What follows a name: verbs, particles, marks.
  private static let followers = words(
    """
    说 介绍 告诉 笑 算 的 家 ， 、 把 将 在 是 有 从 种 养 流转 承包 经营 今年 去年 靠 通过 用 带 领 买 卖 收 签 和 就 也 还 每 一 开 原 曾 又 已 投 拿
    """)
  private static let familyNames = Set<Character>(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
  )

  private static func words(_ list: String) -> [[Character]] {
    list.split { $0 == " " || $0 == "\n" }.map(Array.init)
  }

  /// The place of the last mention of a private person; nil when there is none.
  static func lastMention(in text: [Character]) -> Int? {
    text.indices.last { isMention(text, $0) }
  }

  private static func isMention(_ text: [Character], _ place: Int) -> Bool {
    if pronouns.contains(text[place]) {
      let low = max(0, place - 1)
      let around = text[low..<min(text.count, place + 2)]
      return !around.containsAny(pronounNouns)
    }
    if family.contains(where: { text.has($0, at: place) }) { return true }
    // 36岁的李建国: an age is given of nobody but a person.
    if text.has(Array("岁的"), at: place), place + 2 < text.count {
      return familyNames.contains(text[place + 2])
    }
    return callings.contains { text.has($0, at: place) && isName(text, place + $0.count) }
  }

  /// A family name, one or two characters, then what follows a name; 老 before the family name.
  private static func isName(_ text: [Character], _ start: Int) -> Bool {
    guard start + 1 < text.count else { return false }
    if text[start] == "老" || text[start] == "小" {
      return familyNames.contains(text[start + 1]) && follows(text, start + 2)
    }
    return familyNames.contains(text[start])
      && (follows(text, start + 2) || follows(text, start + 3))
  }

  private static func follows(_ text: [Character], _ place: Int) -> Bool {
    place == text.count || followers.contains { text.has($0, at: place) }
  }
}

extension Array<Character> {
  fileprivate func has(_ word: [Character], at place: Int) -> Bool {
    place + word.count <= count && self[place..<(place + word.count)] == word[...]
  }
}

extension ArraySlice<Character> {
  fileprivate func containsAny(_ words: [[Character]]) -> Bool {
    words.contains { word in
      indices.contains { $0 + word.count <= endIndex && self[$0..<($0 + word.count)] == word[...] }
    }
  }
}
