import Foundation
import Testing

/// Every command of the manual and of the readme, run as it stands: each page in a folder of its own,
/// its blocks in their order, `sh` blocks as scripts and blocks with a file name as that file.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct ManualTests {
  static let catalogue = "Sources/Exporting/Exporting.docc"
  static let pages =
    [
      "TenMinutes", "Writing", "PagesAndIssues", "OwnLayout", "Ledgers", "ChartPresets",
      "ForThePress", "Batches", "HandingOn", "Troubles", "AddingALayout",
    ].map { "\(catalogue)/\($0).md" } + ["README.md"]

  /// A block of code: what stands behind its fence, and its lines.
  private struct Block {
    var language: String
    var file: String?
    var text: String
  }

  private func blocks(of page: String) throws -> [Block] {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8)
    var blocks: [Block] = []
    var open: Block?
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          let words = line.dropFirst(3).split(separator: " ").map(String.init)
          open = Block(
            language: words.first ?? "", file: words.count > 1 ? words[1] : nil, text: "")
        }
      } else {
        open?.text += line + "\n"
      }
    }
    #expect(open == nil, "\(page) leaves a block open")
    return blocks
  }

  /// One script of a page: files are written where the commands before them have led.
  private func script(of blocks: [Block]) -> String {
    var script = "set -e\nbanxin() { \"$BANXIN\" \"$@\"; }\n"
    for block in blocks {
      if let file = block.file {
        script += "cat > '\(file)' <<'END-OF-BLOCK'\n\(block.text)END-OF-BLOCK\n"
      } else if block.language == "sh" {
        for line in block.text.split(separator: "\n") {
          script += "echo '+ \(line.replacingOccurrences(of: "'", with: ""))' >&2\n\(line)\n"
        }
      }
    }
    return script
  }

  @Test(arguments: pages)
  func everyCommandWorksAsWritten(_ page: String) throws {
    let blocks = try blocks(of: page)
    #expect(blocks.contains { $0.language == "sh" }, "\(page) has no commands")
    let folder = try Program.temporaryFolder().appendingPathComponent("我的 稿件")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let file = folder.deletingLastPathComponent().appendingPathComponent("script.sh")
    try script(of: blocks).write(to: file, atomically: true, encoding: .utf8)
    // The program itself is the last argument of the wrapper; the script calls it by its variable.
    let outcome = try Program.run(
      [], environment: ["BANXIN": Program.executable.path, "BANXIN_HOME": Program.root.path],
      folder: folder, through: ["/bin/sh", file.path])
    #expect(outcome.code == 0, "\(page): \(outcome.errors.suffix(1500))")
  }

  /// The commands of the list of documents, which are run in the folder with the layouts.
  static let shelf: [String] = {
    let page = Program.root.appendingPathComponent("\(catalogue)/Shelf.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.matches(of: /`(?<command>banxin [^`]*)`/).map { String($0.output.command) }
      .filter { $0.contains(" -o ") }
  }()

  @Test func theShelfHasCommands() { #expect(Self.shelf.count > 40) }

  @Test(arguments: shelf)
  func everyDocumentOfTheShelfIsMade(_ command: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["layouts", "Tests"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name),
        withDestinationURL: Program.root.appendingPathComponent(name))
    }
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let outcome = try Program.run(
      words, environment: ["BANXIN_HOME": Program.root.path], folder: folder)
    #expect(outcome.code == 0, "\(command): \(outcome.errors.suffix(800))")
  }
}
