/// A head with the blocks and the deeper sections under it; places are those in `Report.blocks`.
public struct ReportSection: Hashable, Sendable {
  /// The place of the head.
  public var head: Int
  /// Its depth: 1 for slogans and 一、, 2 for （一） and labels.
  public var level: Int
  /// The places of its own blocks, before any deeper section.
  public var blocks: [Int]
  /// The deeper sections.
  public var sections: [ReportSection]

  /// Makes a section.
  public init(head: Int, level: Int, blocks: [Int] = [], sections: [ReportSection] = []) {
    self.head = head
    self.level = level
    self.blocks = blocks
    self.sections = sections
  }
}

extension Report {
  /// The section tree, derived from the heads' roles. Text before the first head and everything
  /// after the closing is in no section.
  public var sections: [ReportSection] {
    var roots: [ReportSection] = []
    for (place, block) in blocks.enumerated() {
      if let level = block.role.headLevel {
        let section = ReportSection(head: place, level: level)
        if level > 1, !roots.isEmpty, roots[roots.count - 1].level == 1 {
          roots[roots.count - 1].sections.append(section)
        } else {
          roots.append(section)
        }
      } else if !roots.isEmpty, Self.isInSection(block.role) {
        Self.append(place, to: &roots[roots.count - 1])
      }
    }
    return roots
  }

  private static func append(_ place: Int, to section: inout ReportSection) {
    if section.sections.isEmpty {
      section.blocks.append(place)
    } else {
      section.sections[section.sections.count - 1].blocks.append(place)
    }
  }

  private static func isInSection(_ role: ReportRole) -> Bool {
    switch role {
    case .body, .list, .quote, .note, .tableTitle, .tableHeader: true
    default: false
    }
  }
}
