public import ReportModel

/// What differs between two versions of a report, as the third reading of a paper asks for it: words
/// changed, moved or lost, cells, pictures.
///
/// Paragraphs that say the same are paired first, in their order; what is left between two of them is
/// paired by likeness, then what is left anywhere: that has moved.
public struct ReportComparison: Sendable {
  /// The differences: front matter, then in the order of the new version, what is gone at its place.
  public let changes: [ReportChange]
  /// The newer report.
  let new: Report

  /// Compares two reports.
  /// - Parameters:
  ///   - old: The earlier version.
  ///   - new: The later version.
  ///   - oldFiles: What the picture files of the earlier version hold, any digest by their path.
  ///   - newFiles: The same of the later version.
  public init(
    _ old: Report, _ new: Report, oldFiles: [String: String] = [:], newFiles: [String: String] = [:]
  ) {
    self.new = new
    var found = Self.metadata(old, new)
    var alignment = BlockAlignment(old, new)
    alignment.align()
    found += alignment.changes
    found += FigureComparison.changes(old, new, oldFiles, newFiles)
    changes = found
  }

  /// Whether both say the same in the same order.
  public var isEmpty: Bool { changes.isEmpty }

  private static func metadata(_ old: Report, _ new: Report) -> [ReportChange] {
    var keys: [String] = []
    for entry in new.metadata + old.metadata where !keys.contains(entry.key) {
      keys.append(entry.key)
    }
    return keys.compactMap { key in
      let (one, other) = (old.metadata(key), new.metadata(key))
      if one == other { return nil }
      return ReportChange(
        kind: .metadata, old: old.metadata.last { $0.key == key }?.range,
        new: new.metadata.last { $0.key == key }?.range, oldText: one ?? "", newText: other ?? "",
        edits: WordDifference.edits(from: one ?? "", to: other ?? ""), name: key)
    }
  }
}

/// The pictures of two versions, paired by their captions and then by their names.
enum FigureComparison {
  static func changes(
    _ old: Report, _ new: Report, _ oldFiles: [String: String], _ newFiles: [String: String]
  ) -> [ReportChange] {
    var rest = old.figures.indices.map { $0 }
    var found: [ReportChange] = []
    func claim(_ isSame: (ReportFigure) -> Bool) -> ReportFigure? {
      guard let place = rest.first(where: { isSame(old.figures[$0]) }) else { return nil }
      rest.removeAll { $0 == place }
      return old.figures[place]
    }
    for figure in new.figures {
      let before =
        claim { $0.caption == figure.caption && $0.path == figure.path && !figure.caption.isEmpty }
        ?? claim { $0.caption == figure.caption && !figure.caption.isEmpty }
        ?? claim { $0.path != nil && $0.path == figure.path }
        ?? claim { Likeness($0.caption).to(Likeness(figure.caption)) >= BlockAlignment.alike }
      let (one, other) = (before?.path, figure.path)
      // A file that one version could not read is not known to be another.
      let isReplaced =
        one == other && before != nil
        && Self.differ(oldFiles[one ?? ""], newFiles[other ?? ""])
      if before != nil, one == other, before?.chart == figure.chart, !isReplaced { continue }
      found.append(
        ReportChange(
          kind: .picture, role: .caption, old: before?.range, new: figure.range,
          oldText: before.map(Self.name) ?? "", newText: Self.name(figure),
          name: isReplaced ? "\(figure.path ?? "") 同名不同图" : figure.caption))
    }
    found += rest.map {
      let figure = old.figures[$0]
      return ReportChange(
        kind: .picture, role: .caption, old: figure.range, oldText: Self.name(figure),
        name: figure.caption)
    }
    return found
  }

  private static func differ(_ one: String?, _ other: String?) -> Bool {
    if let one, let other { one != other } else { false }
  }

  private static func name(_ figure: ReportFigure) -> String {
    figure.path ?? (figure.chart == nil ? "" : "chart")
  }
}
