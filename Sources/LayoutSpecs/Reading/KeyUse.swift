import Diagnostics

/// What a layout says that its makeup does not use: a second frame is refused, since its text would be
/// sought there in vain, a key without effect is named.
struct KeyUse {
  let makeup: MakeupKind

  /// Keys by their paths, and the makeups that use them.
  private static let uses: [(path: [String], by: Set<MakeupKind>)] =
    ["form", "mark", "slot", "foot", "screens", "cover", "notes"].map {
      (["document", $0], [.pages])
    }
    + ["section-head", "picture", "strip", "skeletons", "fillers", "column-sets", "prices"].map {
      (["objects", $0], [.newspaper])
    } + [
      (["objects", "panel"], [.newspaper, .pages]), (["poster"], [.poster]),
      (["tile"], [.banner]), (["longest"], [.banner]),
      (["masters", "next"], [.newspaper, .pages]),
    ]

  func check(_ fields: SpecFields, first: MasterPage, next: MasterPage) {
    for (path, makeups) in Self.uses where !makeups.contains(makeup) {
      guard let node = Self.node(path, in: fields) else { continue }
      node.report(
        LayoutProblems.unusedKey(
          path.joined(separator: "."), makeup, for: makeups.map(\.rawValue).sorted(), at: node))
    }
    guard makeup != .board, let masters = fields["masters"] else { return }
    for (name, page) in [("first", first), ("next", next)] {
      guard let node = Self.node(["\(name)", "frames"], in: masters.quietFields) else { continue }
      if page.frames.count > 1 {
        node.report(LayoutProblems.unusedFrames(page.frames.count, makeup, at: node))
      }
      for (_, frame) in node.quietFields.found.sorted(by: { $0.key < $1.key }) {
        for key in FrameContentReader.keys {
          guard let own = frame.quietFields[key] else { continue }
          own.report(LayoutProblems.unusedKey(key, makeup, for: ["board"], at: own))
        }
      }
    }
    if makeup == .pages, let one = first.frames.first, let other = next.frames.first,
      one.columns.count != other.columns.count
    {
      masters.report(
        LayoutProblems.otherMeasure(one.columns.count, other.columns.count, at: masters))
    }
  }

  private static func node(_ path: [String], in fields: SpecFields) -> SpecNode? {
    guard let first = path.first, let node = fields[first] else { return nil }
    return path.count == 1 ? node : self.node(Array(path.dropFirst()), in: node.quietFields)
  }
}

extension SpecNode {
  /// The entries of a map, whose mistakes have been reported where it was read; none of anything else.
  fileprivate var quietFields: SpecFields {
    guard isMap else { return SpecFields(node: self, found: [:]) }
    let quiet = SpecNode(node: node, path: path, place: place, file: file, log: SpecLog())
    var found: [String: SpecNode] = [:]
    for entry in quiet.entries() {
      found[entry.key] = SpecNode(
        node: entry.value.node, path: entry.value.path, place: entry.value.place, file: file,
        log: log)
    }
    return SpecFields(node: self, found: found)
  }
}
