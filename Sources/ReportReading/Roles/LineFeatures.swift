internal import ReportModel

/// What the second reader knows of each element: its shape, its place, its neighbours, the words for
/// kinds of lines that it holds, and what the grammar takes it for. Strings, so that the trainer reads
/// the same features that the reader uses.
struct LineFeatures {
  private let elements: [Element]
  private let parts: [PaperPart]
  private let views: [DocumentView]
  private let grammar: [ReportRole]
  private let cues: [[String]]
  private let part: [Int]

  /// Looks at a document; `grammar` are the roles the grammar gives.
  init(_ elements: [Element], _ parts: [PaperPart], _ views: [DocumentView], grammar: [ReportRole])
  {
    self.elements = elements
    self.parts = parts
    self.views = views
    self.grammar = grammar
    var part = Array(repeating: 0, count: elements.count)
    for (number, found) in parts.enumerated() { for place in found.range { part[place] = number } }
    self.part = part
    cues = elements.indices.map { place in
      let number = part[place]
      return LineCues.cues(of: place - parts[number].range.lowerBound, in: views[number])
    }
  }

  /// The features of one element.
  func features(of place: Int) -> [String] {
    let view = views[part[place]]
    let inner = place - parts[part[place]].range.lowerBound
    var found = ["b"]
    base(place, "0", &found)
    base(place - 1, "p", &found)
    base(place + 1, "n", &found)
    for cue in cues[place] {
      found.append("L" + cue)
      found.append("L\(cue)|\(zone(inner, view))")
    }
    if place > 0 { for cue in cues[place - 1] { found.append("p" + cue) } }
    if place + 1 < elements.count { for cue in cues[place + 1] { found.append("n" + cue) } }
    position(place, inner, view, &found)
    surroundings(place, inner, view, &found)
    let role = grammar[place].rawValue
    found.append("G" + role)
    found.append("G\(role)|\(zone(inner, view))")
    if place > 0 { found.append("Gp\(grammar[place - 1].rawValue)|\(role)") }
    if place + 1 < elements.count { found.append("Gn\(grammar[place + 1].rawValue)|\(role)") }
    return found
  }

  /// The shape of an element or of a neighbour.
  private func base(_ place: Int, _ prefix: String, _ found: inout [String]) {
    guard place >= 0 else { return found.append(prefix + "BOS") }
    guard place < elements.count else { return found.append(prefix + "EOS") }
    let element = elements[place]
    guard element.kind == .text else {
      return found.append(prefix + (element.kind.isTable ? "TAB" : "FIG"))
    }
    let shape = element.shape
    found.append("\(prefix)len\(Self.band(shape.count, [4, 8, 12, 16, 20, 26, 36, 50, 80, 160]))")
    found.append("\(prefix)st\(Self.band(shape.stops, [0, 1, 2, 5]))")
    found.append("\(prefix)end\(Self.ending(element.text))")
    found.append("\(prefix)ord\(Self.ordinal(shape))")
    found.append("\(prefix)run\(element.isRunning ? 1 : 0)")
    found.append("\(prefix)md\(Self.mark(element.mark))")
  }

  private func position(
    _ place: Int, _ inner: Int, _ view: DocumentView, _ found: inout [String]
  ) {
    let element = elements[place]
    let shape = element.shape
    let zone = zone(inner, view)
    found.append("pos\(Self.band(inner, [0, 1, 2, 3, 4, 7]))")
    found.append("last\(Self.band(view.elements.count - 1 - inner, [0, 1, 2, 3, 5]))")
    found.append("zone" + zone)
    found.append("att\(view.isAttached ? 1 : 0)")
    found.append("co\(Self.band(shape.commas, [0, 1, 3]))")
    found.append("parts\(Self.band(shape.parts.count, [1, 2, 3, 4]))")
    found.append("dig\(Self.band(shape.digits, [0, 2, 6]))")
    found.append("len\(Self.band(shape.count, [8, 14, 20, 30, 50]))|\(zone)")
    if shape.parts.count == 2, abs(shape.parts[0].count - shape.parts[1].count) <= 1 {
      found.append("couplet")
      found.append("couplet|" + zone)
    }
    if inner == view.firstText { found.append("firstText") }
    if inner == view.lastText { found.append("lastText") }
    found.append("head\(view.firstHead < view.elements.count ? inner > view.firstHead ? 2 : 1 : 0)")
    found.append("size\(Self.band(view.elements.count, [4, 8, 16]))")
    found.append("ind\(Self.band(element.paragraph.first.indent, [0, 1, 3, 5]))")
    found.append("bold\(element.paragraph.first.boldPrefix == element.text.count ? 1 : 0)")
  }

  private func surroundings(
    _ place: Int, _ inner: Int, _ view: DocumentView, _ found: inout [String]
  ) {
    let before = elements[place].paragraph.first.blanksBefore
    let after = place + 1 < elements.count ? elements[place + 1].paragraph.first.blanksBefore : 9
    found.append("bl\(Self.band(before, [0, 1, 2]))")
    found.append("al\(Self.band(after, [0, 1, 2]))")
    found.append("bl\(Self.band(before, [0, 1]))al\(Self.band(after, [0, 1]))|\(zone(inner, view))")
    if place + 2 < elements.count { found.append("n2run\(elements[place + 2].isRunning ? 1 : 0)") }
    let titles = view.titles.roles.count
    found.append("pos\(Self.band(inner, [0, 1, 2, 3]))|nt\(Self.band(titles, [0, 1, 2, 3, 6]))")
    let siblings = view.loneHeads.count
    found.append("sib\(Self.band(siblings, [0, 1, 3]))|\(view.loneHeads.contains(inner) ? 1 : 0)")
    if view.isOfficial { found.append("official") }
    if view.isNewspaper { found.append("paper") }
  }

  /// Front, middle or foot of its part.
  private func zone(_ inner: Int, _ view: DocumentView) -> String {
    inner < min(view.firstText, view.firstHead) ? "f" : inner > view.lastText ? "e" : "m"
  }

  // MARK: Shapes

  /// The number of the band that a count falls in.
  private static func band(_ count: Int, _ edges: [Int]) -> Int {
    edges.firstIndex { count <= $0 } ?? edges.count
  }

  private static func ending(_ text: Scalars) -> String {
    guard let last = text.last else { return "-" }
    switch last {
    case "。": return "stop"
    case "！": return "cry"
    case "？": return "ask"
    case "：", ":": return "colon"
    case "；": return "semi"
    case "，", "、": return "comma"
    case "”": return "quote"
    case "）", ")": return "bracket"
    case "】": return "label"
    case _ where last.isDigit: return "digit"
    case _ where last.isHan: return "han"
    default: return "other"
    }
  }

  private static func ordinal(_ shape: LineShape) -> String {
    switch shape.ordinal {
    case .han: "han"
    case .hanBracket: "hanb"
    case .digit: "dig"
    case .digitBracket: "digb"
    case .article, .chapter: "art"
    case .spoken: "spok"
    case nil: "-"
    }
  }

  private static func mark(_ mark: TextLine.Mark) -> String {
    switch mark {
    case .heading(let level): "h\(min(level, 3))"
    case .item: "item"
    case .quotation: "quote"
    case .role: "role"
    default: "-"
    }
  }
}

extension Element.Kind {
  /// Whether it is a table.
  fileprivate var isTable: Bool {
    if case .table = self { return true }
    return false
  }
}
