import Geometry
import LayoutSpecs
import Notations
import ReportWriting

/// The web pages of a digital paper.
struct EpaperSite {
  let issue: EpaperIssue

  init(_ issue: EpaperIssue) { self.issue = issue }

  /// All text files, the front page first.
  var files: [(name: String, text: String)] {
    var files = issue.pages.indices.map { (Self.page($0), pageView($0)) }
    files += issue.articles.indices.map { (Self.article($0), articleView($0)) }
    files += [
      ("epaper.css", EpaperStyle.sheet), ("epaper.js", EpaperStyle.script),
      ("issue.json", EpaperData.json(of: issue)), ("issue.xml", EpaperData.xml(of: issue)),
    ]
    return files
  }

  /// The file of a page, the first of them the entrance.
  static func page(_ index: Int) -> String { index == 0 ? "index.html" : "page-\(index + 1).html" }
  static func article(_ index: Int) -> String { "article-\(index + 1).html" }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  private func label(_ page: EpaperIssue.Page) -> String {
    let name = page.name.isEmpty ? "" : "：\(page.name)"
    return "第\(page.number)版\(name)"
  }

  // MARK: A page

  private func pageView(_ index: Int) -> String {
    let page = issue.pages[index]
    let ratio = page.size.height / page.size.width
    let areas = page.places.map { area($0) }.joined(separator: "\n")
    let titles = issue.articles(onPage: index).map { article in
      "<li><a href=\"\(Self.article(article))\" data-article=\"\(article + 1)\">"
        + "\(escaped(issue.articles[article].title))</a></li>"
    }.joined(separator: "\n")
    return html(
      title: "\(issue.paper) \(label(page))",
      body: """
        <main class="page">
        <section class="sheet" aria-label="版面">
        <div class="picture" style="aspect-ratio: 1 / \(Self.rounded(ratio))">
        <img src="page-\(index + 1).png" alt="\(escaped(label(page)))版面图">
        \(areas)
        </div>
        <p class="tools">\(turn(index))<a href="page-\(index + 1).pdf">本版 PDF</a></p>
        </section>
        <nav class="titles" aria-label="本版标题">
        <h2>\(escaped(label(page)))</h2>
        <ol>
        \(titles)
        </ol>
        </nav>
        </main>
        """, current: index)
  }

  private func turn(_ index: Int) -> String {
    let last = index > 0 ? "<a rel=\"prev\" href=\"\(Self.page(index - 1))\">上一版</a>" : ""
    let next =
      index + 1 < issue.pages.count
      ? "<a rel=\"next\" href=\"\(Self.page(index + 1))\">下一版</a>" : ""
    return last + next
  }

  private func area(_ place: EpaperIssue.Place) -> String {
    guard let article = place.article else { return "" }
    func percent(_ share: Double) -> String { Self.rounded(share * 100) + "%" }
    let area = place.area
    return """
      <a class="area" href="\(Self.article(article))" data-article="\(article + 1)" \
      aria-label="\(escaped(issue.articles[article].title))" style="left: \(percent(area.left)); \
      top: \(percent(area.top)); width: \(percent(area.width)); height: \(percent(area.height))"></a>
      """
  }

  /// To four digits, the same everywhere.
  static func rounded(_ value: Double) -> String {
    DecimalText.fixed(value, 4)
  }

  // MARK: An article

  private func articleView(_ index: Int) -> String {
    let article = issue.articles[index]
    let written = WrittenReport(
      article.report, layout: article.layout, pictures: article.pictures)
    let last =
      index > 0 ? "<a rel=\"prev\" href=\"\(Self.article(index - 1))\">上一篇</a>" : ""
    let next =
      index + 1 < issue.articles.count
      ? "<a rel=\"next\" href=\"\(Self.article(index + 1))\">下一篇</a>" : ""
    return html(
      title: "\(article.title) \(issue.paper)",
      body: """
        <main class="story">
        <p class="tools"><a href="\(Self.page(article.page))">\
        返回\(escaped(label(issue.pages[article.page])))</a>\(last)\(next)</p>
        <article>
        \(written.webArticle)
        </article>
        <p class="tools">\(last)\(next)</p>
        </main>
        """, current: article.page)
  }

  // MARK: What all have

  private func html(title: String, body: String, current: Int) -> String {
    let pages = issue.pages.indices.map { index in
      let mark = index == current ? " aria-current=\"page\"" : ""
      return
        "<li><a href=\"\(Self.page(index))\"\(mark)>\(escaped(label(issue.pages[index])))</a></li>"
    }.joined(separator: "\n")
    let facts = [issue.date, issue.issue].filter { !$0.isEmpty }.joined(separator: "　")
    let titles = issue.articles.indices.map { index in
      let article = issue.articles[index]
      return "<li hidden><a href=\"\(Self.article(index))\">\(escaped(article.title))</a> "
        + "<small>\(escaped(label(issue.pages[article.page])))</small></li>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="epaper.css">
      <script src="epaper.js" defer></script>
      </head>
      <body>
      <header>
      <a class="skip" href="#content">跳到正文</a>
      <p class="paper"><a href="index.html">\(escaped(issue.paper))</a></p>
      <p class="facts">\(escaped(facts))</p>
      <form role="search"><label>找标题 <input type="search" id="search" autocomplete="off"></label>
      <ul id="found" aria-live="polite">
      \(titles)
      </ul></form>
      <nav aria-label="版面"><ul class="pages">
      \(pages)
      </ul></nav>
      </header>
      <div id="content">
      \(body)
      </div>
      </body>
      </html>

      """
  }
}
