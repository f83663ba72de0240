import Foundation
import Testing

/// The folders inside a target, its rooms: which of them know each other in a circle.
///
/// A room knows another where one of its files names a type that the other declares. Whoever cuts
/// a circle takes its rooms out of the table; nobody puts one in.
@Suite struct RoomTests {
  /// Rooms that lie on a circle today, by target.
  private static let circles: [String: Set<String>] = [
    "Exporting": [".", "Batch", "Bulletins", "Charts", "Files", "Jobs", "Merge", "Press"],
    "LayoutSpecs": ["Fonts", "Reading"],
    "PageMakeup": [
      ".", "Account", "Board", "Fitting", "Flow", "Furniture", "Objects", "Official", "Pages",
      "Proof",
      "Sheets", "Spoken", "Tables",
    ],
    "Prepress": [".", "Colour", "PDF", "Pictures"],
    "ReportReading": [
      "Decoding", "Indicators", "Lines", "Notes", "Proof", "Readers", "Records", "Roles", "Sheets",
      "TableFiles", "Tables", "Word", "YAML",
    ],
    "Typesetting": [".", "Breaking", "Chinese", "Headings", "Lines", "Paragraph", "Vertical"],
  ]

  /// A target's rooms: the files' words and the types that each declares.
  private struct Rooms {
    var words: [String: Set<Substring>] = [:]
    var owner: [Substring: String] = [:]

    init(of target: String, in files: [Project.SourceFile]) {
      var shared: Set<Substring> = []
      let declaration =
        /^(?:public |package |internal |private |fileprivate |final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
      for file in files where file.target == target {
        let parts = file.name.split(separator: "/")
        let room = parts.count > 3 ? String(parts[2]) : ""
        for line in file.lines {
          // What a comment names is no use of it.
          let code =
            line.contains("//")
            ? line[..<(line.range(of: "//")?.lowerBound ?? line.endIndex)] : line[...]
          words[room, default: []].formUnion(
            code.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
          guard let match = line.firstMatch(of: declaration), !line.hasPrefix("private") else {
            continue
          }
          if let other = owner[match.1], other != room { shared.insert(match.1) }
          owner[match.1] = room
        }
      }
      for name in shared { owner[name] = nil }
    }

    /// The rooms that a room knows.
    func known(by room: String) -> Set<String> {
      Set((words[room] ?? []).compactMap { owner[$0] }).subtracting([room])
    }

    /// The rooms from which a way leads back.
    var onCircles: Set<String> {
      let known = Dictionary(uniqueKeysWithValues: words.keys.map { ($0, self.known(by: $0)) })
      return Set(
        words.keys.filter { start in
          var reached: Set<String> = []
          var open = known[start] ?? []
          while let next = open.popFirst() {
            if reached.insert(next).inserted { open.formUnion(known[next] ?? []) }
          }
          return reached.contains(start)
        })
    }
  }

  @Test func circlesOnlyShrink() throws {
    let files = try Project.files(below: "Sources")
    for target in Set(files.map(\.target)).sorted() {
      let now = Rooms(of: target, in: files).onCircles.map { $0.isEmpty ? "." : $0 }
      let listed = Self.circles[target] ?? []
      let new = Set(now).subtracting(listed)
      let gone = listed.subtracting(now)
      #expect(new.isEmpty, "\(target): \(new.sorted()) came onto a circle")
      #expect(gone.isEmpty, "\(target): \(gone.sorted()) left the circle; take them off the table")
    }
  }
}
