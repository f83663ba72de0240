import Diagnostics

/// Finds the rows of a `data` block: inline, named, from a file, or a sequence.
struct DataLoader {
  let context: ChartContext

  /// Most rows that a sequence may make.
  private static let sequenceLimit = 1_000_000.0

  /// The table of a data block.
  func load(_ spec: SpecValue) -> DataTable {
    var table = DataTable()
    if let values = spec["values"] {
      table = inline(values, spec)
    } else if let url = spec["url"]?.text {
      guard let file = context.files[url] else {
        context.report(
          ChartProblems.noData(url, known: context.files.keys.sorted()), at: spec["url"])
        return table
      }
      table = read(file, spec)
    } else if let sequence = spec["sequence"] {
      table = self.sequence(sequence)
    } else if let name = spec["name"]?.text {
      guard let known = context.tables[name] else {
        context.report(
          ChartProblems.noData(name, known: context.tables.keys.sorted()), at: spec["name"])
        return table
      }
      return known
    }
    parse(&table, spec["format"]?["parse"])
    if let name = spec["name"]?.text { context.tables[name] = table }
    return table
  }

  private func inline(_ values: SpecValue, _ spec: SpecValue) -> DataTable {
    if let text = values.text {
      let kind = spec["format"]?["type"]?.text ?? "json"
      return read(DataFile(name: "values.\(kind)", bytes: Array(text.utf8)), spec)
    }
    return rows(within(values, spec["format"]?["property"]))
  }

  /// Rows of a list of maps; other items are put in a field `data`.
  func rows(_ values: SpecValue) -> DataTable {
    let items = values.list ?? [values]
    return DataTable(items: items)
  }

  private func within(_ values: SpecValue, _ property: SpecValue?) -> SpecValue {
    guard let path = property?.text else { return values }
    return FieldPath.parts(path).reduce(values) { $0[$1] ?? SpecValue(.null) }
  }

  private func read(_ file: DataFile, _ spec: SpecValue) -> DataTable {
    let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let kind = spec["format"]?["type"]?.text ?? ending
    switch kind {
    case "csv", "tsv", "dsv":
      let mark = kind == "tsv" ? "\t" : spec["format"]?["delimiter"]?.text ?? ","
      let separator = mark.utf8.first ?? UInt8(ascii: ",")
      var table = SeparatedText.table(
        String(decoding: file.bytes, as: UTF8.self), separator: separator)
      typeColumns(&table)
      return table
    default:
      do {
        let tree = try JSONReader.read(file.bytes, file: file.name)
        return rows(within(tree, spec["format"]?["property"]))
      } catch {
        context.problems.report(contentsOf: error.diagnostics)
        return DataTable()
      }
    }
  }

  /// Columns of a text file become numbers or truth values where all their cells are.
  private func typeColumns(_ table: inout DataTable) {
    for field in table.fields {
      let cells = table.column(field).filter { $0 != .null }
      guard !cells.isEmpty, !holdsYears(cells, field) else { continue }
      if cells.allSatisfy({ !$0.number.isNaN }) {
        let column = table.column(field)
        table.set(field) { column[$0] == .null ? .null : .number(column[$0].number) }
      } else if cells.allSatisfy({ $0 == .text("true") || $0 == .text("false") }) {
        let column = table.column(field)
        table.set(field) { column[$0] == .null ? .null : .flag(column[$0] == .text("true")) }
      }
    }
  }

  /// Whether a column that the chart takes for times holds years: 2022 is no count of milliseconds.
  private func holdsYears(_ cells: [DataValue], _ field: String) -> Bool {
    context.temporalFields.contains(field)
      && cells.allSatisfy { $0.words.utf8.count == 4 && $0.words.allSatisfy(\.isNumber) }
  }

  private func parse(_ table: inout DataTable, _ parse: SpecValue?) {
    for entry in parse?.map?.entries ?? [] {
      guard let kind = entry.value.text else { continue }
      let column = table.column(entry.key)
      if kind == "number" {
        table.set(entry.key) { column[$0] == .null ? .null : .number(column[$0].number) }
      } else if kind == "string" {
        table.set(entry.key) { column[$0] == .null ? .null : .text(column[$0].words) }
      } else if kind == "boolean" {
        table.set(entry.key) { column[$0] == .null ? .null : .flag(column[$0].words == "true") }
      } else if kind.hasPrefix("date") || kind.hasPrefix("utc") {
        let pattern = kind.split(separator: ":", maxSplits: 1).dropFirst().first
          .map { $0.filter { $0 != "'" && $0 != "\"" } }
        table.set(entry.key) { Self.date(column[$0], pattern: pattern) }
      } else {
        context.report(
          ChartProblems.notAmong(kind, choices: ["number", "string", "boolean", "date"]),
          at: entry.value)
      }
    }
  }

  /// The date of a cell; null where it is none.
  static func date(_ value: DataValue, pattern: String? = nil) -> DataValue {
    switch value {
    case .date: return value
    case .number(let number):
      return pattern == nil ? .date(number) : date(.text(value.words), pattern: pattern)
    case .text(let text):
      let time = pattern.map { DateParser.time(text, pattern: $0) } ?? DateParser.time(text)
      return time.map { .date($0) } ?? .null
    default: return .null
    }
  }

  private func sequence(_ spec: SpecValue) -> DataTable {
    let start = spec["start"].map { context.resolved($0) }?.number ?? 0
    let step = spec["step"].map { context.resolved($0) }?.number ?? 1
    guard let stop = spec["stop"].map({ context.resolved($0) })?.number, step != 0,
      (stop - start) / step < Self.sequenceLimit
    else {
      context.report(ChartProblems.missingKey("stop"), at: spec)
      return DataTable()
    }
    let numbers = stride(from: start, to: stop, by: step)
    return DataTable(
      fields: [spec["as"]?.text ?? "data"], rows: numbers.map { [.number($0)] })
  }
}
