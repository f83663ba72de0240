/// A report that has been understood: blocks in reading order, and what was found in them.
///
/// `blocks` is the one list that layout walks. Everything else is either referred to from it
/// (tables, figures), refers to it (indicators, flags), or is derived from it (`Report+Title`,
/// `Report+Sections`, `lines`, `joins`).
public struct Report: Hashable, Sendable {
  /// The file it was read from, as the user named it.
  public var source: String
  /// Front matter, in its order.
  public var metadata: [ReportMetadata]
  /// Everything that is set, in reading order.
  public var blocks: [ReportBlock]
  /// The tables; a block names its table by its place here.
  public var tables: [ReportTable]
  /// The pictures and charts; a caption block names its figure by its place here.
  public var figures: [ReportFigure]
  /// The numbers found in running text, in reading order.
  public var indicators: [ReportIndicator]
  /// Places for a person to check.
  public var flags: [ProofFlag]
  /// What its number panel shows.
  public var panel = PanelChoice.automatic

  /// Makes a report.
  public init(
    source: String, metadata: [ReportMetadata] = [], blocks: [ReportBlock] = [],
    tables: [ReportTable] = [], figures: [ReportFigure] = [],
    indicators: [ReportIndicator] = [], flags: [ProofFlag] = []
  ) {
    self.source = source
    self.metadata = metadata
    self.blocks = blocks
    self.tables = tables
    self.figures = figures
    self.indicators = indicators
    self.flags = flags
  }

  /// The front matter value of a key; nil when it is not given.
  public func metadata(_ key: String) -> String? {
    metadata.last { $0.key == key }?.value
  }

  /// All joins, in reading order.
  public var joins: [ReportJoin] { blocks.flatMap(\.joins) }

  /// The blocks of a role, in reading order.
  public func blocks(_ role: ReportRole) -> [ReportBlock] { blocks.filter { $0.role == role } }
}
