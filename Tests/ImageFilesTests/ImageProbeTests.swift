import Diagnostics
import DisplayList
import ImageFiles
import TestSupport
import Testing

@Suite("Picture files")
struct ImageProbeTests {
  static let files = ["quarters.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "quarters.png"]

  private func bytes(_ name: String) throws -> [UInt8] {
    try FixtureFiles().contents(of: "images/" + name)
  }

  private func code(_ name: String, _ bytes: [UInt8]) -> String? {
    do {
      _ = try ImageProbe.probe(path: name, bytes: bytes)
      return nil
    } catch {
      #expect(error.diagnostics.count == 1)
      return error.diagnostics[0].code.rawValue
    }
  }

  @Test("Format and size come from the content", arguments: files)
  func whole(name: String) throws {
    let source = try ImageProbe.probe(path: "wrong.gif", bytes: try bytes(name))
    #expect(source.format == (name.hasSuffix("png") ? .png : .jpeg))
    #expect(source.pixelWidth == 96 && source.pixelHeight == 64)
    let header = try ImageProbe.header(path: name, bytes: try bytes(name))
    #expect(header.passesThrough == ["quarters.jpg", "progressive.jpg", "grey.jpg"].contains(name))
  }

  @Test("A file cut anywhere is refused", arguments: files)
  func truncated(name: String) throws {
    let whole = try bytes(name)
    for count in [whole.count - 2, whole.count * 9 / 10, whole.count / 2, whole.count / 4] {
      let found = code(name, Array(whole[0..<count]))
      #expect(
        found == "image.truncated" || found == "image.broken", "\(count) bytes: \(found ?? "")")
    }
  }

  @Test("A PNG file with a flipped bit is refused")
  func damaged() throws {
    var file = try bytes("quarters.png")
    file[file.count - 40] ^= 4
    #expect(code("a.png", file) == "image.broken")
  }

  @Test("Junk, text and nothing are no pictures", arguments: [[], Array("GIF89a".utf8), [0xFF]])
  func unknown(bytes: [UInt8]) { #expect(code("a.jpg", bytes) == "image.unknown-format") }

  @Test("A header that promises too many pixels is refused before decoding")
  func bombs() throws {
    var png = try bytes("quarters.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
    #expect(code("a.png", png) == "image.too-large")
    // As many pixels as are read, but eight bytes each.
    png.replaceSubrange(16..<26, with: [0, 0, 0x27, 0x0F, 0, 0, 0x27, 0x0F, 16, 6])
    #expect(code("a.png", png) == "image.too-large")
    var jpeg = try bytes("quarters.jpg")
    let frame = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xEA, 0x60, 0xEA, 0x60])
    #expect(code("a.jpg", jpeg) == "image.too-large")
  }

  /// At each limit and one beyond it, before decoding: the pixels behind the head are not there.
  @Test(arguments: [
    (32_767, 1, nil), (32_768, 1, "image.too-large"), (1, 32_768, "image.too-large"),
    (10_000, 10_000, nil), (10_001, 10_000, "image.too-large"), (0, 5, "image.broken"),
    (5, 0, "image.broken"),
  ])
  func limitsHoldForTheHeadAlone(_ width: Int, _ height: Int, _ expected: String?) throws {
    func four(_ number: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    var png = try bytes("quarters.png")
    png.replaceSubrange(16..<24, with: four(width) + four(height))
    do {
      let header = try ImageProbe.header(path: "a.png", bytes: png)
      #expect(expected == nil)
      #expect((header.width, header.height) == (width, height))
    } catch {
      #expect(error.diagnostics.map(\.code.rawValue) == [expected ?? "none"])
    }
  }

  @Test("A file beyond the limit is refused")
  func largeFile() throws {
    let padding = [UInt8](repeating: 0, count: ImageLimits.bytes)
    #expect(code("a.jpg", try bytes("quarters.jpg") + padding) == "image.file-too-large")
  }

  @Test("The turn of a photograph swaps its sides where it must", arguments: 1...8)
  func orientation(number: Int) throws {
    let file = turned(try bytes("quarters.jpg"), by: UInt8(number))
    let source = try ImageProbe.probe(path: "a.jpg", bytes: file)
    #expect(source.pixelWidth == (number >= 5 ? 64 : 96))
    #expect(try ImageProbe.header(path: "a.jpg", bytes: file).orientation.rawValue == number)
  }

  @Test("CMYK pixels become the colours they were made from")
  func cmyk() throws {
    let image = try ImageDecoder.decodeJPEG(path: "cmyk.jpg", bytes: try bytes("cmyk.jpg"))
    let place = (16 * 96 + 16) * 4
    #expect(image.bytes[place + 2] > 240 && image.bytes[place] < 15, "the first quarter is red")
  }
}

/// A JPEG file with an EXIF segment that tells its turn.
func turned(_ jpeg: [UInt8], by orientation: UInt8) -> [UInt8] {
  let tiff: [UInt8] = [
    0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0,
    0, 0, 0,
  ]
  let content = Array("Exif\0\0".utf8) + tiff
  return jpeg[0..<2] + [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + jpeg[2...]
}
