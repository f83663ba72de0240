/// A value that charts can place: a number, a text or a truth value.
public protocol Plottable {
  /// The value as data.
  var plotted: DataValue { get }
  /// What kind of field it makes: `quantitative`, `nominal`.
  static var plottedType: String { get }
}

extension Int: Plottable {
  /// The number.
  public var plotted: DataValue { .number(Double(self)) }
  /// A quantity.
  public static var plottedType: String { "quantitative" }
}

extension Double: Plottable {
  /// The number.
  public var plotted: DataValue { .number(self) }
  /// A quantity.
  public static var plottedType: String { "quantitative" }
}

extension String: Plottable {
  /// The text.
  public var plotted: DataValue { .text(self) }
  /// A category.
  public static var plottedType: String { "nominal" }
}

extension Optional: Plottable where Wrapped: Plottable {
  /// The value, or null.
  public var plotted: DataValue { map(\.plotted) ?? .null }
  /// The kind of the value.
  public static var plottedType: String { Wrapped.plottedType }
}

/// What a mark shows along an axis or by its colour: a name and how rows give it.
public struct PlottableValue<Row> {
  let label: String
  let type: String
  let constant: DataValue?
  let read: (Row) -> DataValue

  /// A property of every row.
  public static func value<Value: Plottable>(
    _ label: String, _ path: KeyPath<Row, Value>
  ) -> PlottableValue {
    PlottableValue(label: label, type: Value.plottedType, constant: nil) {
      $0[keyPath: path].plotted
    }
  }

  /// The same value for all rows.
  public static func value<Value: Plottable>(_ label: String, _ value: Value) -> PlottableValue {
    PlottableValue(label: label, type: Value.plottedType, constant: value.plotted) { _ in
      value.plotted
    }
  }

  var definition: SpecValue {
    if let constant {
      return ["datum": SpecValue(data: constant, at: nil), "type": SpecValue(type)]
    }
    var definition: SpecValue = ["field": SpecValue(label), "type": SpecValue(type)]
    if type == "nominal" { definition["sort"] = SpecValue(.null) }
    return definition
  }
}
