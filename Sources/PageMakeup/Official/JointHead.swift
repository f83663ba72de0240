import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// What several issuers share in the head of an official paper (GB/T 9704, 7.2.4 and 7.2.6): their names
/// under each other, as wide as the longest, with 文件 at the right of them in the middle; and those who
/// sign it.
struct JointHead {
  let setter: TextSetter
  let width: Length

  /// Distance of the names, in ems, and of 文件 from them.
  private static let pitch = 1.25
  private static let gap = 0.4
  private static let word = "文件"

  /// The mark of all issuers at the largest size that holds it; returns its foot.
  func mark(
    _ blocks: [ReportBlock], top: Length, on canvas: inout HeadCanvas
  ) throws(Rejection) -> Length {
    var names = blocks.map(\.text)
    let hasWord = names.last?.hasSuffix(Self.word) ?? false
    if hasWord { names[names.count - 1].removeLast(Self.word.count) }
    names.removeAll(where: \.isEmpty)
    let named = setter.style("masthead")
    var style = named.paragraph.character
    for size in named.sizeSteps.isEmpty ? [style.size] : named.sizeSteps {
      style.size = size
      if try extent(of: names, hasWord, style) <= width { break }
    }
    var longest = Length.zero
    for name in names { longest = max(longest, try setter.line(name, style: style).width) }
    let pitch = style.size.scaled(by: Self.pitch)
    let whole = try extent(of: names, hasWord, style)
    let left = (width - whole) / 2
    for (number, name) in names.enumerated() {
      try spread(name, style, from: left, wide: longest, top: top + pitch * number, on: &canvas)
    }
    let foot = top + pitch * (names.count - 1) + style.size
    if hasWord {
      let middle = top + (foot - top - style.size) / 2
      let start = left + longest + style.size.scaled(by: Self.gap)
      try spread(
        Self.word, style, from: start, wide: left + whole - start, top: middle, on: &canvas)
    }
    return foot
  }

  private func extent(
    of names: [String], _ hasWord: Bool, _ style: CharacterStyle
  ) throws(Rejection) -> Length {
    var longest = Length.zero
    for name in names { longest = max(longest, try setter.line(name, style: style).width) }
    guard hasWord else { return longest }
    return longest + style.size.scaled(by: Self.gap)
      + (try setter.line(Self.word, style: style).width)
  }

  /// A name with equal gaps over a width.
  private func spread(
    _ name: String, _ style: CharacterStyle, from left: Length, wide: Length, top: Length,
    on canvas: inout HeadCanvas
  ) throws(Rejection) {
    let characters = name.map(String.init)
    let own = try setter.line(name, style: style).width
    let gap = characters.count > 1 ? (wide - own) / (characters.count - 1) : .zero
    var x = left
    for character in characters {
      let advance = try setter.line(character, style: style).width
      try canvas.line(
        character, style: style, top: top, align: .left, inset: x / style.size)
      x += advance + gap
    }
  }

  // MARK: Signers

  /// The names of a list, two a line.
  func signers(_ text: String) -> [[String]] {
    let names = text.split { $0.isWhitespace || "、，,".contains($0) }.map(String.init)
    let all = names.isEmpty ? [text] : names
    return stride(from: 0, to: all.count, by: 2).map { Array(all[$0..<min(all.count, $0 + 2)]) }
  }

  /// The lines of signers from a height; names stand under each other.
  func sign(
    _ rows: [[String]], under top: Length, pitch: Length, on canvas: inout HeadCanvas
  ) throws(Rejection) {
    let kai = setter.style("signer").paragraph.character
    let body = setter.style("body").paragraph.character
    var column = Length.zero
    for name in rows.joined() { column = max(column, try setter.line(name, style: kai).width) }
    let columns = rows.map(\.count).max() ?? 1
    let left = width - body.size - (column + kai.size) * columns + kai.size
    for (number, row) in rows.enumerated() {
      for (place, name) in row.enumerated() {
        let x = left + (column + kai.size) * place
        try canvas.line(
          name, style: kai, top: top + pitch * number, align: .left, inset: x / kai.size)
      }
    }
    try canvas.line(
      "签发人：", style: body, top: top, align: .right, inset: (width - left) / body.size)
  }
}
