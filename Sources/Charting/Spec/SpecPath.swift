import Diagnostics

/// Where a value stands in its tree, as a JSON path: `$.encoding.x.field`.
enum SpecPath {
  /// The path of the value or key that starts at a place; nil where nothing starts there.
  static func find(_ place: SourcePosition, in root: SpecValue, path: String = "$") -> String? {
    if root.place == place { return path }
    switch root.content {
    case .map(let map):
      for entry in map.entries {
        let inner = "\(path).\(entry.key)"
        if entry.place == place { return inner }
        if let found = find(place, in: entry.value, path: inner) { return found }
      }
    case .list(let items):
      // Values stand in the order of their places, so only the last that starts before can hold it.
      guard let number = items.lastIndex(where: { ($0.place ?? place) <= place }) else {
        return nil
      }
      return find(place, in: items[number], path: "\(path)[\(number)]")
    default: break
    }
    return nil
  }
}
