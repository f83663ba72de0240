import DisplayList
import LayoutSpecs

/// The colours of a package: black and paper, the layouts' inks by their names, and what else is used by
/// its shares. Greys are tints of black, tints of an ink of its own are tints of its swatch.
struct IDMLSwatches {
  private struct Swatch {
    var name: String
    var ink: Ink
  }

  private var swatches: [Swatch] = []
  private var byInk: [Ink: Int] = [:]

  init(_ palettes: [Palette]) {
    for palette in palettes {
      for name in palette.names where !["black", "paper"].contains(name) {
        guard let ink = palette[name], Self.plain(ink).isOwn else { continue }
        add(Self.plain(ink).ink, name: ink.spot?.name ?? name)
      }
    }
  }

  /// An ink in full, and whether it needs a swatch of its own.
  private static func plain(_ ink: Ink) -> (ink: Ink, isOwn: Bool) {
    var ink = ink
    ink.screen = nil
    if let spot = ink.spot { return (ink.full, spot.name != SpotInk.all) }
    return (ink, ink.cyan + ink.magenta + ink.yellow > 0)
  }

  private mutating func add(_ ink: Ink, name: String) {
    guard byInk[ink] == nil else { return }
    var unique = name
    var number = 2
    while ["Black", "Paper", "Registration"].contains(unique)
      || swatches.contains(where: { $0.name == unique })
    {
      unique = "\(name) \(number)"
      number += 1
    }
    byInk[ink] = swatches.count
    swatches.append(Swatch(name: unique, ink: ink))
  }

  /// What an item names as its colour, and the tint in percent; nil for the full ink.
  mutating func reference(to ink: Ink) -> (colour: String, tint: String?) {
    if ink.isPaper { return ("Color/Paper", nil) }
    let (plain, isOwn) = Self.plain(ink)
    if let spot = ink.spot {
      let tint = spot.tint < 1 ? IDML.number(spot.tint * 100) : nil
      if !isOwn { return ("Color/Registration", tint) }
      if byInk[plain] == nil { add(plain, name: spot.name) }
      return ("Color/\(name(of: plain))", tint)
    }
    guard isOwn else {
      return ("Color/Black", ink.black < 1 ? IDML.number(ink.black * 100) : nil)
    }
    if byInk[plain] == nil { add(plain, name: Self.shares(ink)) }
    return ("Color/\(name(of: plain))", nil)
  }

  private func name(of ink: Ink) -> String { byInk[ink].map { swatches[$0].name } ?? "Black" }

  private static func shares(_ ink: Ink) -> String {
    func percent(_ share: Double) -> String { IDML.number(share * 100) }
    return "C=\(percent(ink.cyan)) M=\(percent(ink.magenta)) Y=\(percent(ink.yellow)) "
      + "K=\(percent(ink.black))"
  }

  /// `Resources/Graphic.xml`.
  var part: String {
    var colours = [
      Self.colour("Black", .black, isFixed: true), Self.colour("Paper", .paper, isFixed: true),
      Self.colour("Registration", .registration, isFixed: true),
    ]
    colours += swatches.map { Self.colour($0.name, $0.ink, isFixed: false) }
    let inks = ["Cyan", "Magenta", "Yellow", "Black"].map { name in
      "<Ink Self=\"Ink/$ID/Process \(name)\" Name=\"$ID/Process \(name)\" IsProcessInk=\"true\"/>"
    }
    let spots = swatches.compactMap { swatch in
      swatch.ink.spot.map { spot in
        let name = IDML.escaped(spot.name)
        return "<Ink Self=\"Ink/\(name)\" Name=\"\(name)\" IsProcessInk=\"false\"/>"
      }
    }
    let strokes = ["Solid", "Canned Dashed 3x2", "Canned Dotted", "Wavy"].map { name in
      "<StrokeStyle Self=\"StrokeStyle/$ID/\(name)\" Name=\"$ID/\(name)\"/>"
    }
    let none = """
      <Swatch Self="Swatch/None" Name="None" ColorEditable="false" ColorRemovable="false" \
      Visible="true" SwatchCreatorID="7937"/>
      """
    return IDML.part(
      "Graphic", (colours + inks + spots + [none] + strokes).joined(separator: "\n"))
  }

  private static func colour(_ name: String, _ ink: Ink, isFixed: Bool) -> String {
    let shares = [ink.cyan, ink.magenta, ink.yellow, ink.black].map { IDML.number($0 * 100) }
    let model = isFixed && ink.spot != nil ? "Registration" : ink.spot == nil ? "Process" : "Spot"
    let special = ["Black": "Specialblack", "Paper": "Specialpaper"][name] ?? "Specialregistration"
    return "<Color"
      + IDML.attributes([
        ("Self", "Color/\(name)"), ("Model", model), ("Space", "CMYK"),
        ("ColorValue", shares.joined(separator: " ")),
        ("ColorOverride", isFixed ? special : "Normal"),
        ("AlternateSpace", "NoAlternateColor"), ("AlternateColorValue", ""), ("Name", name),
        ("ColorEditable", isFixed ? "false" : "true"),
        ("ColorRemovable", isFixed ? "false" : "true"), ("Visible", "true"),
        ("SwatchCreatorID", "7937"),
      ]) + "/>"
  }
}
