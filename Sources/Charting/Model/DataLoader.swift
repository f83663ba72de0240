import Diagnostics
import Notations

/// Finds the rows of a `data` block: inline, named, from a file, or a sequence.
struct DataLoader {
  let context: ChartContext
  /// Whether a collection of features is a row each where the specification does not say; print does
  /// so anyway.
  var splitsFeatures = false

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
    } else if spec["sphere"]?.isOff == false {
      table = rows(["type": "Sphere"])
    } else if let net = spec["graticule"], !net.isOff {
      table = rows(graticule(net))
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

  private func graticule(_ spec: SpecValue) -> SpecValue {
    let net = Graticule(spec)
    guard net.isTooFine else { return net.geometry }
    let most = Graticule.mostPoints
    context.report(
      ChartProblems.badData(
        "the net has more than \(most) points: give it wider steps", "经纬网的点超过 \(most) 个，请放宽间隔"),
      at: spec)
    return SpecValue([SpecValue]())
  }

  private func inline(_ values: SpecValue, _ spec: SpecValue) -> DataTable {
    if let text = values.text {
      let kind = spec["format"]?["type"]?.text ?? "json"
      return read(DataFile(name: "values.\(kind)", bytes: Array(text.utf8)), spec)
    }
    return tree(values, spec)
  }

  /// Rows of a tree of JSON: of a property, of the features of a map, or of itself.
  private func tree(_ tree: SpecValue, _ spec: SpecValue) -> DataTable {
    let format = spec["format"]
    if let name = format?["feature"] ?? format?["mesh"] {
      guard let topology = TopoJSON(tree) else {
        context.report(
          ChartProblems.wrongType(tree, wanted: ("a topology of TopoJSON", "TopoJSON 拓扑")),
          at: name)
        return DataTable()
      }
      if topology.isTooLarge(name.text ?? "") {
        let most = TopoJSON.mostPoints
        context.report(
          ChartProblems.badData(
            "the shapes have more than \(most) points", "图形的点超过 \(most) 个"), at: name)
        return DataTable()
      }
      let isMesh = format?["feature"] == nil
      let found =
        isMesh
        ? topology.mesh(name.text ?? "", filter: format?["filter"]?.text).map { [$0] }
        : topology.features(name.text ?? "")
      guard let found else {
        context.report(ChartProblems.notAmong(name.text ?? "", choices: topology.names), at: name)
        return DataTable()
      }
      return DataTable(items: found)
    }
    // One row a place: what colours and words are bound to.
    if splitsFeatures || context.isPrint, format?["property"] == nil,
      tree["type"]?.text == "FeatureCollection",
      let features = tree["features"]
    {
      return rows(features)
    }
    return rows(within(tree, format?["property"]))
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
    if case .rows(let fields, let rows) = file.content { return table(fields, rows) }
    let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let kind = spec["format"]?["type"]?.text ?? ending
    switch kind {
    case "csv", "tsv", "dsv":
      let given = spec["format"]?["delimiter"]?.text?.unicodeScalars.first
      return separated(file, kind == "tsv" ? "\t" : given ?? (kind == "csv" ? "," : nil), spec)
    default:
      do {
        let tree = try JSONReader.read(file.bytes, file: file.name)
        return self.tree(tree, spec)
      } catch {
        context.problems.report(contentsOf: error.diagnostics)
        return DataTable()
      }
    }
  }

  /// A text in columns; its first line names the fields.
  private func separated(
    _ file: DataFile, _ separator: Unicode.Scalar?, _ spec: SpecValue
  ) -> DataTable {
    let scalars = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
    do throws(SeparatedRows.Problem) {
      var rows = try SeparatedRows(scalars, separator: separator).rows().map(\.cells)
      rows.removeAll { $0 == [""] }
      return table(rows.first ?? [], Array(rows.dropFirst()))
    } catch {
      let line =
        switch error {
        case .openQuote(let line), .textAfterQuote(let line): line
        }
      context.report(
        ChartProblems.badData(
          "a quotation in line \(line) of \"\(file.name)\" does not close",
          "“\(file.name)”第 \(line) 行的引号没有收尾"),
        at: spec["url"] ?? spec["values"])
      return DataTable()
    }
  }

  private func table(_ fields: [String], _ rows: [[String]]) -> DataTable {
    var table = DataTable(fields: fields)
    table.rows = rows.map { cells in
      fields.indices.map { $0 < cells.count && !cells[$0].isEmpty ? .text(cells[$0]) : .null }
    }
    typeColumns(&table)
    return table
  }

  /// Columns of a text file become numbers or truth values where all their cells are; among numbers a
  /// dash says that there is none.
  private func typeColumns(_ table: inout DataTable) {
    for field in table.fields {
      let cells = table.column(field).filter { $0 != .null }
      guard !cells.isEmpty, !holdsYears(cells, field), !Self.holdsCodes(cells) else { continue }
      if let numbers = Self.numbers(table.column(field)) {
        table.set(field) { numbers[$0] }
      } else if cells.allSatisfy({ $0 == .text("true") || $0 == .text("false") }) {
        let column = table.column(field)
        table.set(field) { column[$0] == .null ? .null : .flag(column[$0] == .text("true")) }
      }
    }
  }

  /// The numbers of a column, `1,034` and `95%` as people write them; nil where a cell is none, or
  /// percent and counts stand together.
  private static func numbers(_ column: [DataValue]) -> [DataValue]? {
    var (percents, plain) = (0, 0)
    var numbers: [DataValue] = []
    numbers.reserveCapacity(column.count)
    for cell in column {
      guard case .text(let text) = cell, !WrittenNumber.isBlank(text) else {
        numbers.append(.null)
        continue
      }
      if let number = WrittenNumber(text) {
        if number.isPercent { percents += 1 } else if number.value != 0 { plain += 1 }
        numbers.append(.number(number.value))
      } else if !cell.number.isNaN {
        plain += 1
        numbers.append(.number(cell.number))
      } else {
        return nil
      }
    }
    let isMixed = percents > 0 && plain > 0
    return isMixed || numbers.allSatisfy({ $0 == .null }) ? nil : numbers
  }

  /// Whether a column that the chart takes for times holds years: 2022 is no count of milliseconds.
  private func holdsYears(_ cells: [DataValue], _ field: String) -> Bool {
    context.temporalFields.contains(field)
      && cells.allSatisfy { $0.words.utf8.count == 4 && $0.words.allSatisfy(\.isNumber) }
  }

  /// Whether a column holds codes: 00731 is no number, and would lose its zeros as one.
  private static func holdsCodes(_ cells: [DataValue]) -> Bool {
    var hasZero = false
    for cell in cells {
      guard case .text(let text) = cell, !text.isEmpty,
        text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      hasZero = hasZero || text.utf8.count > 1 && text.utf8.first == 0x30
    }
    return hasZero
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
