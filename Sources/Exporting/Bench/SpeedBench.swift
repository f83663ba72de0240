public import Diagnostics
import Geometry
import Glibc
import LayoutSpecs
import PangoShaping
import Typesetting

/// How fast running text is composed with the real faces, and how much memory it takes.
public struct SpeedBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// What is measured: a composer with the body style of a layout, and texts.
  private struct Setup {
    var texts: [String]
    var composer: Composer
    var style: ParagraphStyle

    func compose(_ text: String, _ measures: LineMeasures) throws(Rejection) -> ComposedParagraph {
      try composer.compose([TextSpan(text, style.character)], style: style, measures: measures)
    }
  }

  /// A line for each measure: characters a second, caches warm, the fastest of some rounds.
  public func run(
    reports folder: String, layout: String, rounds: Int
  ) throws(Rejection) -> [String] {
    let setup = try setup(folder, layout)
    let count = setup.texts.reduce(0) { $0 + $1.unicodeScalars.count }
    var lines: [String] = []
    for ems in [11, 13, 28] {
      let measures = LineMeasures(setup.style.character.size * ems)
      var seconds = Double.infinity
      for _ in 0...max(1, rounds) {
        let start = ContinuousClock.now
        for text in setup.texts { _ = try setup.compose(text, measures) }
        seconds = min(seconds, (ContinuousClock.now - start) / .seconds(1))
      }
      let speed = Int(Double(count) / seconds)
      lines.append("\(ems) em\t\(speed) characters/s\tof \(count)")
    }
    return lines
  }

  /// A line for each length: the bytes a character that the composed lines of texts so long hold,
  /// a million characters of them at a time.
  ///
  /// The reports' text is repeated; `ofOne` sets each text as a single paragraph. Everything is held
  /// to the end, so that what is measured is never memory that something before gave back.
  public func memory(
    reports folder: String, layout: String, ofOne: Bool
  ) throws(Rejection) -> [String] {
    let setup = try setup(folder, layout)
    let measures = LineMeasures(setup.style.character.size * 11)
    for text in setup.texts { _ = try setup.compose(text, measures) }
    let whole = 1_000_000
    var lines: [String] = []
    var held: [[ComposedParagraph]] = []
    for length in [10_000, 100_000, whole] {
      let texts = Self.texts(of: length, from: setup.texts, joined: ofOne)
      let before = Self.residentBytes()
      for _ in 0..<whole / length {
        var set: [ComposedParagraph] = []
        for text in texts { set.append(try setup.compose(text, measures)) }
        held.append(set)
      }
      let share = (Self.residentBytes() - before) / whole
      lines.append("\(length) characters\t\(share) bytes each")
    }
    // The compiler may give back what is used no more.
    return held.isEmpty ? [] : lines
  }

  // Linux: the second number of the file is the pages in memory.
  private static func residentBytes() -> Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = read(descriptor, &buffer, buffer.count)
    let fields = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }

  // The texts over and over until there are so many characters.
  private static func texts(of length: Int, from texts: [String], joined: Bool) -> [String] {
    var picked: [String] = []
    var left = length
    while left > 0 {
      for text in texts where left > 0 {
        let part = String(text.unicodeScalars.prefix(left))
        picked.append(part)
        left -= part.unicodeScalars.count
      }
    }
    return joined ? [picked.joined()] : picked
  }

  private func setup(_ folder: String, _ name: String) throws(Rejection) -> Setup {
    var problems = Problems()
    let layout = try home.layout(name, into: &problems)
    let texts = try BenchTexts.paragraphs(in: folder, environment, into: &problems)
    guard texts.contains(where: { !$0.isEmpty }) else {
      throw Rejection(FileProblems.missing(folder))
    }
    let shaper = try home.shaper()
    var style = layout.styles.resolved("body").paragraph
    style.runIn = nil
    return Setup(
      texts: texts, composer: Composer(shaper: shaper, profile: layout.composition), style: style)
  }
}
