import ReportModel

/// What stands where on a poster: the title across it, the text, and at its foot who issues it.
struct PosterParts {
  private(set) var head: [Int] = []
  private(set) var body: [Int] = []
  private(set) var foot: [Int] = []
  /// Captions without a picture; a poster has nothing to show for them.
  private(set) var withoutPicture: [ReportBlock] = []

  init(_ job: MakeupJob) {
    let report = job.report
    let titles = TitleBlock.roles.union([.masthead, .issue])
    let feet: Set<ReportRole> = [.signature, .date, .imprint]
    for (index, block) in report.blocks.enumerated() {
      let hasPicture = job.pictures.contains { $0.block == index && !$0.isPlaceholder }
      if block.role == .caption, !hasPicture {
        withoutPicture.append(block)
      } else if titles.contains(block.role), body.isEmpty {
        head.append(index)
      } else if feet.contains(block.role) {
        foot.append(index)
      } else {
        body.append(index)
      }
    }
  }
}
