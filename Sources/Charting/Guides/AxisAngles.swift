/// Which edge of a turned label meets its tick.
enum AxisAngles {
  static func baseline(_ angle: Double, _ orient: String, isX: Bool) -> String {
    let isFlat = angle <= 45 || angle >= 315
    if isX {
      if angle > 45 && angle < 135 || angle > 225 && angle < 315 { return "middle" }
      return isFlat == (orient == "top") ? "bottom" : "top"
    }
    if isFlat || angle >= 135 && angle <= 225 { return "middle" }
    return (angle >= 45 && angle <= 135) == (orient == "left") ? "top" : "bottom"
  }

  static func align(_ angle: Double, _ orient: String, isX: Bool) -> String {
    let start = isX ? 0.0 : 90
    if (angle + start).truncatingRemainder(dividingBy: 180) == 0 {
      return "center"
    }
    if !isX, angle == 0 { return orient == "left" ? "right" : "left" }
    let isMain = orient == (isX ? "bottom" : "left")
    return (start < angle && angle < 180 + start) == isMain ? "left" : "right"
  }
}
