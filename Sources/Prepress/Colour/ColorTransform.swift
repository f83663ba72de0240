internal import CLCMS2
import LayoutSpecs

/// A conversion of colours by lcms2, with one owner: made once for a run, since the tables cost more
/// than a small picture.
struct ColorTransform: ~Copyable {
  private let raw: cmsHTRANSFORM
  private let outputSize: Int

  /// Pixels of one kind to pixels of another.
  enum Pixels {
    case grey, blueGreenRed, cmyk, lab, cmykPercent

    fileprivate var format: cmsUInt32Number {
      switch self {
      case .grey: cmsUInt32Number(PRESS_GRAY_8)
      case .blueGreenRed: cmsUInt32Number(PRESS_BGRX_8)
      case .cmyk: cmsUInt32Number(PRESS_CMYK_8)
      case .lab: cmsUInt32Number(PRESS_LAB_DOUBLE)
      case .cmykPercent: cmsUInt32Number(PRESS_CMYK_DOUBLE)
      }
    }
  }

  /// Makes a conversion; nil where the two profiles do not go together. Without an intent colours
  /// are measured as they are, paper relative, with nothing brought in; `keepsPaper` shows the
  /// paper's own colour, too.
  init?(
    from source: borrowing ColorProfile, _ input: Pixels, to target: borrowing ColorProfile,
    _ output: Pixels, intent: PictureLimits.Intent?, keepsPaper: Bool = false
  ) {
    let measured = keepsPaper ? INTENT_ABSOLUTE_COLORIMETRIC : INTENT_RELATIVE_COLORIMETRIC
    guard
      let raw = cmsCreateTransform(
        source.raw, input.format, target.raw, output.format,
        cmsUInt32Number(intent == .perceptual ? INTENT_PERCEPTUAL : measured),
        intent == .relative ? cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION) : 0)
    else { return nil }
    self.raw = raw
    outputSize = output == .grey ? 1 : 4
  }

  /// Converts pixels of bytes.
  func convert(_ pixels: [UInt8], count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count * outputSize) { buffer, written in
      cmsDoTransform(raw, pixels, buffer.baseAddress, cmsUInt32Number(count))
      written = count * outputSize
    }
  }

  /// Lightness L* of colours given as bytes or percents.
  func lightness<Value: BitwiseCopyable>(of colors: [Value], count: Int) -> [Double] {
    var lab = [Double](repeating: 0, count: count * 3)
    cmsDoTransform(raw, colors, &lab, cmsUInt32Number(count))
    return (0..<count).map { lab[$0 * 3] }
  }

  deinit { cmsDeleteTransform(raw) }
}
