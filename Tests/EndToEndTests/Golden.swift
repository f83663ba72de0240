import Foundation
import ImageFiles
import TestSupport

/// How pictures, charts and press sheets are brought to a form that can be compared.
enum Golden {
  /// Runs a body in a folder of its own with some files.
  static func withFolder<Result>(
    _ files: [String: String], _ body: (URL) throws -> Result
  ) throws -> Result {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try body(folder)
  }

  /// An SVG file with its numbers in 1/100 and the glyph places of a run as steps.
  static func text(ofSVG file: String) -> String {
    file.split(separator: "\n").map { line in
      var line = String(line)
      line = line.replacing(" xml:space=\"preserve\"", with: "")
      line = line.replacing(/<text x="([-0-9. ]+)"/) { match in
        let values = match.1.split(separator: " ").compactMap { Double($0) }
        let steps = CompactDump.steps(values).joined(separator: " ")
        return "<text x=\"\(match.1.split(separator: " ").first ?? "")\" steps=\"\(steps)\""
      }
      return hundredths(line)
    }.joined(separator: "\n") + "\n"
  }

  /// The boxes and the operators of a file's first page.
  static func sheet(of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    process.arguments = ["--qdf", "--object-streams=disable", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard let start = text.range(of: "%% Page 1\n") else { return "" }
    let page = text[start.upperBound...]
    let end = page.range(of: "endstream")?.lowerBound ?? page.endIndex
    return hundredths(String(page[..<end]))
  }

  private static func hundredths(_ line: String) -> String {
    line.replacing(/-?[0-9]+\.[0-9]{3,}/) { match in
      let value = (Double(match.0) ?? 0) * 100
      return String(format: "%.2f", (value.rounded() + 0) / 100)
    }
  }

  /// What differs from the picture `pictures/<name>.png`; nil where next to nothing does.
  static func mismatch(_ file: Data, named name: String) throws -> String? {
    let reference = DumpSnapshot.references().appendingPathComponent("pictures/\(name).png")
    if DumpSnapshot.isRecording {
      return DumpSnapshot.write(file, to: reference)
        ?? "recorded \(name).png; run again without RECORD_SNAPSHOTS"
    }
    guard let expected = try? Data(contentsOf: reference) else {
      return "no reference \(name).png; record it with RECORD_SNAPSHOTS=1"
    }
    let old = try PictureDecoder.decode(path: name, bytes: [UInt8](expected))
    let new = try PictureDecoder.decode(path: name, bytes: [UInt8](file))
    var reason = ""
    if (old.width, old.height) != (new.width, new.height) {
      reason = "\(old.width)×\(old.height) is now \(new.width)×\(new.height)"
    } else {
      let far = zip(old.pixels, new.pixels).count { abs(Int($0) - Int($1)) > 32 }
      guard far * 500 > old.pixels.count else { return nil }
      reason = "\(far) of \(old.pixels.count) samples differ"
    }
    let kept = Program.root.appendingPathComponent("output/snapshots/\(name).png")
    return DumpSnapshot.write(file, to: kept)
      ?? "\(name).png: \(reason); the new picture is output/snapshots/\(name).png"
  }
}
