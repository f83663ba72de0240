import ReportModel

/// The title of a bulletin that runs as a story of a newspaper: its own name plate and issue become the
/// kicker, its issuer and date the byline. A page has one name plate (NP-13).
enum NewspaperTitle {
  /// The blocks in the order of a newspaper's title, without a word less; as they are where there is no
  /// headline to stand under the kicker.
  static func folded(_ blocks: [ReportBlock]) -> [ReportBlock] {
    guard blocks.contains(where: { $0.role == .headline }) else { return blocks }
    let plate = blocks.filter { $0.role == .masthead || $0.role == .issue }
    let issuer = blocks.filter { $0.role == .issuer || $0.role == .issuerDate }
    let rest = blocks.filter { !plate.contains($0) && !issuer.contains($0) }
    return joined(plate, as: .kicker) + rest + joined(issuer, as: .byline)
  }

  private static func joined(_ blocks: [ReportBlock], as role: ReportRole) -> [ReportBlock] {
    guard var first = blocks.first else { return [] }
    first.role = role
    first.text = blocks.flatMap(\.parts).joined(separator: "\u{3000}")
    return [first]
  }
}
