import DisplayList
import Geometry

/// A screen colour as chart specifications name it, channels 0…255, with its opacity.
struct RGB: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double
  var opacity = 1.0
  /// The name it was written with, where it was a name.
  var name: String?

  static let black = RGB(red: 0, green: 0, blue: 0)
  static let white = RGB(red: 255, green: 255, blue: 255)

  init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// Reads `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)`, `hsl(…)` and the names of CSS; nil where it is no
  /// colour. `transparent` and `none` are no colours.
  init?(_ text: String) {
    let name = text.trimmingBlank().lowercased()
    if let hex = NamedColours.table[name] {
      self.init(hex: hex)
      self.name = name
    } else if name.hasPrefix("#") {
      self.init(hex: String(name.dropFirst()))
      if opacity < 1 { self.name = name }
    } else if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      let parts = name[name.index(after: open)...].dropLast()
        .split { $0 == "," || $0 == " " || $0 == "/" }
      let kind = name[..<open]
      if kind == "rgb" || kind == "rgba" {
        self.init(channels: parts.map(String.init))
      } else if kind == "hsl" || kind == "hsla" {
        self.init(hsl: parts.map(String.init))
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  private init?(hex: String) {
    var digits = Array(hex)
    if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 || digits.count == 8, let value = UInt64(String(digits), radix: 16)
    else { return nil }
    let bytes = digits.count == 8 ? value >> 8 : value
    self.init(
      red: Double(bytes >> 16 & 255), green: Double(bytes >> 8 & 255), blue: Double(bytes & 255),
      opacity: digits.count == 8 ? Double(value & 255) / 255 : 1)
  }

  private init?(channels: [String]) {
    let values = channels.compactMap { part -> Double? in
      part.hasSuffix("%") ? Double(part.dropLast()).map { $0 * 2.55 } : Double(part)
    }
    guard values.count == channels.count, values.count == 3 || values.count == 4 else { return nil }
    self.init(
      red: values[0], green: values[1], blue: values[2], opacity: values.count == 4 ? values[3] : 1)
  }

  private init?(hsl: [String]) {
    let values = hsl.compactMap { Double($0.hasSuffix("%") ? String($0.dropLast()) : $0) }
    guard values.count >= 3 else { return nil }
    let (hue, saturation, light) = (values[0] / 360, values[1] / 100, values[2] / 100)
    let high = light <= 0.5 ? light * (1 + saturation) : light + saturation - light * saturation
    let low = 2 * light - high
    func channel(_ turn: Double) -> Double {
      let t = turn - turn.rounded(.down)
      let share =
        t < 1 / 6.0
        ? low + (high - low) * 6 * t
        : t < 0.5 ? high : t < 2 / 3.0 ? low + (high - low) * (2 / 3.0 - t) * 6 : low
      return share * 255
    }
    self.init(
      red: channel(hue + 1 / 3.0), green: channel(hue), blue: channel(hue - 1 / 3.0),
      opacity: values.count > 3 ? values[3] : 1)
  }

  /// `#rrggbb`, the opacity after a slash where it is not full.
  var hex: String {
    let digits = [red, green, blue].map { channel in
      let text = String(Int(max(0, min(255, channel.rounded()))), radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    return opacity == 1 ? "#\(digits)" : "#\(digits)/\(NumberText.plain(opacity))"
  }

  /// The colour laid over paper at an opacity: what print, which knows no transparency, puts down.
  func flattened(_ share: Double = 1) -> RGB {
    let keep = max(0, min(1, opacity * share))
    func mix(_ channel: Double) -> Double { 255 - (255 - channel) * keep }
    return RGB(red: mix(red), green: mix(green), blue: mix(blue))
  }

  /// A colour between two, channel by channel.
  static func mix(_ a: RGB, _ b: RGB, _ share: Double) -> RGB {
    func channel(_ x: Double, _ y: Double) -> Double { max(0, min(255, x + (y - x) * share)) }
    return RGB(
      red: channel(a.red, b.red), green: channel(a.green, b.green), blue: channel(a.blue, b.blue),
      opacity: channel(a.opacity, b.opacity))
  }

  /// Relative luminance, 0…1, for contrast.
  var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : Elementary.pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast of two colours, 1…21.
  static func contrast(_ a: RGB, _ b: RGB) -> Double {
    let (x, y) = (a.luminance + 0.05, b.luminance + 0.05)
    return max(x, y) / min(x, y)
  }
}
