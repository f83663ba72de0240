internal import ReportModel

/// Run-in leads (step P4): the first sentence of a paragraph, 4 to 22 characters, that names what
/// the paragraph is about. Siblings vote: it counts when two paragraphs of a section have one, or
/// when the input format set it in bold.
enum RunInLeads {
  /// The length of a paragraph's candidate, nil when it has none.
  static func candidate(_ element: Element) -> Int? {
    let (text, shape) = (element.text, element.shape)
    var place = 0
    if let ordinal = shape.ordinal {
      if ordinal == .spoken { return nil }
      place = shape.ordinalLength
    }
    let start = place
    var commas = 0
    while place < text.count, place - start <= 24 {
      let scalar = text[place]
      if scalar == "。" {
        let length = place - start
        let isLead = (3...22).contains(length) && place + 4 < text.count
        return isLead ? place + 1 : nil
      }
      if scalar == "；" || scalar == "：" || scalar == "！" || scalar == "？" { return nil }
      if scalar.isDigit { return nil }
      if scalar == "，" { commas += 1 }
      if commas > 1 { return nil }
      place += 1
    }
    return nil
  }

  /// The lengths of the run-in leads of all elements, 0 where there is none.
  static func lengths(_ elements: [Element], _ roles: [ReportRole]) -> [Int] {
    var result = Array(repeating: 0, count: elements.count)
    var section: [Int] = []
    func vote() {
      let found = section.filter { candidate(elements[$0]) != nil }
      for place in section {
        let bold = boldLength(elements[place])
        if bold > 0 {
          result[place] = bold
        } else if found.count >= 2, let length = candidate(elements[place]) {
          result[place] = length
        }
      }
      section = []
    }
    for place in elements.indices {
      if roles[place].headLevel != nil || roles[place] == .attachmentTitle {
        vote()
      } else if roles[place] == .body || roles[place] == .list {
        section.append(place)
      }
    }
    vote()
    return result
  }

  /// A bold start that ends with a full stop, colon or label bracket.
  private static func boldLength(_ element: Element) -> Int {
    let bold = element.paragraph.first.boldPrefix
    guard bold > 0, bold < element.text.count, bold <= 40 else { return 0 }
    if let last = element.text[..<bold].last, "。：:！？】".unicodeScalars.contains(last) {
      return bold
    }
    return 0
  }
}
