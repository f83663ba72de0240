/// The visual properties that data are shown by.
enum Channel: String, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, xOffset, yOffset, theta, theta2, radius, radius2
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash, size
  case angle, shape, text, detail, order, url
  case longitude, latitude, longitude2, latitude2
  case row, column, facet

  /// The channel that this one is the other end of.
  var main: Channel {
    switch self {
    case .x2: .x
    case .y2: .y
    case .theta2: .theta
    case .radius2: .radius
    case .longitude2: .longitude
    case .latitude2: .latitude
    default: self
    }
  }

  /// The other end of a stretch.
  var second: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    case .longitude: .longitude2
    case .latitude: .latitude2
    default: nil
    }
  }

  /// The channel that shifts marks within this one's bands.
  var offset: Channel? {
    switch self {
    case .x: .xOffset
    case .y: .yOffset
    default: nil
    }
  }

  /// Whether it places marks along an axis.
  var isPosition: Bool { self == .x || self == .y }
  /// Whether it shifts marks within bands.
  var isOffset: Bool { self == .xOffset || self == .yOffset }
  /// Whether it places marks in a circle.
  var isPolar: Bool { self == .theta || self == .radius }
  /// Whether it places marks on a map.
  var isGeographic: Bool { main == .longitude || main == .latitude }
  /// Whether it colours marks.
  var isColour: Bool { self == .color || self == .fill || self == .stroke }

  /// Whether values pass through a scale.
  var hasScale: Bool { Channel.scaled.contains(self) }

  /// The channels with scales, places first: later scales may need the steps of the first.
  static let scaled: [Channel] = [
    .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity,
    .strokeOpacity, .strokeWidth, .strokeDash, .size, .angle, .shape,
  ]

  /// The channels with legends.
  static let legends: [Channel] = [
    .color, .fill, .stroke, .shape, .size, .strokeWidth, .strokeDash, .opacity,
  ]

  /// The channels that tell rows apart without placing them.
  static let nonPosition: [Channel] = [
    .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
    .size, .angle, .shape, .text, .detail, .order, .url,
  ]
}

/// What a field holds.
enum FieldType: String, Hashable, Sendable, CaseIterable {
  case quantitative, temporal, nominal, ordinal

  /// Whether it is a list of categories.
  var isDiscrete: Bool { self == .nominal || self == .ordinal }
}

/// The shapes that data become.
public enum MarkKind: String, Hashable, Sendable, CaseIterable {
  case bar, line, area, point, circle, square, arc, text, rule, tick, rect, trail, image, geoshape
}
