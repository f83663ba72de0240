/// Rows of values under named fields: the form in which data pass through all transforms.
struct DataTable: Hashable, Sendable {
  /// One row; it may be shorter than the list of fields, the rest is null.
  typealias Row = [DataValue]

  /// The names of the fields, in the order in which they appeared.
  private(set) var fields: [String] = []
  private var places: [String: Int] = [:]
  /// The rows.
  var rows: [Row] = []

  init(fields: [String] = [], rows: [Row] = []) {
    for field in fields { _ = place(adding: field) }
    self.rows = rows
  }

  /// A table from maps: a field is known as soon as one row has it; anything else goes into a field
  /// `data`. Rows mostly have the same fields in
  /// the same order, so a key is looked for at its place first.
  init(items: [SpecValue]) {
    rows.reserveCapacity(items.count)
    for item in items {
      var row = Row()
      row.reserveCapacity(max(1, fields.count))
      guard case .map(let map) = item.content else {
        let place = place(adding: "data")
        while row.count <= place { row.append(.null) }
        row[place] = DataValue(item)
        rows.append(row)
        continue
      }
      for (number, entry) in map.entries.enumerated() {
        let isUsual = number < fields.count && fields[number] == entry.key
        let place = isUsual ? number : place(adding: entry.key)
        while row.count < place { row.append(.null) }
        if row.count == place {
          row.append(DataValue(entry.value))
        } else {
          row[place] = DataValue(entry.value)
        }
      }
      rows.append(row)
    }
  }

  /// Where a field stands; nil where the table lacks it.
  func place(of field: String) -> Int? { places[field] }

  /// Where a field stands, added at the end if it is new.
  mutating func place(adding field: String) -> Int {
    if let place = places[field] { return place }
    places[field] = fields.count
    fields.append(field)
    return fields.count - 1
  }

  /// A reader of one field, nested paths like `ranges[2]` and `a.b` included.
  func accessor(_ path: String) -> FieldAccess { FieldAccess(path, in: self) }

  /// The values of a field, one a row.
  func column(_ path: String) -> [DataValue] {
    let access = accessor(path)
    return rows.map { access($0) }
  }

  /// Sets a field of all rows from a function of the row's number.
  mutating func set(_ field: String, _ value: (Int) -> DataValue) {
    let place = place(adding: field)
    for number in rows.indices {
      let new = value(number)
      while rows[number].count <= place { rows[number].append(.null) }
      rows[number][place] = new
    }
  }

  /// The same fields without rows.
  var emptied: DataTable {
    var copy = self
    copy.rows = []
    return copy
  }

  /// The rows in groups of equal keys, groups in order of first appearance.
  func groups(by keys: [String]) -> [[Int]] {
    if keys.isEmpty { return rows.isEmpty ? [] : [Array(rows.indices)] }
    let access = keys.map { accessor($0) }
    var order: [[DataValue]: Int] = [:]
    var groups: [[Int]] = []
    for (number, row) in rows.enumerated() {
      let key = access.map { $0(row) }
      if let group = order[key] {
        groups[group].append(number)
      } else {
        order[key] = groups.count
        groups.append([number])
      }
    }
    return groups
  }

  /// A row as one value, for expressions that hand the whole datum on.
  func record(_ row: Row) -> [String: DataValue] {
    var record: [String: DataValue] = [:]
    for (field, place) in places where place < row.count { record[field] = row[place] }
    return record
  }
}

/// Reads one field of rows of one table.
struct FieldAccess: Sendable {
  private let place: Int?
  private let inner: [String]

  init(_ path: String, in table: DataTable) {
    if let place = table.place(of: path) {
      self.place = place
      inner = []
      return
    }
    let parts = FieldPath.parts(path)
    place = parts.first.flatMap { table.place(of: $0) }
    inner = Array(parts.dropFirst())
  }

  /// Whether the table has the field.
  var isKnown: Bool { place != nil }

  func callAsFunction(_ row: DataTable.Row) -> DataValue {
    guard let place, place < row.count else { return .null }
    if inner.isEmpty { return row[place] }
    return inner.reduce(row[place]) { $0.member($1) }
  }
}

extension DataValue {
  /// An item of a list or an entry of a map.
  func member(_ key: String) -> DataValue {
    switch self {
    case .list(let items):
      if key == "length" { return .number(Double(items.count)) }
      guard let place = Int(key), items.indices.contains(place) else { return .null }
      return items[place]
    case .map(let map): return map[key] ?? .null
    case .text(let text):
      if key == "length" { return .number(Double(text.utf16.count)) }
      guard let place = Int(key), place >= 0, place < text.count else { return .null }
      return .text(String(text[text.index(text.startIndex, offsetBy: place)]))
    default: return .null
    }
  }
}

/// Field names with a path: `ranges[2]`, `a.b`, `['a.b']`; a backslash takes a dot literally.
enum FieldPath {
  static func parts(_ path: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var escaped = false
    for character in path {
      if escaped {
        current.append(character)
        escaped = false
        continue
      }
      switch character {
      case "\\": escaped = true
      case ".", "[":
        if !current.isEmpty { parts.append(current) }
        current = ""
      case "]":
        parts.append(current.filter { $0 != "'" && $0 != "\"" })
        current = ""
      default: current.append(character)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  /// The path with its escapes taken out: the name that columns and titles use.
  static func plain(_ path: String) -> String {
    path.filter { $0 != "\\" }
  }
}
