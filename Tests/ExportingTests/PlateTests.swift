import Diagnostics
import Foundation
import ImageFiles
import Testing

@testable import Exporting

/// What the press page prints on each plate, by Ghostscript and by our own look at it.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PlateTests {
  private static let advertisement = "art/advertisement.pdf"

  /// The means of the plates in percent, and the heaviest pixel; nil where there is no Ghostscript.
  private func plates(_ bytes: [UInt8]) throws -> (means: [Double], maximum: Double)? {
    guard let drawn = try Separations(of: bytes, dpi: 72) else { return nil }
    let means = drawn.plates.map { plate in
      plate.reduce(0.0) { $0 + Double(255 - $1) } / Double(plate.count) / 2.55
    }
    let maximum = drawn.plates[0].indices.map { pixel in
      drawn.plates.reduce(0) { $0 + 255 - Int($1[pixel]) }
    }.max()
    return (means, Double(maximum ?? 0) / 2.55)
  }

  @Test func theInkStaysUnderTheLimit() throws {
    let bytes = try PressPage().files(PressOptions(profile: "newsprint")).files.files[0].bytes
    guard let found = try plates(bytes) else { return }
    #expect(found.means.allSatisfy { $0 > 0.05 })
    #expect(found.maximum <= 245, "\(found.maximum)")
  }

  @Test func oneColourMeansOnePlate() throws {
    var options = PressOptions(profile: "newsprint")
    options.isGrayscale = true
    let made = try PressPage().without(Self.advertisement).files(options)
    #expect(made.files.isReady == true, "\(made.problems.map(\.message.english))")
    guard let found = try plates(made.files.files[0].bytes) else { return }
    #expect(found.means.prefix(3).allSatisfy { $0 == 0 }, "\(found.means)")
    #expect(found.means[3] > 1)
  }

  /// The advertisement is in four inks: a press with one plate cannot print it.
  @Test func aColouredAdvertisementIsRefusedByOnePlate() throws {
    var options = PressOptions(profile: "newsprint")
    options.isGrayscale = true
    options.isForced = true
    let made = try PressPage().files(options)
    #expect(made.files.isReady == false)
    #expect(made.problems.contains { $0.code.rawValue == "press.more-plates" })
  }

  @Test func theSoftProofShowsPaperAndInk() throws {
    var options = PressOptions(profile: "newsprint")
    options.hasSoftProof = true
    let made = try PressPage().files(options)
    let file = try #require(made.files.files.first { $0.path == "page.softproof.png" })
    let proof = try PictureDecoder.decode(path: "proof", bytes: file.bytes)
    func color(_ x: Double, _ y: Double) -> [Int] {
      let place = (Int(y / 72 * 150) * proof.width + Int(x / 72 * 150)) * 4
      return proof.pixels[place..<place + 3].map { Int($0) }
    }
    // Newsprint: L* 82, a little yellow (TR 002). Blue, green, red.
    let paper = color(10, 10)
    #expect(paper.allSatisfy { (180...225).contains($0) } && paper[0] < paper[2], "\(paper)")
    // A solid of no ink is as dark as on a screen: half black, and half cyan.
    let (half, cyan) = (color(480, 220), color(570, 220))
    #expect(half[1] > 90 && half[1] < paper[1] - 30, "\(half)")
    #expect(cyan[0] > cyan[2] + 20, "\(cyan)")
  }
}

/// Ghostscript's plates of a page: cyan, magenta, yellow, black, one byte a pixel, 255 for no ink.
struct Separations {
  private(set) var plates: [[UInt8]] = []

  /// Nil, with a word about it, where there is no Ghostscript.
  init?(of bytes: [UInt8], dpi: Int) throws {
    let tool = "/usr/bin/gs"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      try Test.cancel("no Ghostscript")
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf")
    try Data(bytes).write(to: page)
    // The page's own profile on both sides: else its inks would be converted on the way.
    let icc = PressPage.root + "/layouts/_shared/icc/newsprint-snap-tr002-240.icc"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [
      "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r\(dpi)", "-sDEVICE=tiffsep",
      "-sCompression=none", "-dGraphicsAlphaBits=1", "-dTextAlphaBits=1",
      "--permit-file-read=\(icc)", "-sDefaultCMYKProfile=\(icc)", "-sOutputICCProfile=\(icc)",
      "-sOutputFile=\(folder.path)/p.tif", page.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    for name in ["Cyan", "Magenta", "Yellow", "Black"] {
      let file = folder.appendingPathComponent("p(\(name)).tif")
      plates.append(try Self.pixels([UInt8](try Data(contentsOf: file))))
    }
  }

  /// The strips of an unpacked TIFF file with one byte a pixel.
  private static func pixels(_ file: [UInt8]) throws -> [UInt8] {
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
    }
    let directory = number(4, 4)
    var fields: [Int: (count: Int, size: Int, place: Int)] = [:]
    for entry in 0..<number(directory, 2) {
      let place = directory + 2 + entry * 12
      let size = number(place + 2, 2) == 3 ? 2 : 4
      let count = number(place + 4, 4)
      fields[number(place, 2)] = (
        count, size, count * size <= 4 ? place + 8 : number(place + 8, 4)
      )
    }
    func values(_ tag: Int) throws -> [Int] {
      let field = try #require(fields[tag])
      return (0..<field.count).map { number(field.place + $0 * field.size, field.size) }
    }
    return zip(try values(273), try values(279)).flatMap { file[$0..<$0 + $1] }
  }
}
