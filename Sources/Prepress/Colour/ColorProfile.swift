internal import CLCMS2

/// An ICC profile opened by lcms2, with one owner.
struct ColorProfile: ~Copyable {
  let raw: cmsHPROFILE

  /// Opens a profile; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let raw = cmsOpenProfileFromMem(bytes, cmsUInt32Number(bytes.count)) else { return nil }
    self.raw = raw
  }

  private init?(_ raw: cmsHPROFILE?) {
    guard let raw else { return nil }
    self.raw = raw
  }

  /// sRGB, for pictures that name no profile.
  static func sRGB() -> ColorProfile? { ColorProfile(cmsCreate_sRGBProfile()) }

  /// CIE L*a*b* of D50.
  static func lab() -> ColorProfile? { ColorProfile(cmsCreateLab4Profile(nil)) }

  /// sRGB as the bytes of a version 2 profile; the date in its head is a fixed one, since the
  /// library would write the clock's.
  static func sRGBBytes() -> [UInt8] {
    guard let profile = sRGB() else { return [] }
    cmsSetProfileVersion(profile.raw, 2.1)
    var size: cmsUInt32Number = 0
    guard cmsSaveProfileToMem(profile.raw, nil, &size) != 0, size > 128 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    guard cmsSaveProfileToMem(profile.raw, &bytes, &size) != 0 else { return [] }
    // 1 January 2000 in the place of the date; the profile's own check sum is left out.
    let date: [UInt8] = [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    bytes.replaceSubrange(24..<36, with: date)
    bytes.replaceSubrange(84..<100, with: [UInt8](repeating: 0, count: 16))
    return bytes
  }

  deinit { cmsCloseProfile(raw) }
}
