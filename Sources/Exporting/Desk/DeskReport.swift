import Diagnostics
import Geometry
import ReportModel

/// A report as a browser shows it.
package struct DeskReport: Codable, Sendable {
  package struct Block: Codable, Sendable {
    var role: String
    var text: String
    var line: Int
    /// Whether a person should look at it.
    var isDoubtful: Bool
    var isConfirmed: Bool
    /// The words as they were read, where somebody has changed them.
    var original: String?
    /// Title, columns and rows of a table.
    var table: Table?
    var figure: Figure?
  }

  package struct Table: Codable, Sendable {
    var title: String
    var columns: [String]
    var rows: [[String]]
    /// How many rows there are; a browser gets the first of many.
    var count: Int
  }

  package struct Figure: Codable, Sendable {
    var kind: String
    var path: String?
    var focus: String?
  }

  package struct Doubt: Codable, Sendable {
    var block: Int
    /// `role` or `join`.
    var kind: String
    var text: String
    var line: Int
    /// The roles it may have, the one it was given first.
    var roles: [String]
  }

  package struct Indicator: Codable, Sendable {
    /// Its place in the list, from 1, as the panel names it.
    var number: Int
    var block: Int
    var subject: String
    var value: String
    var period: String
    var qualifier: String
    var sentence: String
    var isPresentable: Bool
  }

  package struct Flag: Codable, Sendable {
    var block: Int
    var text: String
    var message: String
    var messageZh: String
  }

  package var path: String
  package var source: String
  package var facts: [String: String]
  package var blocks: [Block]
  package var doubts: [Doubt]
  package var indicators: [Indicator]
  package var flags: [Flag]
  /// `true`, `false` or places such as `[3, 1, 7]`.
  package var panel: String
  /// How each block begins, by which a remark finds it again.
  package var beginnings: [String] { blocks.map { String($0.text.prefix(40)) } }

  /// The roles that a block may be given.
  package var roles: [String]

  init(_ report: Report, path: String) {
    self.path = path
    source = report.source
    facts = Dictionary(report.metadata.map { ($0.key, $0.value) }) { $1 }
    blocks = report.blocks.map { Self.block($0, of: report) }
    doubts = report.doubts.map(Self.doubt)
    indicators = report.indicators.enumerated().map { Self.indicator($1, number: $0 + 1) }
    flags = report.flags.map {
      Flag(
        block: $0.block, text: $0.text, message: $0.message.english,
        messageZh: $0.message.chinese)
    }
    panel = report.panel.description
    roles = ReportRole.allCases.filter { !$0.isTable }.map(\.rawValue)
  }

  private static func block(_ block: ReportBlock, of report: Report) -> Block {
    let table = block.table.map { report.tables[$0] }
    return Block(
      role: block.role.rawValue, text: block.text,
      line: block.lines.first ?? block.range.start.line,
      isDoubtful: block.needsCheck, isConfirmed: block.isConfirmed, original: block.original,
      table: table.map {
        Table(
          title: $0.title, columns: $0.columns.map(\.name), rows: Array($0.rows.prefix(50)),
          count: $0.rows.count)
      },
      figure: block.figure.map { report.figures[$0] }.map {
        Figure(kind: $0.kind.rawValue, path: $0.path, focus: $0.focus?.description)
      })
  }

  private static func doubt(_ doubt: ReportDoubt) -> Doubt {
    switch doubt.question {
    case .role(let roles):
      Doubt(
        block: doubt.block, kind: "role", text: doubt.text, line: doubt.range.start.line,
        roles: roles.map(\.rawValue))
    case .join(let join):
      Doubt(block: doubt.block, kind: "join", text: doubt.text, line: join.toLine, roles: [])
    }
  }

  private static func indicator(_ indicator: ReportIndicator, number: Int) -> Indicator {
    let rank = indicator.rank?.description ?? ""
    return Indicator(
      number: number, block: indicator.block, subject: indicator.subject,
      value: indicator.value + indicator.unit + (indicator.value.isEmpty ? rank : ""),
      period: indicator.period, qualifier: indicator.qualifier, sentence: indicator.sentence,
      isPresentable: indicator.kind == .quantity && indicator.isPresentable())
  }
}
