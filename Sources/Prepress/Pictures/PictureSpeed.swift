public import Diagnostics
import ImageFiles
public import LayoutSpecs

/// How fast pictures become inks on one core.
public struct PictureSpeed {
  private let profile: PressProfile
  private let icc: [UInt8]
  private static let side = 2000

  /// Makes a measure of a press.
  public init(profile: PressProfile, icc: [UInt8]) {
    self.profile = profile
    self.icc = icc
  }

  /// Millions of pixels a second, the best of some rounds: of the transform alone, and from a JPEG
  /// file's bytes to those of a JPEG file in inks.
  public func measure(rounds: Int) throws(Rejection) -> (transform: Double, files: Double) {
    let pixels = Self.picture()
    guard
      let transform = ScreenToPress(
        source: nil, press: icc, intent: profile.pictures.intent),
      let file = JPEGCompressor.compress(
        pixels: pixels, width: Self.side, height: Self.side, kind: .color)
    else { throw Rejection(PressProblems.brokenProfile(profile.condition.profile)) }
    let count = Self.side * Self.side
    let converter = PictureConverter(profile: profile, icc: icc, isGrayscale: false)
    var best = (transform: Double.infinity, files: Double.infinity)
    for _ in 0..<max(1, rounds) {
      var start = ContinuousClock.now
      _ = transform.convert(pixels, count: count)
      best.transform = min(best.transform, (ContinuousClock.now - start) / .seconds(1))
      start = ContinuousClock.now
      var problems = Problems()
      let decoded = try PictureDecoder.decode(path: "picture", bytes: file)
      _ = try converter.convert(decoded, packing: .jpeg, name: "picture", into: &problems)
      best.files = min(best.files, (ContinuousClock.now - start) / .seconds(1))
    }
    let millions = Double(count) / 1e6
    return (millions / best.transform, millions / best.files)
  }

  /// Colours that change from pixel to pixel, as those of a photograph do: with even areas the
  /// library would only look up its last answer.
  private static func picture() -> [UInt8] {
    var pixels = [UInt8](repeating: 255, count: side * side * 4)
    var state: UInt32 = 1
    for y in 0..<side {
      for x in 0..<side {
        state = state &* 1_664_525 &+ 1_013_904_223
        let grain = Int(state >> 29)
        let place = (y * side + x) * 4
        pixels[place] = UInt8((x * 200 / side + grain) & 255)
        pixels[place + 1] = UInt8((y * 200 / side + grain) & 255)
        pixels[place + 2] = UInt8(((x + y) * 100 / side + grain) & 255)
      }
    }
    return pixels
  }
}
