/// What the first 128 bytes of an ICC profile say.
struct ICCHeader: Hashable {
  /// `prtr` for presses, `mntr` for screens.
  var profileClass: String
  /// `CMYK`, `RGB `, `GRAY`.
  var space: String
  /// The major version: 2 or 4.
  var version: Int

  /// Reads the header; nil where the bytes are no profile.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 132, bytes[36..<40].elementsEqual("acsp".utf8) else { return nil }
    profileClass = String(decoding: bytes[12..<16], as: UTF8.self)
    space = String(decoding: bytes[16..<20], as: UTF8.self)
    version = Int(bytes[8])
  }

  /// Whether it describes a CMYK press.
  var isPressProfile: Bool { profileClass == "prtr" && space == "CMYK" }
}
