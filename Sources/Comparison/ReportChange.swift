public import Diagnostics
public import ReportModel

/// One difference between two versions of a report.
public struct ReportChange: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words of a paragraph, head or caption are others.
    case changed
    /// A paragraph, head or caption is new.
    case added
    /// One is gone.
    case removed
    /// One stands elsewhere.
    case moved
    /// One became several.
    case split
    /// Several became one.
    case joined
    /// The same words are something else, such as a head that was body text.
    case role
    /// The same words are marked otherwise: weight, dots, lines, readings.
    case marks
    /// A note on a place of a text.
    case note
    /// A cell of a table.
    case cell
    /// A row of a table is new, gone or elsewhere.
    case row
    /// A column of a table is new, gone, or bears another name.
    case column
    /// Another picture stands at a caption, or the file of that name holds another picture.
    case picture
    /// A line of the front matter.
    case metadata

    /// Its name in Chinese.
    public var chinese: String {
      switch self {
      case .changed: "改"
      case .added: "增"
      case .removed: "删"
      case .moved: "移"
      case .split: "拆段"
      case .joined: "并段"
      case .role: "改类"
      case .marks: "改标记"
      case .note: "注"
      case .cell: "单元格"
      case .row: "表行"
      case .column: "表列"
      case .picture: "图片"
      case .metadata: "文头"
      }
    }
  }

  /// What was done.
  public var kind: Kind
  /// What the block is, in the new version where it is there.
  public var role: ReportRole?
  /// Where it stood; nil for what is new.
  public var old: SourceRange?
  /// Where it stands; nil for what is gone.
  public var new: SourceRange?
  /// What it said.
  public var oldText = ""
  /// What it says.
  public var newText = ""
  /// The words that differ, in their order; for `changed`, `cell` and `note`.
  public var edits: [WordEdit] = []
  /// Which cell, row, column or line of the front matter it is, in words.
  public var name = ""
  /// The block in the new report.
  var newBlock: Int?
}
