import Foundation
import Testing

@testable import Studio

/// What is part of the program.
@Suite struct WebFileTests {
  @Test func everythingThatAPageNamesIsThere() throws {
    let names = Set(WebFiles.all.keys)
    #expect(names.contains("sample/\(WebFiles.sample)"))
    for (name, bytes) in WebFiles.all where name.hasSuffix(".js") || name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /from "\.\/([a-z]+\.js)"|(?:src|href)="([a-z]+\.[a-z]+)"/) {
        let named = String(match.output.1 ?? match.output.2 ?? "")
        #expect(names.contains(named), "\(name) names \(named)")
      }
    }
  }

  /// Nothing is asked of any other server, and no script or style stands in a page.
  @Test func pagesAskNobodyElse() {
    for (name, bytes) in WebFiles.all where !name.hasPrefix("sample/") && name != "openapi.json" {
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.contains("http://") && !text.contains("https://"), "\(name)")
      #expect(!text.contains("innerHTML") && !text.contains("eval("), "\(name)")
      if name.hasSuffix(".html") {
        #expect(text.firstMatch(of: /<script(?![^>]*src=)|<style| style=| on[a-z]+=/) == nil)
      }
    }
  }
}
