internal import Diagnostics
internal import ReportModel

/// The settings between two `---` lines at the top of a text: `key: value`, kept as written.
struct FrontMatter {
  /// The entries, in their order.
  var entries: [ReportMetadata] = []
  /// The first line of the report itself.
  var firstLine = 1

  /// Reads the front matter of a text; without a closing `---` there is none.
  init(_ source: SourceText, into problems: inout Problems) {
    guard let opening = source.lines.indices.first(where: { !source.line($0 + 1).trimmed.isEmpty }),
      Self.isFence(source.line(opening + 1)),
      let closing = source.lines.indices.dropFirst(opening + 1).prefix(200)
        .first(where: { Self.isFence(source.line($0 + 1)) })
    else { return }
    let numbers = (opening + 2)..<(closing + 1)
    guard numbers.contains(where: { Self.colon(in: source.line($0)) != nil }) else { return }
    firstLine = closing + 2
    for number in numbers { read(number, source, into: &problems) }
  }

  private mutating func read(_ number: Int, _ source: SourceText, into problems: inout Problems) {
    let line = source.line(number)
    let text = line.trimmed
    if text.isEmpty || text.first == "#" { return }
    if let item = Self.item(text), let last = entries.indices.last {
      // `columns:` with its items on lines of their own.
      let open = entries[last].value
      entries[last].value = open.isEmpty ? item : open + "，" + item
      return
    }
    guard let colon = Self.colon(in: line) else {
      problems.report(ReadingProblems.frontMatterLine(source.range(ofLine: number)))
      return
    }
    let key = line[..<colon].trimmed.string
    let value = Self.unquoted(line[(colon + 1)...].trimmed)
    var range = source.range(ofLine: number)
    range.start = source.position(
      line: number, scalarColumn: line.prefix { $0 == " " || $0 == "\t" }.count)
    entries.append(ReportMetadata(key: key, value: value, range: range))
  }

  /// The words of a line `- item`.
  private static func item(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    guard text.first == "-", text.dropFirst().first == " " else { return nil }
    return unquoted(text.dropFirst().trimmed)
  }

  private static func isFence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.trimmed.elementsEqual(Scalars("---"))
  }

  private static func colon(in line: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let place = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
      place > line.startIndex
    else { return nil }
    return place
  }

  private static func unquoted(_ value: ArraySlice<Unicode.Scalar>) -> String {
    if value.count >= 2, let first = value.first, first == value.last,
      first == "\"" || first == "'"
    {
      return value.dropFirst().dropLast().string
    }
    return value.string
  }
}
