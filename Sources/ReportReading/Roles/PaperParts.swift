/// The papers that one file holds behind each other: the letter or story, then each attachment, and
/// what a letter forwards behind its signature. Each has a title, text and foot of its own.
struct PaperPart {
  /// Its elements.
  var range: Range<Int>
  /// Whether another paper stands before it.
  var isAttached: Bool

  /// Cuts at 附件 labels, and at a title behind signature and date that text follows.
  static func parts(of elements: [Element]) -> [PaperPart] {
    var starts = [0]
    var place = 1
    while place < elements.count {
      let opens =
        elements[place].kind == .text
        && (RoleCues.isAttachmentTitle(elements[place].text)
          || isLabelBehindDate(place, in: elements))
        || isForwarded(place, in: elements)
      if opens { starts.append(place) }
      place += 1
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : elements.count
      return PaperPart(range: starts[index]..<end, isAttached: index > 0)
    }
  }

  /// A title behind a signed date (and a note such as 此件公开发布), with text of its own.
  private static func isForwarded(_ place: Int, in elements: [Element]) -> Bool {
    let element = elements[place]
    guard RoleCues.isTitleLike(element), element.shape.commas == 0,
      element.paragraph.first.indent < 6, !RoleCues.isCaption(element)
    else { return false }
    var above = place - 1
    if above > 1, elements[above].text.first == "（", !RoleCues.isDate(elements[above].text) {
      above -= 1
    }
    guard above > 1, RoleCues.isDate(elements[above].text), isSigner(elements[above - 1]),
      elements[..<(above - 1)].contains(where: \.isRunning)
    else { return false }
    let rest = elements[(place + 1)...]
    return rest.contains(where: \.isRunning)
  }

  /// 附件： alone behind the date of a letter opens what is attached; elsewhere it refers to it.
  private static func isLabelBehindDate(_ place: Int, in elements: [Element]) -> Bool {
    let text = elements[place].text
    return text.count == 3 && LineStarts.isAttachment(text)
      && RoleCues.isDate(elements[place - 1].text)
  }

  private static func isSigner(_ element: Element) -> Bool {
    element.kind == .text && element.shape.stops == 0 && RoleCues.isUnitName(element.text)
  }
}
