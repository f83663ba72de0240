import ImageFiles
import Testing

/// What picture files say of their own size.
@Suite struct PictureResolutionTests {
  private func jpeg(unit: UInt8, _ x: UInt8, _ y: UInt8) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 2, unit, 0, x, 0, y, 0, 0, 0xFF]
  }

  private func png(unit: UInt8, perMetre: UInt16) -> [UInt8] {
    let number = [0, 0, UInt8(perMetre >> 8), UInt8(perMetre & 0xFF)]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 9] + Array("pHYs".utf8)
      + number
      + number + [unit, 0, 0, 0, 0]
  }

  @Test func dotsAreThoseOfAnInch() {
    #expect(PictureResolution.ppi(of: jpeg(unit: 1, 96, 72)).map { [$0.x, $0.y] } == [96, 72])
    // Dots a centimetre.
    #expect(
      PictureResolution.ppi(of: jpeg(unit: 2, 100, 50)).map { [$0.x, $0.y] } == [254, 127])
    #expect(
      PictureResolution.ppi(of: png(unit: 1, perMetre: 10_000)).map { [$0.x, $0.y] } == [254, 254])
  }

  /// Without a unit the numbers are only a ratio.
  @Test func ratiosAreNoResolution() {
    #expect(PictureResolution.ppi(of: jpeg(unit: 0, 1, 1)) == nil)
    #expect(PictureResolution.ppi(of: png(unit: 0, perMetre: 1)) == nil)
    #expect(PictureResolution.ppi(of: jpeg(unit: 1, 0, 0)) == nil)
    #expect(PictureResolution.ppi(of: [1, 2, 3]) == nil)
  }
}
