/// What a drawing, a picture of older programs or an embedded object holds.
struct WordDrawing {
  /// Paragraphs of text boxes.
  private(set) var boxes: [WordElement] = []
  private(set) var pictures: [WordPicture] = []
  private(set) var losses: [WordLoss] = []

  /// Units of a drawing's measures in a millimetre.
  private static let unitsPerMillimetre = 36_000.0
  /// How text runs round an anchored drawing; without one of these it does not.
  private static let wraps: Set = [
    "wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom",
  ]

  init(_ root: WordElement) {
    var waiting = [root]
    var words = ""
    var width: Double?
    var isOverText = false
    var loss: WordLoss?
    while let next = waiting.popLast() {
      switch next.name {
      case "docPr": words = next.attributes["descr"] ?? ""
      case "extent":
        width = next.attributes["cx"].flatMap { Double($0) }.map { $0 / Self.unitsPerMillimetre }
      case "anchor": isOverText = !next.children.contains { Self.wraps.contains($0.name) }
      case "txbxContent":
        boxes.append(next)
        continue
      case "textpath":
        // WordArt of older programs.
        if let text = next.attributes["string"], !text.isEmpty { boxes.append(Self.box(text)) }
      case "blip", "imagedata":
        let embedded = next.attributes["r:embed"] ?? next.attributes["embed"]
        if let id = embedded ?? next.attributes["r:id"] ?? next.attributes["id"] {
          pictures.append(WordPicture(id: id, words: words, width: width, isOverText: isOverText))
        } else {
          losses.append(.picture)
        }
      case "graphicData":
        switch next.attributes["uri"]?.split(separator: "/").last {
        case "chart", "chartex": loss = .chart
        case "diagram": loss = .diagram
        default: break
        }
      case "OLEObject":
        loss = next.attributes["ProgID"]?.hasPrefix("Equation") == true ? .formula : .object
      case "contentPart": loss = .ink
      case "AlternateContent":
        waiting.append(WordText.choice(of: next))
        continue
      default: break
      }
      waiting += next.children.reversed()
    }
    // An object is shown by its picture; whether a page can show that one is seen later.
    if let loss, pictures.isEmpty { losses.append(loss) }
    if loss == nil, root.name == "object", pictures.isEmpty { losses.append(.object) }
  }

  private static func box(_ text: String) -> WordElement {
    let words = WordElement(name: "t", text: text)
    let run = WordElement(name: "r", children: [words])
    return WordElement(
      name: "txbxContent", children: [WordElement(name: "p", children: [run])])
  }
}
