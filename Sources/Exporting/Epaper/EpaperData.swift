import Geometry
import Notations
import ReportModel
import ReportWriting

/// The issue for other systems: the fields that digital papers exchange.
enum EpaperData {
  /// `issue.json`: paper, date, issue, pages with their places in shares of the page, articles.
  static func json(of issue: EpaperIssue) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("format", 1)
      writer.value("paper", issue.paper)
      writer.value("date", issue.date)
      writer.value("issue", issue.issue)
      writer.array("pages", issue.pages) { page, writer in
        writer.value("number", page.number)
        writer.value("name", page.name)
        writer.value("width_mm", rounded(page.size.width.millimetres))
        writer.value("height_mm", rounded(page.size.height.millimetres))
        writer.array("places", page.places) { place, writer in
          writer.value("article", (place.article ?? -1) + 1)
          writer.value("left", rounded(place.area.left))
          writer.value("top", rounded(place.area.top))
          writer.value("width", rounded(place.area.width))
          writer.value("height", rounded(place.area.height))
        }
      }
      writer.array("articles", Array(issue.articles.enumerated())) { entry, writer in
        let (index, article) = (entry.offset, entry.element)
        writer.value("number", index + 1)
        writer.value("page", issue.pages[article.page].number)
        for role in [ReportRole.kicker, .headline, .deck, .byline] {
          writer.value(role.rawValue, article.text(role))
        }
        writer.value("text", text(of: article))
        writer.array("pictures", pictures(of: article)) { picture, writer in
          writer.value("file", picture.file)
          writer.value("caption", picture.caption)
        }
      }
    }
    return writer.text + "\n"
  }

  /// `issue.xml`: the same under the names that papers use.
  static func xml(of issue: EpaperIssue) -> String {
    func element(_ name: String, _ text: String) -> String {
      "<\(name)>\(XMLText.escaped(text))</\(name)>"
    }
    let pages = issue.pages.enumerated().map { index, page in
      let articles = issue.articles(onPage: index).map { number in
        let article = issue.articles[number]
        let areas = issue.pages.flatMap { page in
          page.places.filter { $0.article == number }.map { place in
            "<坐标 版次=\"\(page.number)\">\(points(place.area))</坐标>"
          }
        }
        let pictures = pictures(of: article).map { picture in
          "<图片 文件=\"\(XMLText.escaped(picture.file))\">\(XMLText.escaped(picture.caption))</图片>"
        }
        return "<稿件 序号=\"\(number + 1)\">" + element("引题", article.text(.kicker))
          + element("主题", article.text(.headline)) + element("副题", article.text(.deck))
          + element("作者", article.text(.byline)) + element("正文", text(of: article))
          + pictures.joined() + areas.joined() + "</稿件>"
      }
      return "<版面 版次=\"\(page.number)\" 版名=\"\(XMLText.escaped(page.name))\">\n"
        + articles.joined(separator: "\n") + "\n</版面>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <报纸 名称="\(XMLText.escaped(issue.paper))" 日期="\(XMLText.escaped(issue.date))" \
      期号="\(XMLText.escaped(issue.issue))">
      \(pages.joined(separator: "\n"))
      </报纸>

      """
  }

  /// The corners of an area in per cent of the page, from the top left one on.
  private static func points(_ area: EpaperIssue.Area) -> String {
    let (right, bottom) = (area.left + area.width, area.top + area.height)
    return [
      (area.left, area.top), (right, area.top), (right, bottom), (area.left, bottom),
    ].map { "\(EpaperSite.rounded($0 * 100))%,\(EpaperSite.rounded($1 * 100))%" }
      .joined(separator: ";")
  }

  /// The running text, a paragraph a line; tables cell by cell.
  private static func text(of article: EpaperIssue.Article) -> String {
    let title: Set<ReportRole> = [.kicker, .headline, .deck, .byline, .caption, .furniture]
    return article.report.blocks.filter { !title.contains($0.role) }.map { block in
      guard let table = block.table else { return block.text }
      let cells = article.report.tables[table]
      return ([cells.columns.map(\.name)] + cells.rows).map { $0.joined(separator: "\t") }
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func pictures(
    of article: EpaperIssue.Article
  ) -> [(file: String, caption: String)] {
    article.pictures.sorted { $0.key < $1.key }.map { block, picture in
      (picture.address ?? "", article.report.blocks[block].text)
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
