import Diagnostics
import DisplayList
import Foundation
import Geometry
import LayoutSpecs
import TestSupport
import Testing

@testable import CairoRendering

@Suite("PDF")
struct PDFTests {
  private let lines = ["征程万里风正劲，重任千钧再奋蹄。", "“国骨”——（2022）……《中文》", "戈 GDP 5.2%"]

  private func document() throws -> PagedDocument {
    var page = try PageBuilder()
    try page.add(lines[0])
    try page.add(lines[1])
    return page.document()
  }

  private func text(of pdf: [UInt8]) -> String { String(decoding: pdf, as: UTF8.self) }

  @Test("The file is PDF 1.4 with the document's title and dates")
  func head() throws {
    let pdf = text(of: try PDFRenderer().render(try document(), from: FixtureFiles()))
    #expect(pdf.hasPrefix("%PDF-1.4"))
    #expect(pdf.contains("/CreationDate (20220408000000Z)"))
    #expect(pdf.contains("/Creator (Banxin)"))
    #expect(pdf.contains("0 0 200 100"))
  }

  @Test("The same document gives the same bytes, in another time zone as well")
  func deterministic() throws {
    let document = try document()
    let first = try PDFRenderer().render(document, from: FixtureFiles())
    setenv("TZ", "Pacific/Auckland", 1)
    tzset()
    defer {
      unsetenv("TZ")
      tzset()
    }
    #expect(try PDFRenderer().render(document, from: FixtureFiles()) == first)
    var undated = document
    undated.metadata.date = nil
    let pdf = text(of: try PDFRenderer().render(undated, from: FixtureFiles()))
    #expect(pdf.contains("/CreationDate (20000101000000Z)"))
    undated.metadata.date = "8. April"
    #expect(text(of: try PDFRenderer().render(undated, from: FixtureFiles())) == pdf)
  }

  @Test(
    "The text is that of the source, in painting order",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")))
  func extraction() throws {
    let pdf = try PDFRenderer().render(try document(), from: FixtureFiles())
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.pdf")
    try Data(pdf).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = ["-raw", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(output.split(whereSeparator: \.isWhitespace).map(String.init) == Array(lines[0...1]))
  }

  @Test("A full disk is a finding, not a crash or half a file")
  func writeFailure() throws {
    let document = try document()
    for limit in [0, 100, 3000] {
      let error = #expect(throws: Rejection.self) {
        try PDFRenderer(limit: limit).render(document, from: FixtureFiles())
      }
      #expect(error?.diagnostics.map(\.code) == ["render.failed"])
    }
  }

  @Test("A face or picture that the document lacks, or a broken file, is a finding")
  func missingParts() throws {
    var document = try document()
    document.faces = [:]
    #expect(
      code { try PDFRenderer().render(document, from: FixtureFiles()) } == "render.unknown-face")
    document.faces = ["hei": FontFace(file: "reports/gangshan-2022.txt")]
    #expect(
      code { try PDFRenderer().render(document, from: FixtureFiles()) } == "render.broken-font")
    let image = PlacedImage(image: ImageID(rawValue: "x"), size: .zero)
    document.pages[0].items = [PlacedItem(at: .zero, .image(image))]
    #expect(
      code { try PDFRenderer().render(document, from: FixtureFiles()) } == "render.unknown-image")
    document.pages = []
    #expect(code { try PDFRenderer().render(document, from: FixtureFiles()) } == "render.no-page")
  }

  @Test("JPEG files go into the page as they are")
  func passThrough() throws {
    let jpeg = try FixtureFiles().contents(of: "images/quarters.jpg")
    let id = ImageID(rawValue: "q")
    var page = try PageBuilder()
    page.images[id] = ImageSource(
      path: "images/quarters.jpg", format: .jpeg, pixelWidth: 96, pixelHeight: 64)
    let size = Size(width: .points(48), height: .points(32))
    let crop = Crop(x: 0.25, y: 0, width: 0.5, height: 1)
    page.add(.image(PlacedImage(image: id, size: size, crop: crop)), at: .zero)
    page.add(.image(PlacedImage(image: id, size: size)), at: Point(x: .points(60), y: .zero))
    let pdf = try PDFRenderer().render(page.document(), from: FixtureFiles())
    #expect(pdf.occurrences(of: jpeg) == 1)
    #expect(text(of: pdf).contains("/DCTDecode"))
  }

  private func code(_ body: () throws -> [UInt8]) -> String? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? Rejection)?.diagnostics.first?.code.rawValue }
  }
}

extension [UInt8] {
  fileprivate func occurrences(of part: [UInt8]) -> Int {
    indices.dropLast(part.count - 1).count {
      self[$0] == part[0] && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
