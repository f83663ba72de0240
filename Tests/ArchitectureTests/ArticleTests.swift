import Foundation
import Testing

/// The articles keep up with the sources.
@Suite struct ArticleTests {
  private static let catalogue = "Sources/Exporting/Exporting.docc"

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Project.root.appending(path: path), encoding: .utf8)
  }

  /// `python3 Tests/Tools/problem_codes.py` writes the article anew.
  @Test func everyProblemCodeIsListed() throws {
    let article = try text("\(Self.catalogue)/ProblemCodes.md")
    let finding = /\.(?:error|warning|note),\s*"(?<code>[a-z0-9\-]+\.[a-z0-9.\-]+)"/
    let literal = /"(?<area>[a-z][a-z\-]*)\.(?<name>[a-z0-9\-]+)"/
    let sources = try Project.files(below: "Sources").map { $0.lines.joined(separator: "\n") }
    var codes: Set<String> = []
    for source in sources {
      for match in source.matches(of: finding) { codes.insert(String(match.output.code)) }
    }
    // Codes that are handed on before a finding is made of them are of the same areas.
    let areas = Set(codes.map { String($0.prefix { $0 != "." }) } + ["output"])
    for source in sources {
      for match in source.matches(of: literal)
      where areas.contains(String(match.output.area)) && match.output.name != "yaml" {
        codes.insert("\(match.output.area).\(match.output.name)")
      }
    }
    #expect(codes.count > 100)
    for code in codes.sorted() { #expect(article.contains("`\(code)`"), "\(code) is not listed") }
  }

  /// `python3 Tests/Tools/limits.py` writes the article anew.
  @Test func theLimitsAreThoseOfTheConstants() throws {
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    check.arguments = ["python3", "Tests/Tools/limits.py", "--check"]
    check.currentDirectoryURL = Project.root
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  /// Each article that another one names is there.
  @Test func namedArticlesExist() throws {
    let folder = Project.root.appending(path: Self.catalogue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasSuffix(".md") {
      for match in try text("\(Self.catalogue)/\(name)").matches(of: /<doc:(?<article>[A-Za-z]+)>/)
      {
        let article = String(match.output.article)
        #expect(names.contains("\(article).md"), "\(name) names \(article)")
      }
      for match in try text("\(Self.catalogue)/\(name)").matches(of: /\]\((?<file>[A-Za-z]+\.md)\)/)
      {
        #expect(names.contains(String(match.output.file)), "\(name) names \(match.output.file)")
      }
    }
  }

  /// The files that the article of the architecture sends a reader to.
  @Test func namedFilesExist() throws {
    let article = try text("\(Self.catalogue)/Architecture.md")
    let files = article.matches(of: /`(?<file>[A-Za-z_\/+]+\.(?:swift|tsv))`/).map {
      String($0.output.file)
    }
    #expect(files.count > 20)
    for file in files {
      let places = ["Sources/\(file)", file].map { Project.root.appending(path: $0).path }
      #expect(places.contains(where: FileManager.default.fileExists), "\(file) is not there")
    }
  }

  /// What the guide to the library shows is part of the client package, which is built and run.
  @Test func theGuideShowsTheClient() throws {
    func lines(_ text: String) -> [String] {
      text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    }
    let client = lines(try text("Tests/Client/Sources/client/main.swift")).joined(separator: "\n")
    let blocks = try text("\(Self.catalogue)/UsingTheLibrary.md")
      .components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count > 5)
    for block in blocks {
      #expect(client.contains(lines(block).joined(separator: "\n")), "\(block)")
    }
  }
}
