internal import Segmentation

/// The subjects named so far in a paragraph: a bare change or a verb alone goes back to them.
struct SubjectMemory {
  /// The last thing that was counted or measured; a bare change is about it.
  private(set) var last = ""
  /// The subjects of plain numbers, in their order, for 分别.
  private(set) var plain: [String] = []
  /// The subjects that the last row of numbers went to, for a row of changes behind it.
  var distributed: [String] = []
  /// The first thing that the sentence measures: the entity of bare nouns behind it.
  private(set) var first = ""
  private var nouns: [String: String] = [:]
  private var objects: [String: Object] = [:]

  /// A noun that verbs alone are about. One that came in (`受理群众诉求`) holds until another comes in;
  /// any other holds for its paragraph, until a later sentence counts something else.
  private struct Object {
    var noun: String
    var isIntake: Bool
    /// Whether it was named in an earlier sentence.
    var isEarlier = false
  }
  /// What the paragraph's run-in lead names: 物业管理类.
  var topic = ""

  /// Forgets the order for 分别 at a new sentence, and what a bare change was about; keeps the
  /// nouns.
  mutating func beginSentence() {
    plain = []
    distributed = []
    first = ""
    head = ""
    for unit in objects.keys { objects[unit]?.isEarlier = true }
  }

  /// Forgets at a new paragraph what the last one was about.
  mutating func beginParagraph(topic: String) {
    last = ""
    nouns = [:]
    objects = objects.filter { $0.value.isIntake }
    self.topic = topic
  }

  /// Takes a subject with its unit; `isNoun` when it ends with what is counted.
  mutating func take(_ subject: String, unit: String, isNoun: Bool) {
    guard !subject.isEmpty else { return }
    last = subject
    if first.isEmpty { first = subject }
    plain.append(subject)
    if isNoun, unit != "%", !unit.isEmpty {
      nouns[unit] = subject
      // 交办二级责任单位: who received them, not what came in.
      if Self.recipients.match(in: Scalars(subject), endingAt: subject.unicodeScalars.count) != nil
      {
        head = Self.head(subject)
        return
      }
      let isIntake = Self.isIntake(Scalars(subject))
      let isFree = objects[unit].map { $0.isEarlier && !$0.isIntake } ?? true
      if isFree || isIntake {
        objects[unit] = Object(noun: subject, isIntake: isIntake)
      }
      head = Self.head(subject)
    }
  }

  /// Takes a subject that a bare change may be about, without counting it for 分别.
  mutating func mention(_ subject: String) {
    if !subject.isEmpty { last = subject }
  }

  /// The noun last counted with a unit; empty when there is none.
  func noun(unit: String) -> String { nouns[unit] ?? "" }

  /// The last two characters of what the sentence counted last: 诉求 for 受理群众诉求.
  private(set) var head = ""

  /// What was dealt with: 诉求 for 受理群众诉求, 同类问题点位 for 排查同类问题点位.
  func object(unit: String) -> String {
    var scalars = Scalars(objects[unit]?.noun ?? "")
    // 闲置农房台账: what stands in the list is dealt with.
    if let list = Self.lists.match(in: scalars, endingAt: scalars.count), scalars.count - list >= 2
    {
      scalars.removeLast(list)
    }
    var start = 0
    while let length = Self.dealing.match(in: scalars, at: start), start + length < scalars.count {
      start += length
    }
    if let noun = Self.plainNoun(Scalars(scalars[start...])) { return noun }
    let rest = scalars.count - start
    if start > 0, rest <= 4, rest != 3 { return scalars.suffix(2).string }
    if start == 0, rest > 8 { return scalars.suffix(2).string }
    return scalars[start...].string
  }

  /// What a longer phrase counts: 市民工单 of 热线中心转来的市民工单, 工单 of 城乡建设类工单 and 县热线办直办工单;
  /// nil where the phrase is a noun itself.
  private static func plainNoun(_ phrase: Scalars) -> String? {
    if let cut = phrase.lastIndex(where: { $0 == "的" || $0 == "类" }), cut + 2 < phrase.count {
      return phrase[(cut + 1)...].string
    }
    let words = Segmentation(phrase).words
    guard let last = words.last, words.count > 1, phrase.count > 4,
      words.dropLast().contains(where: { $0.partOfSpeech == .verb })
    else { return nil }
    return last.range.count > 1 ? phrase[last.range].string : phrase.suffix(2).string
  }

  /// Takes the noun on the right of a number: the next verb alone is about it.
  mutating func take(object: String, unit: String) {
    objects[unit] = Object(noun: object, isIntake: Self.isIntake(Scalars(object)))
  }

  /// 受理群众诉求, 闲置农房台账: cases that came in, or the list that they stand in.
  private static func isIntake(_ subject: Scalars) -> Bool {
    intake.match(in: subject, at: 0) != nil
      || (lists.match(in: subject, endingAt: subject.count) != nil && !subject.contains("的"))
  }

  private static let recipients = Lexicon("单位 部门 乡镇 街道 镇街 科室 社区 县（市、区） 县市区 区县 办公室 中心")
  private static let lists = Lexicon("台账 清单 名单 底册")
  private static let intake = Lexicon("受理 排查 检查 交办 收到 接收 登记 摸排 发现 征集 反馈 接办 接到 收集 征求 采集 梳理")
  private static let dealing = Lexicon(
    """
    受理 排查 检查 回访 收到 接收 登记 摸排 发现 巡查 走访 梳理 征集 抽查 办理 共 交办 接办 办结 整改 转办 应 按期 超期 新增 处理 累计 完成 签约 盘活
    接待 收集 征求 采集 采纳
    """)

  /// The last two characters of a noun.
  static func head(_ noun: String) -> String {
    // 正在办理中: no noun at all.
    if Segmentation(Scalars(noun)).words.last.map({ $0.partOfSpeech.isNominal }) == false,
      noun.hasSuffix("中")
    {
      return ""
    }
    let scalars = Scalars(noun).filter { $0 != "“" && $0 != "”" }
    return scalars.suffix(scalars.count == 3 ? 3 : 2).string
  }
}
