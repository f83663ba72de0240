/// A picture ready for the press: the stream that takes its stand-in's place in the drawn file.
public struct PreparedPicture: Hashable, Sendable {
  /// What the samples are.
  public enum Space: String, Hashable, Sendable {
    case grey = "/DeviceGray"
    case cmyk = "/DeviceCMYK"
  }

  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int
  /// What the samples are.
  public var space: Space
  /// Bits of a sample: 8, or 1 for line art.
  public var bits: Int
  /// The stream's bytes.
  public var data: [UInt8]
  /// Whether `data` is a JPEG file.
  public var isJPEG: Bool
  /// Whether samples are stored as 255 − share, as Adobe's programs do in JPEG.
  public var isInverted: Bool
  /// How much each pixel covers, 255 fully.
  public var alpha: [UInt8]?

  /// Makes a picture.
  public init(
    width: Int, height: Int, space: Space, bits: Int = 8, data: [UInt8], isJPEG: Bool = false,
    isInverted: Bool = false, alpha: [UInt8]? = nil
  ) {
    self.width = width
    self.height = height
    self.space = space
    self.bits = bits
    self.data = data
    self.isJPEG = isJPEG
    self.isInverted = isInverted
    self.alpha = alpha
  }

  /// Puts the picture into a stream of a file.
  func write(to stream: PDFObject) {
    let file = stream.file
    for key in stream.keys where !["/Length", "/Type", "/Subtype"].contains(key) {
      stream[key] = nil
    }
    stream.replaceData(data, isJPEG ? .packed("/DCTDecode") : .toPack)
    stream["/Type"] = file.make("/XObject")
    stream["/Subtype"] = file.make("/Image")
    stream["/Width"] = file.make("\(width)")
    stream["/Height"] = file.make("\(height)")
    stream["/BitsPerComponent"] = file.make("\(bits)")
    stream["/ColorSpace"] = file.make(space.rawValue)
    if isInverted {
      stream["/Decode"] = file.make(space == .cmyk ? "[ 1 0 1 0 1 0 1 0 ]" : "[ 1 0 ]")
    }
    guard let alpha else { return }
    let mask = file.makeStream(
      alpha,
      dictionary: "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) "
        + "/BitsPerComponent 8 /ColorSpace /DeviceGray")
    stream["/SMask"] = mask
  }
}
