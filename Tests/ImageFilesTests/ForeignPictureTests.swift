import Diagnostics
import DisplayList
import Testing

@testable import ImageFiles

/// Pictures of telephones, scanners and the web become PNG or are refused by name.
@Suite struct ForeignPictureTests {
  /// A Windows bitmap of 24 bits, all red.
  private static func bitmap(_ width: Int, _ height: Int) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let stride = (width * 3 + 3) / 4 * 4
    let isSmall = width * height < 1 << 20
    let row = (0..<stride).map { UInt8($0 % 3 == 2 && $0 < width * 3 ? 255 : 0) }
    let pixels = isSmall ? (0..<height).flatMap { _ in row } : []
    return Array("BM".utf8) + number(54 + stride * height, 4) + number(0, 4) + number(54, 4)
      + number(40, 4) + number(width, 4) + number(height, 4) + number(1, 2) + number(24, 2)
      + number(0, 4) + number(stride * height, 4) + number(2835, 4) + number(2835, 4)
      + number(0, 4) + number(0, 4) + pixels
  }

  @Test func aBitmapBecomesAPNG() throws {
    let png = try #require(try ForeignPicture.png(path: "a.bmp", bytes: Self.bitmap(5, 3)))
    let source = try ImageProbe.probe(path: "a.bmp", bytes: png)
    #expect(source.format == .png && source.pixelWidth == 5 && source.pixelHeight == 3)
    #expect(try ForeignPicture.png(path: "a.bmp", bytes: Self.bitmap(5, 3)) == png)
  }

  @Test func limitsHoldBeforeAPixelIsDecoded() {
    #expect {
      try ForeignPicture.png(path: "a.bmp", bytes: Self.bitmap(30_000, 30_000))
    } throws: { ($0 as? Rejection)?.diagnostics.first?.code == "image.too-large" }
  }

  @Test(arguments: [
    ("WebP", Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8)), ("GIF", Array("GIF89a".utf8)),
    ("TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]), ("HEIC", Array("\0\0\0\u{18}ftypheic".utf8)),
    ("AVIF", Array("\0\0\0\u{18}ftypavif".utf8)),
  ])
  func aBrokenFileIsRefusedByItsFormat(_ name: String, _ bytes: [UInt8]) {
    #expect(ForeignPicture.format(of: bytes) == name)
    #expect {
      try ForeignPicture.png(path: "照片", bytes: bytes)
    } throws: { error in
      let words = (error as? Rejection)?.diagnostics.first?.message.chinese ?? ""
      return words.contains(name) && words.contains("照片")
    }
  }

  @Test func otherFormatsAreLeftAsTheyAre() throws {
    for bytes in [[0xFF, 0xD8, 0xFF, 0xE0], PNGFile.signature, Array("<svg".utf8), []] {
      #expect(try ForeignPicture.png(path: "a", bytes: bytes) == nil)
    }
  }
}
