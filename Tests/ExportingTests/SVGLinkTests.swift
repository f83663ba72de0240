import Diagnostics
import Foundation
import Testing

@testable import Exporting

/// Pictures that an SVG file links to are drawn or refused by name.
@Suite struct SVGLinkTests {
  private func embedded(_ svg: String) throws -> String {
    let links = SVGLinks(path: "a.svg") { name throws(Rejection) in
      Array("\u{1}\(name)".utf8)
    }
    return String(decoding: try links.embedded(in: Array(svg.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("<svg><image href=\"a.png\"/></svg>", 1),
    ("<svg><svg:image xlink:href = './b/c.jpg' /></svg>", 1),
    ("<svg><image href=\"a.png\"/><g><image href=\"b.png\"/></g></svg>", 2),
    ("<svg><image href=\"data:image/png;base64,AA\"/></svg>", 1),
    ("<svg><!-- <image href=\"a.png\"/> --><use href=\"#a\"/></svg>", 0), ("<svg/>", 0),
    ("<svg", 0),
  ])
  func linksAreEmbedded(_ svg: String, _ count: Int) throws {
    let result = try embedded(svg)
    #expect(result.components(separatedBy: "data:image/png;base64,").count == count + 1)
    #expect(!result.replacing("<!-- <image href=\"a.png\"/> -->", with: "").contains(".png\""))
  }

  @Test(arguments: ["../a.png", "/etc/a.png", "https://example.cn/a.png", "file:a.png", "a//b.png"])
  func linksThatLeadAwayAreRefused(_ link: String) {
    #expect {
      try embedded("<svg><image href=\"\(link)\"/></svg>")
    } throws: { ($0 as? Rejection)?.diagnostics.first?.code == "art.link-outside" }
  }
}
