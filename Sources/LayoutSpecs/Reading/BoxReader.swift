import Diagnostics
import DisplayList

/// Reads boxes: `box: { border: meander, ink: green, tint: leaf }`.
struct BoxReader {
  let palette: Palette

  func read(_ node: SpecNode) -> BoxSpec? {
    let fields = node.fields(["border", "ink", "tint"])
    let box = BoxSpec(
      border: fields["border"]?.choice(BoxBorder.self) ?? .hairline,
      ink: fields["ink"].map(ink) ?? "black", tint: fields["tint"].map(ink))
    if let node = fields["tint"], let tint = box.tint, let found = palette[tint] {
      // Black text stands on it: a tint is 25 % of any ink at most (INK-3).
      let strongest = max(found.cyan, found.magenta, found.yellow, found.black)
      if strongest > 0.25 { node.report(LayoutProblems.tintTooStrong(tint, at: node)) }
    }
    return box
  }

  /// The name of an ink that the palette has.
  func ink(_ node: SpecNode) -> String {
    guard let name = node.text() else { return "black" }
    if palette[name] == nil {
      node.report(LayoutProblems.unknownInk(name, at: node, known: palette.names))
    }
    return name
  }
}
