import Foundation
import Testing

/// `banxin epaper`, run as the editor of a digital paper runs it.
@Suite(.enabled(if: Program.hasFonts)) struct EpaperTests {
  private struct Issue: Decodable {
    struct Page: Decodable {
      struct Place: Decodable {
        var article: Int
        var left, top, width, height: Double
      }
      var places: [Place]
    }
    struct Article: Decodable {
      var page: Int
      var headline, text: String
    }
    var paper: String
    var pages: [Page]
    var articles: [Article]
  }

  private static let paragraph =
    "近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
    + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"

  private func story(_ title: String, paragraphs: Int) -> String {
    title + "\n\n"
      + (1...paragraphs).map { "第\($0)段。" + Self.paragraph }.joined(separator: "\n\n") + "\n"
  }

  private func site() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "banxin-epaper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      "long.txt": story("十五分钟服务圈建成", paragraphs: 62),
      "short.txt": story("秋粮颗粒归仓 <要闻>", paragraphs: 24),
      "ISSUE.yaml": """
      format: 1
      layout: newspaper-a3
      facts: { paper: 钢山报, date: 2031-05-06 }
      pages:
        - articles: [{ report: long.txt, continues: 2 }]
        - articles: [{ report: short.txt }]
      """,
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let outcome = try Program.run(["epaper", "ISSUE.yaml", "-o", "site"], folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return folder
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("site/\(name)"), encoding: .utf8)
  }

  /// A story that jumps is one article with a place on both pages; all of its words are there, and
  /// places lie on the page without meeting.
  @Test func articlesStandWholeBehindTheirPlaces() throws {
    let folder = try site()
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = Data(try text("issue.json", in: folder).utf8)
    let issue = try JSONDecoder().decode(Issue.self, from: data)
    #expect(issue.paper == "钢山报")
    #expect(issue.articles.map(\.page) == [1, 2])
    #expect(issue.pages.map { Set($0.places.map(\.article)) } == [[1], [1, 2]])
    let lines = issue.articles[0].text.split(separator: "\n")
    #expect(lines.count == 62)
    #expect(lines.last == "第62段。\(Self.paragraph)")
    for page in issue.pages {
      for (index, one) in page.places.enumerated() {
        #expect(one.left >= 0 && one.top >= 0)
        #expect(one.left + one.width <= 1 && one.top + one.height <= 1)
        for other in page.places[(index + 1)...] {
          let isBeside = one.left + one.width <= other.left || other.left + other.width <= one.left
          let isApart = one.top + one.height <= other.top || other.top + other.height <= one.top
          #expect(isBeside || isApart)
        }
      }
    }
  }

  /// Each page leads to the next, to its articles and to its PDF file, and asks for nothing outside.
  @Test func pagesLeadOnAndStayInTheirFolder() throws {
    let folder = try site()
    defer { try? FileManager.default.removeItem(at: folder) }
    let front = try text("index.html", in: folder)
    #expect(front.contains("rel=\"next\" href=\"page-2.html\""))
    #expect(front.contains("href=\"article-1.html\""))
    #expect(try text("page-2.html", in: folder).contains("秋粮颗粒归仓 &lt;要闻&gt;"))
    let site = folder.appendingPathComponent("site")
    for name in try FileManager.default.contentsOfDirectory(atPath: site.path)
    where name.hasSuffix(".html") {
      let html = try text(name, in: folder)
      #expect(!html.contains("http:") && !html.contains("https:"), "\(name)")
      let links = html.matches(of: /(?:href|src)="([^"#]+)"/).map { String($0.output.1) }
      for link in links where link != "data:," {
        let file = site.appendingPathComponent(link).path
        #expect(FileManager.default.fileExists(atPath: file), "\(name): \(link)")
      }
    }
  }

  /// Four pages read in a browser, from files and from a server: clicks, keys, a phone's width; and each
  /// article's ink lies in its place and in no other's.
  @Test func readersGoThroughThePaper() throws {
    try Script.needsBrowser()
    let did = try Script.outcome(of: "epaper_browser.py")
    #expect(did["pages"] as? Int == 4 && did["articles"] as? Int == 12)
    #expect(did["texts"] as? Bool == true)
    #expect(try #require(did["lines"] as? Int) > 200)
    #expect(try #require(did["outside"] as? Double) <= 2)
    #expect(try #require(did["inOthers"] as? Double) <= 2)
    #expect(did["faults"] as? [String] == [])
    #expect(did["outside requests"] as? [String] == [])
    for way in ["file", "server"] {
      let done = try #require(did[way] as? [String: Bool])
      #expect(done.count > 8)
      for (name, held) in done { #expect(held, "\(way): \(name)") }
    }
  }
}
