/// Makes the axes of units and merges them up the tree.
struct AxisParser {
  let context: ChartContext

  func parse(_ node: ViewNode) {
    for child in node.children { parse(child) }
    switch node.kind {
    case .unit:
      for channel in [Channel.x, .y] {
        if let axis = AxisComponent(channel, of: node, context: context) {
          node.axes[channel] = [axis]
        }
      }
    case .layer: mergeLayers(node)
    case .facet: moveToHeaders(node)
    case .concat: break
    }
  }

  private func mergeLayers(_ node: ViewNode) {
    var count: [String: Int] = [:]
    let opposite = ["left": "right", "right": "left", "top": "bottom", "bottom": "top"]
    for channel in [Channel.x, .y] {
      let shares =
        node.sharesGuide(channel) && node.scales[channel] != nil || isSharedAbove(node, channel)
      for child in node.children {
        guard let axes = child.axes[channel] else { continue }
        if shares {
          for axis in axes {
            if node.axes[channel]?.isEmpty ?? true {
              node.axes[channel] = [axis]
            } else {
              node.axes[channel]?[0].merge(axis)
            }
          }
        } else {
          for var axis in axes {
            let (own, other) = (
              count[axis.orient, default: 0], count[opposite[axis.orient] ?? "", default: 0]
            )
            if !axis.orientIsExplicit, own > 0, own > other, let flipped = opposite[axis.orient] {
              axis.orient = flipped
              axis.spec = axis.spec.merging(
                context.config["axis\(flipped.prefix(1).uppercased())\(flipped.dropFirst())"])
            }
            if !axis.isDisabled { count[axis.orient, default: 0] += 1 }
            let isFirst = node.axes[channel]?.isEmpty ?? true
            if !isFirst, !axis.gridIsExplicit { axis.hasGrid = false }
            node.axes[channel, default: []].append(axis)
          }
        }
        child.axes[channel] = nil
      }
    }
  }

  /// Scales may be shared further up, as in a facet of layers.
  private func isSharedAbove(_ node: ViewNode, _ channel: Channel) -> Bool {
    guard node.sharesGuide(channel) else { return false }
    return node.children.allSatisfy { $0.scales[channel] == nil } && node.scaleOwner(channel) != nil
  }

  private func moveToHeaders(_ node: ViewNode) {
    guard let child = node.children.first else { return }
    for channel in [Channel.x, .y] where node.sharesGuide(channel) {
      for place in (child.axes[channel] ?? []).indices {
        child.axes[channel]?[place].isInHeader = true
      }
    }
  }
}
