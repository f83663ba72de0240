/// Equations of Office (OMML, ECMA-376 part 1, 22.1) as one line of text.
enum WordMath {
  /// The words of an equation, and whether one line says less than the equation showed.
  static func line(of element: WordElement) -> (text: String, isFlattened: Bool) {
    var flattened = false
    let text = words(of: element, &flattened)
    return (text, flattened)
  }

  private static func words(of element: WordElement, _ flat: inout Bool) -> String {
    func part(_ name: String) -> String {
      element.child(name).map { inside(of: $0, &flat) } ?? ""
    }
    switch element.name {
    case "t": return element.text
    case "f":
      flat = true
      return "\(grouped(part("num")))/\(grouped(part("den")))"
    case "sSup": return part("e") + raised(part("sup"), true, &flat)
    case "sSub": return part("e") + raised(part("sub"), false, &flat)
    case "sSubSup":
      return part("e") + raised(part("sub"), false, &flat) + raised(part("sup"), true, &flat)
    case "sPre":
      return raised(part("sub"), false, &flat) + raised(part("sup"), true, &flat) + part("e")
    case "rad":
      flat = true
      let degree = part("deg")
      let sign = ["": "√", "2": "√", "3": "∛", "4": "∜"][degree] ?? "\(degree)√"
      return sign + grouped(part("e"))
    case "d": return delimited(element, &flat)
    case "nary":
      let sign = element.child("naryPr")?.value("chr") ?? "∫"
      return sign + raised(part("sub"), false, &flat) + raised(part("sup"), true, &flat) + part("e")
    case "func": return part("fName") + " " + part("e")
    case "m":
      flat = true
      let rows = element.children.filter { $0.name == "mr" }.map { row in
        row.children.map { inside(of: $0, &flat) }.joined(separator: ", ")
      }
      return "[\(rows.joined(separator: "; "))]"
    case "eqArr":
      flat = true
      return element.children.filter { $0.name == "e" }.map { inside(of: $0, &flat) }
        .joined(separator: "; ")
    case "limLow": return part("e") + raised(part("lim"), false, &flat)
    case "limUpp": return part("e") + raised(part("lim"), true, &flat)
    case "rPr", "ctrlPr", "del", "delText": return ""
    default: return element.name.hasSuffix("Pr") ? "" : inside(of: element, &flat)
    }
  }

  private static func inside(of element: WordElement, _ flat: inout Bool) -> String {
    element.children.reduce("") { $0 + words(of: $1, &flat) }
  }

  private static func delimited(_ element: WordElement, _ flat: inout Bool) -> String {
    let properties = element.child("dPr")
    let parts = element.children.filter { $0.name == "e" }.map { inside(of: $0, &flat) }
    return (properties?.value("begChr") ?? "(")
      + parts.joined(separator: properties?.value("sepChr") ?? "|")
      + (properties?.value("endChr") ?? ")")
  }

  /// A part of several characters keeps together.
  private static func grouped(_ text: String) -> String {
    let isWord = text.allSatisfy { $0.isNumber || $0 == "." || $0 == "%" }
    return text.count <= 1 || isWord || text.allSatisfy(\.isLetter) ? text : "(\(text))"
  }

  /// Figures above and below the line where there are such characters.
  private static func raised(_ text: String, _ isRaised: Bool, _ flat: inout Bool) -> String {
    guard !text.isEmpty else { return "" }
    let scalars = Scalars(text)
    let form = RaisedFigures.form(of: scalars, isRaised: isRaised)
    if form != scalars { return form.string }
    flat = true
    return (isRaised ? "^" : "_") + (text.count == 1 ? text : "(\(text))")
  }
}
