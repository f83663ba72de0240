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
    // A place that is not on the map has none. Vega leaves its mark in the corner, and shows what is
    // beyond the horizon as if the globe were of glass.
    let isPrint = context.isPrint
    return { row in
      let point = read(row)
      guard let place = point.flatMap({ isPrint ? projection.place($0) : projection.through($0) })
      else { return isPrint ? nil : 0 }
      return isAcross ? place.x : place.y
    }
  }
}
