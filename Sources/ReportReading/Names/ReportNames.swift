public import ReportModel
import Segmentation

/// The names of persons and projects that a report gives, for an index.
///
/// Only names that their place makes sure are taken: a column of a table, a byline, an office before a
/// family name, quotation marks before 项目. Each once, in the order of the text.
public struct ReportNames: Hashable, Sendable {
  /// Persons, by their names as written, spaces left out.
  public private(set) var persons: [String] = []
  /// Projects, without quotation marks.
  public private(set) var projects: [String] = []

  /// Reads them from a report.
  public init(of report: Report) {
    for block in report.blocks {
      if block.role == .byline {
        for name in ReportByline(block.text).names { addPerson(Scalars(name)) }
      } else if let index = block.table, report.tables.indices.contains(index) {
        add(report.tables[index])
      } else if block.role.isText || block.role == .caption || block.role == .editorNote {
        let text = Scalars(block.text)
        PersonFinder.names(in: text).forEach { addPerson($0) }
        ProjectFinder.names(in: text).forEach { addProject($0) }
      }
    }
  }

  private mutating func addPerson(_ name: Scalars) {
    let bare = name.filter { !$0.isSpace }
    guard PersonFinder.isName(bare) else { return }
    let text = bare.string
    if !persons.contains(text) { persons.append(text) }
  }

  private mutating func addProject(_ name: Scalars) {
    let text = name.filter { !$0.isSpace }.string
    if !projects.contains(text) { projects.append(text) }
  }

  private mutating func add(_ table: ReportTable) {
    for (column, head) in table.columns.enumerated() {
      let label = Scalars(head.label)
      let isPerson = PersonFinder.columns.match(in: label, endingAt: label.count) != nil
      let isProject = ProjectFinder.columns.match(in: label, endingAt: label.count) == label.count
      guard isPerson || isProject else { continue }
      for row in table.rows where row.indices.contains(column) {
        let cell = Scalars(row[column])
        if isProject, ProjectFinder.isName(cell) { addProject(cell) }
        guard isPerson else { continue }
        for part in cell.split(whereSeparator: { "、，,；;/\n".unicodeScalars.contains($0) }) {
          addPerson(Scalars(part))
        }
      }
    }
  }
}

/// Finds persons by the office or calling that stands before a name.
enum PersonFinder {
  /// Columns of tables that hold persons, by the end of their head.
  static let columns = Lexicon(
    """
    姓名 负责人 责任人 联系人 网格长 网格员 书记 主任 组长 副组长 成员 带班 值班 值班员 带班领导 值班领导 包保领导 牵头领导 责任领导 讲解人
    获奖人 志愿者 报告人 主持人 记录人 楼栋长 楼长 指导员 专员 队长 户主 法人 法定代表人
    """)
  private static let offices = Lexicon(
    """
    书记 副书记 主任 副主任 镇长 乡长 县长 区长 市长 局长 副局长 科长 站长 所长 院长 校长 园长 队长 组长 社长 会长 理事长 秘书长 董事长 总经理 经理 厂长
    网格员 网格长 楼长 楼栋长 单元长 指导员 调解员 安全员 联络员 志愿者 党员 老党员 民警 辅警 医生 护士 教师 老师 律师 社工 技术员 农技员 专家 代表 委员 负责人
    记者 通讯员 居民 村民 业主 店主 商户 农户 大户 职工 工人 学生 家长 能手 模范 标兵
    """)
  /// What may follow a name.
  private static let followers = Lexicon(
    """
    说 介绍 告诉 表示 坦言 笑 在 是 有 从 把 将 被 为 带 等 、 ， 。 ； ： ！ （ ） ” 和 与 及 同 向 对 到 来 去 的 主动 连 每 一 正 走 拿 发现 主持
    参加 出席 强调 指出 要求 率 陪同 深入 当 也 就 还 又 已 挨 入户 上门 负责 牵头 获 荣 担任 代表 作 用 靠 家 给 组织 通过 今年 去年 多次 立即 第一
    """)

  /// Two to four Han characters, the first a family name; 张某 is nobody's name.
  static func isName(_ text: Scalars) -> Bool {
    (2...4).contains(text.count) && text.allSatisfy(\.isHan)
      && DocumentWords.familyNames.contains(text[0]) && !text.contains("某")
      && PersonFinder.offices.match(in: text, endingAt: text.count) == nil
  }

  static func names(in text: Scalars) -> [Scalars] {
    var found: [Scalars] = []
    for place in text.indices where place > 1 && DocumentWords.familyNames.contains(text[place]) {
      guard offices.match(in: text, endingAt: place) != nil else { continue }
      // 主任王建军说: two characters where what follows them may follow a name, else three.
      let length = [2, 3].first { length in
        let end = place + length
        return end <= text.count && (end == text.count || followers.match(in: text, at: end) != nil)
      }
      guard let length else { continue }
      let name = Scalars(text[place..<(place + length)])
      if isName(name), !isWord(name) { found.append(name) }
    }
    return found
  }

  /// 高度, 方案, 安全: words that begin like a name.
  private static func isWord(_ name: Scalars) -> Bool {
    let words = Segmentation(name).words
    return words.count == 1 && words[0].partOfSpeech != .person && words[0].partOfSpeech != .other
  }
}

/// Finds projects by what stands around their names.
enum ProjectFinder {
  static let columns = Lexicon("项目 项目名称 工程 工程名称 重点项目 项目（工程）名称")
  private static let kinds = Lexicon("项目 工程")

  static func isName(_ text: Scalars) -> Bool {
    (3...24).contains(text.count) && text.contains(where: \.isHan) && text.first != "合"
  }

  /// “凤凰路改造”项目, and 凤凰路北延工程 after a mark of a list.
  static func names(in text: Scalars) -> [Scalars] {
    var found: [Scalars] = []
    for place in text.indices {
      guard let length = kinds.match(in: text, at: place), place > 2 else { continue }
      if text[place - 1] == "”", let open = text[..<(place - 1)].lastIndex(of: "“") {
        let name = Scalars(text[(open + 1)..<(place - 1)])
        if isName(name) { found.append(name) }
        continue
      }
      if let start = start(of: place, in: text) {
        found.append(Scalars(text[start..<(place + length)]))
      }
    }
    return found
  }

  private static let bounds = ScalarSet("、，。；：！？（）“”《》 \u{3000}")
  private static let generic = Lexicon(
    """
    重点 民生 产业 重大 新建 在建 各类 全部 招商 续建 该 此 等 个 项 处 批 类 实事 惠民 配套 系统 基础设施 建设 工业 农业 投资 所有 多个 一批
    """)

  /// Where a name begins that fills its clause up to its kind: nouns and nothing else, six characters at
  /// least, the first of them no word for projects of a sort.
  private static func start(of place: Int, in text: Scalars) -> Int? {
    var start = place
    while start > 0, !bounds.contains(text[start - 1]) { start -= 1 }
    guard (4...18).contains(place - start), generic.match(in: text, at: start) == nil else {
      return nil
    }
    let words = Segmentation(Scalars(text[start..<place])).words
    let isNoun = words.allSatisfy {
      $0.partOfSpeech.isNominal
        || [.other, .locality, .attribute, .adjective].contains($0.partOfSpeech)
    }
    return isNoun ? start : nil
  }
}
