import LayoutSpecs
import ReportModel

/// Which frame of a board takes which block: frames that name a role or a numbered part come before
/// those that take a section, and these before the one that takes all other text.
struct BoardParts {
  /// Blocks of each frame, in their order.
  private(set) var blocks: [[Int]]
  /// Blocks that no frame takes.
  private(set) var leftOver: [Int] = []

  init(_ report: Report, captions: Set<Int>, frames: [FrameSpec]) {
    blocks = Array(repeating: [], count: frames.count)
    let names = Self.names(of: report, captions: captions)
    for index in report.blocks.indices {
      let place = names[index].lazy.compactMap { name in
        frames.firstIndex { $0.content?.parts.contains(name) ?? false }
      }.first
      if let place { blocks[place].append(index) } else { leftOver.append(index) }
    }
  }

  /// What each block answers to, the narrowest name first.
  private static func names(of report: Report, captions: Set<Int>) -> [[String]] {
    var names: [[String]] = []
    var counts: [String: Int] = [:]
    var section: String?
    let heads = Set(report.sections.map(\.head))
    func next(_ part: String) -> String {
      counts[part, default: 0] += 1
      return "\(part)-\(counts[part, default: 0])"
    }
    for (index, block) in report.blocks.enumerated() {
      if heads.contains(index) { section = next("section") }
      var own: [String] = []
      if block.table != nil {
        own = [next("table")]
      } else if captions.contains(index) {
        own = [next("picture")]
      } else {
        own = [block.role.rawValue]
      }
      names.append(own + (section.map { [$0] } ?? []) + ["text"])
    }
    // The title of a table goes where its table goes.
    for index in report.blocks.indices.dropLast()
    where report.blocks[index].role == .tableTitle && report.blocks[index + 1].table != nil {
      names[index] = names[index + 1]
    }
    return names
  }
}
