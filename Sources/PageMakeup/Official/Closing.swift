import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The end of an office paper's text: the note of attachments, the signature and the date
/// (GW-11, GW-12).
struct Closing {
  let setter: TextSetter
  let realizer: Realizer
  let measure: Length
  let form: DocumentSpec.Form
  /// Whether a seal is put on the signature, which needs its room.
  let isSealed: Bool

  // MARK: Attachments

  /// 附件说明: a blank line, then `附件：1.` two characters in; the others start under the number, and
  /// what is turned over under the name.
  func references(_ blocks: [ReportBlock], name: String) throws(Rejection) -> [FlowItem] {
    let label = "附件："
    var items: [FlowItem] = []
    for (number, block) in blocks.enumerated() {
      var style = setter.style("attachment-ref").paragraph
      let hasLabel = block.text.hasPrefix("附件：") || block.text.hasPrefix("附件:")
      let under = try width(of: label, style.character)
      style.firstLineIndent = 0
      let first = hasLabel ? 2 : 2 + under
      let prefix = Self.prefix(of: block.text)
      style.leftIndent = first + (try width(of: prefix, style.character))
      style.firstLineIndent = first - style.leftIndent
      style.alignment = .left
      var item = try realizer.paragraph(block, style: style, name: name)
      if number == 0 { item = item.withBlankRows(before: 1) }
      // They stand on one page, with the end of the text if that leaves no hole.
      item.paging.parting = number == 0 ? .dear : .never
      items.append(item)
    }
    return items
  }

  /// `附件：1．` of an entry: what stands before the name.
  static func prefix(of text: String) -> String {
    var end = text.startIndex
    if text.hasPrefix("附件：") || text.hasPrefix("附件:") {
      end = text.index(text.startIndex, offsetBy: 3)
    }
    var rest = text[end...]
    while let first = rest.first, first.isNumber { rest = rest.dropFirst() }
    if rest.startIndex > end, let mark = rest.first, "．.、".contains(mark) {
      rest = rest.dropFirst()
      while rest.first == " " { rest = rest.dropFirst() }
      return String(text[..<rest.startIndex])
    }
    return String(text[..<end])
  }

  private func width(of text: String, _ style: CharacterStyle) throws(Rejection) -> Double {
    // The marks at the end keep their blank half, which a line of their own would lose.
    let plain = try setter.line(text + "国", style: style).width
    return (plain - style.size) / style.size
  }

  // MARK: Signature

  /// Signature and date as one item that keeps with the text before it, under the seals that the
  /// report has there.
  func signature(
    _ blocks: [ReportBlock], seals: [MakeupPicture] = [], name: String
  ) throws(Rejection) -> FlowItem? {
    let style = setter.style("signature").paragraph.character
    let dateStyle = setter.style("date").paragraph.character
    var signers: [(items: [PlacedItem], width: Length)] = []
    var dates: [(items: [PlacedItem], width: Length)] = []
    for block in blocks {
      if block.role == .date {
        dates.append(try setter.line(block.text, style: dateStyle, range: block.range))
      } else {
        signers.append(try setter.line(block.text, style: style, range: block.range))
      }
    }
    guard let first = blocks.first?.range ?? seals.first?.range else { return nil }
    let em = style.size
    let dateWidth = dates.map(\.width).max() ?? .zero
    let signerWidth = signers.map(\.width).max() ?? .zero
    let (signerRight, dateRight) = edges(signer: signerWidth, date: dateWidth, em: em)
    let blank = isSealed && !signers.isEmpty && form != .order ? 2 : form == .order ? 2 : 1
    var rows = [RowItems](repeating: [], count: blank)
    for signer in signers {
      let centred = isSealed && !dates.isEmpty && form != .order
      let left =
        centred
        ? dateRight - dateWidth / 2 - signer.width / 2
        : signerRight - signer.width
      rows.append(placed(signer.items, x: min(left, measure - signer.width)))
    }
    if form == .order { rows += [RowItems](repeating: [], count: 1) }
    for date in dates { rows.append(placed(date.items, x: dateRight - date.width)) }
    if !seals.isEmpty {
      let width = max(dateWidth, dates.isEmpty ? signerWidth : .zero)
      try stamp(
        seals, on: &rows, centre: dateRight - width / 2, foot: rows.count - blank, over: blank)
    }
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      name: name, range: first)
    item.paging.parting = .never
    return item
  }

  /// Puts seals over the rows of signature and date at their own size, centred on them and a little
  /// above their middle, the top within a line of the text (GB/T 9704 7.3.5.3). They are painted
  /// first, so that no seal hides a word.
  private func stamp(
    _ seals: [MakeupPicture], on rows: inout [RowItems], centre: Length, foot count: Int,
    over blank: Int
  ) throws(Rejection) {
    let pitch = setter.grid.leading
    let sizes = seals.map { seal in
      let width = min(seal.width ?? Self.seal, measure / seals.count)
      return Size(width: width, height: width.scaled(by: 1 / seal.ratio))
    }
    let wide = sizes.reduce(Length.zero) { $0 + $1.width }
    var x = min(max(.zero, centre - wide / 2), measure - wide)
    let middle = pitch * blank + pitch.scaled(by: Double(count) / 2 - Self.lift)
    var items: RowItems = []
    var bottom = Length.zero
    for (seal, size) in zip(seals, sizes) {
      guard let image = seal.image else { continue }
      let top = max(.zero, middle - size.height / 2)
      let placed = PlacedImage(
        image: ImageID(rawValue: image.path), size: size, alternative: Self.sealName,
        substitute: try ArtBox.substitute(for: image, label: "", size: size, setter: setter))
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.figure, name: Self.sealName))))
      items.append(PlacedItem(at: Point(x: x, y: top), .image(placed)))
      x += size.width
      bottom = max(bottom, top + size.height)
    }
    items.append(PlacedItem(at: .zero, .tag(StructureTag(.paragraph))))
    rows[0] = items + rows[0]
    let needed = (bottom.units + pitch.units - 1) / pitch.units
    rows += [RowItems](repeating: [], count: max(0, needed - rows.count))
  }

  /// A round seal of an office that says no size (GB/T 9704, 国发〔1999〕25号).
  private static let seal = Length.millimetres(42)
  /// Rows by which a seal's middle stands over that of signature and date.
  private static let lift = 0.4
  private static let sealName = "印章"

  /// Right edges of the signature and of the date (GW-12).
  ///
  /// With a seal the date stands four characters from the right and the signature centred over it.
  /// Without one the signature stands two from the right and the date starts two characters further
  /// right than it; a longer date stands two from the right and the signature moves.
  private func edges(signer: Length, date: Length, em: Length) -> (Length, Length) {
    if isSealed { return (measure - em * 4, measure - em * 4) }
    let right = measure - em * 2
    if date <= signer { return (right, right - signer + em * 2 + date) }
    return (right - date + signer - em * 2, right)
  }

  private func placed(_ items: [PlacedItem], x: Length) -> RowItems {
    items.map { PlacedItem(at: $0.origin + Point(x: x, y: realizer.ascent), $0.item) }
  }
}

extension FlowItem {
  /// The item with blank rows over it that fall away at the head of a page.
  func withBlankRows(before count: Int) -> FlowItem {
    var item = self
    item.paging.blankBefore += count
    for index in item.choices.indices {
      item.choices[index].rows = Array(repeating: [], count: count) + item.choices[index].rows
    }
    for index in item.notes.indices { item.notes[index].row += count }
    return item
  }
}
