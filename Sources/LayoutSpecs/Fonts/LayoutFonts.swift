public import Diagnostics

/// Checks that the font roles of a layout are in the catalogue.
public enum LayoutFonts {
  /// A finding for every style whose role no face speaks.
  public static func check(_ layout: LayoutSpec, against catalog: FontCatalog) -> [Diagnostic] {
    let known = catalog.roles.map(\.role.rawValue)
    var findings: [Diagnostic] = []
    for name in layout.styles.names {
      let style = layout.styles.resolved(name).paragraph
      for role in [style.character.role, style.runIn?.role].compactMap({ $0 })
      where catalog.role(role) == nil {
        findings.append(
          LayoutProblems.unknownFont(
            role.rawValue, style: name, file: "layouts/\(layout.name)/layout.yaml", known: known))
      }
    }
    return findings
  }
}
