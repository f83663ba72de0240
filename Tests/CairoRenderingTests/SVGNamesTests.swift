import Testing

@testable import CairoRendering

@Suite struct SVGNamesTests {
  /// Cairo counts surfaces over the life of a process; the page does not depend on it.
  @Test func surfacesAreNumberedAnew() {
    let text =
      "<g id=\"surface41\"><image id=\"image7\"/><use xlink:href=\"#image7\"/>"
      + "<use href=\"#image9\"/><g clip-path=\"url(#surface41)\" id=\"surface44\"/>"
      + "<g id=\"surface\" fill=\"#image9f\"/><g id=\"clip3\"/></g>"
    let anew =
      "<g id=\"surface0\"><image id=\"image0\"/><use xlink:href=\"#image0\"/>"
      + "<use href=\"#image1\"/><g clip-path=\"url(#surface0)\" id=\"surface1\"/>"
      + "<g id=\"surface\" fill=\"#image9f\"/><g id=\"clip3\"/></g>"
    #expect(String(decoding: SVGNames.renumbered(Array(text.utf8)), as: UTF8.self) == anew)
  }
}
