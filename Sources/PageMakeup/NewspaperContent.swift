import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel

/// The blocks of a report by the part of a newspaper page they go to.
struct NewspaperContent {
  var title: [ReportBlock] = []
  /// Running text and heads, with their places in the report.
  var story: [(place: Int, block: ReportBlock)] = []
  var tables: [ReportTable] = []
  var stripTitle: String?
  var stripLines: [String] = []
  var stripRange: SourceRange?
  var imprint: ReportBlock?
  /// Sorts the blocks; `dropsStrip` leaves the public-service lines out, as on a page of several
  /// articles, whose foot is no story's own.
  init(_ report: Report, hasStrip: Bool, dropsStrip: Bool = false) {
    for (place, block) in report.blocks.enumerated() {
      switch block.role {
      case _ where TitleBlock.roles.contains(block.role): title.append(block)
      // A strip has one title; further ones are lines of it.
      case .psaTitle where hasStrip && stripTitle != nil: stripLines.append(block.text)
      case .psaTitle where hasStrip:
        stripTitle = block.text
        stripRange = block.range
      case .psaLine where hasStrip: stripLines.append(block.text)
      case .imprint: imprint = block
      case .caption: break
      case .tableTitle where report.namesTable(place): break
      case .psaTitle where dropsStrip, .psaLine where dropsStrip: break
      default:
        if let table = block.table {
          tables.append(report.tables[table])
        } else {
          story.append((place, block))
        }
      }
    }
  }
}
