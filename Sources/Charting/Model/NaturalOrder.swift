extension ChartContext {
  /// The order of values that nothing else orders: rising, as Vega-Lite has it. In print words that
  /// count by themselves follow their count, and Chinese words stand as the data have them, since
  /// their code points say nothing.
  func naturalOrder(_ values: [DataValue]) -> [DataValue] {
    if isPrint {
      if let ordinals = OrdinalWords.sorted(values) { return ordinals }
      if values.contains(where: \.isChinese) { return values }
    }
    let areMixed = values.contains { $0.isNumber } && values.contains { $0.isText }
    return areMixed ? mixedOrder(values) : values.sorted(by: DataValue.ascending)
  }

  /// The order of numbers and words together. Words that are no numbers compare with none of them, and
  /// then the earlier one comes first, which is no sound order: the outcome is what the sort makes of it.
  private func mixedOrder(_ values: [DataValue]) -> [DataValue] {
    MergeSort.sorted(Array(values.enumerated())) { a, b in
      let areApart =
        a.element.isNumber != b.element.isNumber
        && (a.element.number.isNaN || b.element.number.isNaN)
      let order = areApart ? 0 : DataValue.order(a.element, b.element)
      return order != 0 ? order : a.offset - b.offset
    }.map(\.element)
  }
}

extension DataValue {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
  fileprivate var isText: Bool { if case .text = self { true } else { false } }

  /// Whether it is a word with a Han character.
  fileprivate var isChinese: Bool {
    guard case .text(let text) = self else { return false }
    return text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
