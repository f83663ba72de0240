/// Where marks stand on a map.
extension UnitFrame {
  /// The projection of the unit; nil where it is drawn on no map.
  var projection: MapProjection? { scales.projection(of: node, in: cell) }

  /// The place of a row along an axis of the plot, by its longitude and latitude; nil where the unit
  /// has none.
  func mapPlace(_ channel: Channel) -> Place? {
    guard channel.main.isPosition, unit.isPlacedOnMap, let projection else { return nil }
    let isFar = channel != channel.main
    guard let read = MapRows(unit: unit, data: data).place(isFar: isFar) else {
      return isFar ? nil : { _ in nil }
    }
    let isAcross = channel.main == .x
    // A place that is not on the map has none; Vega leaves its mark in the corner.
    let unseen: Double? = context.isPrint ? nil : 0
    return { row in
      guard let point = read(row), let place = projection.place(point) else { return unseen }
      return isAcross ? place.x : place.y
    }
  }
}
