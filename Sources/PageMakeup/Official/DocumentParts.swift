import LayoutSpecs
import ReportModel

/// The blocks of a report by the part of an office paper that they belong to.
struct DocumentParts {
  /// 发文机关标志, 简报名.
  var mark: [ReportBlock] = []
  /// 发文字号, 期号.
  var number: [ReportBlock] = []
  /// Issuer and date of a bulletin, on one line.
  var issuerDate: ReportBlock?
  /// Kicker, headline, deck and byline.
  var title: [ReportBlock] = []
  /// Places in the report of all that is set as text, in order.
  var body: [Int] = []
  /// Places in the report of all that stands outside of it.
  var outside: [Int] = []
  /// 抄送, 报, 送, 发.
  var distribution: [ReportBlock] = []
  /// Who printed it and when.
  var imprint: [ReportBlock] = []
  /// 共印…份.
  var printCount: ReportBlock?

  /// Sorts the blocks; in a plain bulletin the title stays in the text, and where the foot flows, so
  /// do its blocks.
  init(_ report: Report, spec: DocumentSpec) {
    let isPlain = spec.form == .plain || spec.form == .script
    let hasFoot = spec.foot != .flow
    let joint = isPlain ? 0 : Self.jointMark(of: report)
    for (place, block) in report.blocks.enumerated() {
      if place < joint {
        mark.append(block)
        outside.append(place)
        continue
      }
      switch block.role {
      case .masthead where !isPlain, .issuer where !isPlain && title.isEmpty: mark.append(block)
      case .docnum where !isPlain, .issue where !isPlain: number.append(block)
      case .issuerDate where spec.form == .brief && issuerDate == nil: issuerDate = block
      case .kicker where !isPlain, .headline where !isPlain, .deck where !isPlain,
        .byline where !isPlain:
        title.append(block)
      case .distribution where hasFoot: distribution.append(block)
      case .imprint where hasFoot: imprint.append(block)
      case .printCount where hasFoot: printCount = block
      default: body.append(place)
      }
      if body.last != place { outside.append(place) }
    }
  }
}

extension DocumentParts {
  /// How many lines at the top are the names of issuers who write together 联合行文: those over a line
  /// that ends with 文件, where no title and no number stands between.
  private static func jointMark(of report: Report) -> Int {
    let names = report.blocks.prefix { block in
      [.masthead, .issuer, .headline, .kicker].contains(block.role) && block.text.count <= 24
    }
    guard let last = names.lastIndex(where: { $0.text.hasSuffix("文件") }), last > 0,
      names[..<last].allSatisfy({ block in Self.bodies.contains { block.text.hasSuffix($0) } })
    else { return 0 }
    return last + 1
  }

  /// What names of issuing bodies end with.
  private static let bodies = [
    "局", "委", "委员会", "办公室", "政府", "厅", "处", "院", "会", "部", "中心", "支队", "公司", "司",
  ]
}

/// The levels of an official paper's text, by their numbers (GW-4).
enum OfficialLevel {
  /// The style of a numbered head or of a numbered opening sentence: 一、黑体, （一）楷体, all further
  /// levels as the text.
  static func style(of text: String) -> String? {
    let numerals = Set("一二三四五六七八九十百")
    let rest = text.drop { numerals.contains($0) }
    if rest.count < text.count, rest.first == "、" { return "h1" }
    guard let open = text.first, open == "（" || open == "(" else { return nil }
    let inner = text.dropFirst().drop { numerals.contains($0) }
    guard inner.count < text.count - 1, let close = inner.first else { return nil }
    return close == "）" || close == ")" ? "h2" : nil
  }
}
