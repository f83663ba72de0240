/// Reads a `table:` block: what is asked of tables, by keys that the tables know.
enum TableWishReader {
  /// The wishes of a block; `columns: [镇, 户数]`, `widths: { 备注: 12 }` and `sort: 户数 降` are texts
  /// with commas between their items.
  static func read(_ node: SpecNode) -> [TableWish] {
    node.entries().compactMap { entry in
      guard let value = text(of: entry.value) else { return nil }
      return TableWish(key: entry.key, value: value, range: entry.keyPlace)
    }
  }

  private static func text(of node: SpecNode) -> String? {
    if node.isList { return node.items().compactMap { $0.text() }.joined(separator: "，") }
    if node.isMap {
      return node.entries().compactMap { entry in
        entry.value.text().map { "\(entry.key)=\($0)" }
      }.joined(separator: "，")
    }
    return node.text()
  }
}
