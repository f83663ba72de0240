/// Small readings of guide properties.
enum GuideStyle {
  /// Whether a weight is bold.
  static func isBold(_ weight: SpecValue?) -> Bool {
    if let number = weight?.number { return number >= 600 }
    return weight?.text == "bold" || weight?.text == "bolder"
  }

  /// An angle in 0..<360.
  static func normal(_ angle: Double) -> Double {
    let rest = angle.truncatingRemainder(dividingBy: 360)
    return rest < 0 ? rest + 360 : rest
  }

  /// The lines of a title: a text, a list of texts, or none.
  static func lines(_ spec: SpecValue?) -> [String]? {
    guard let spec else { return nil }
    if let list = spec.list { return list.map { DataValue($0).words } }
    return spec.isNull ? nil : [DataValue(spec).words]
  }
}

/// The words that a field is called by where nothing else is said.
enum FieldTitle {
  static func of(_ def: ChannelDef, config: SpecValue) -> String? {
    guard def.isField else { return nil }
    let field = def.field ?? ""
    switch config["fieldTitle"]?.text {
    case "plain": return field
    case "functional": return functional(def, field)
    default: break
    }
    if def.aggregate?.op == .count { return config["countTitle"]?.text ?? "Count of Records" }
    if def.isBinning { return "\(field) (binned)" }
    if let unit = def.timeUnit, !unit.isBinned {
      return "\(field) (\(unit.parts.map(\.rawValue).joined(separator: "-")))"
    }
    guard let aggregate = def.aggregate else { return field }
    if let chooser = aggregate.chooser {
      return "\(field) for \(aggregate.op == .argmax ? "max" : "min") \(chooser)"
    }
    let word = aggregate.op.rawValue
    return word.prefix(1).uppercased() + word.dropFirst() + " of " + field
  }

  private static func functional(_ def: ChannelDef, _ field: String) -> String {
    if let aggregate = def.aggregate {
      if let chooser = aggregate.chooser {
        return "\(field) for \(aggregate.op.rawValue)(\(chooser))"
      }
      return "\(aggregate.op.rawValue.uppercased())(\(field))"
    }
    if let unit = def.timeUnit { return "\(unit.name.uppercased())(\(field))" }
    return def.isBinning ? "BIN(\(field))" : field
  }
}
