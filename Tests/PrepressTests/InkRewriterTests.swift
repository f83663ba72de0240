import Diagnostics
import DisplayList
import Testing

@testable import Prepress

@Suite struct InkRewriterTests {
  private let place = ContentPlace(page: 1, object: "content")

  private var inks: InkMap {
    var map = InkMap()
    map.add(.black, red: 0, green: 0, blue: 0)
    map.add(.paper, red: 255, green: 255, blue: 255)
    map.add(Ink(cyan: 0, magenta: 1, yellow: 0.9, black: 0), red: 186, green: 17, blue: 22)
    map.add(.spot("PANTONE 186 C", tint: 0.5, alternate: TestPage.red), red: 1, green: 2, blue: 3)
    return map
  }

  private func rewrite(_ text: String, isForm: Bool = false) -> (text: String, problems: Int) {
    var rewriter = InkRewriter(inks: InkLookup(map: inks), overprintUnder: 2)
    let bytes = rewriter.rewrite(Array(text.utf8), at: place, isForm: isForm)
    return (String(decoding: bytes, as: UTF8.self), rewriter.problems.count)
  }

  @Test func everyColourBecomesItsInk() {
    let found = rewrite("0.729412 0.0666667 0.0862745 rg 0 0 9 9 re f 1 1 1 RG 3 w 0 0 m 9 9 l S")
    #expect(found.text.contains("0 1 0.9 0 k"))
    #expect(found.text.contains("0 0 0 0 K"))
    #expect(!found.text.contains("rg") && !found.text.contains("RG"))
    #expect(found.problems == 0)
  }

  @Test func spotInksHaveAPlateOfTheirOwn() {
    let found = rewrite("0.00392157 0.00784314 0.0117647 rg 0 0 9 9 re f")
    #expect(found.text.contains("/BxS0 cs 0.5 scn"))
  }

  @Test func anUnknownColourIsNamedWithItsPlace() {
    var rewriter = InkRewriter(inks: InkLookup(map: inks), overprintUnder: 2)
    _ = rewriter.rewrite(Array("0.5 0.5 0.5 rg 0 0 1 1 re f".utf8), at: place)
    #expect(rewriter.problems.first?.code == "press.unmapped-colour")
    #expect(rewriter.problems.first?.message.english.contains("page 1, content") == true)
  }

  /// INK-1: text overprints; `white-overprint`: nothing white ever does.
  @Test func blackTextOverprintsAndWhiteDoesNot() {
    let found = rewrite("0 0 0 rg BT (a) Tj ET 1 1 1 rg BT (b) Tj ET").text
    let black = found.firstRange(of: "/BxOf gs (a) Tj")
    let white = found.firstRange(of: "/BxO gs (b) Tj")
    #expect(black != nil && white != nil, "\(found)")
  }

  /// `black-line-knockout`: thin lines overprint, thick ones and areas knock out.
  @Test func linesOverprintByTheirWidthOnThePage() {
    #expect(rewrite("0 0 0 RG 1.9 w 0 0 m 9 9 l S").text.contains("/BxOs gs 0 0 m"))
    #expect(!rewrite("0 0 0 RG 2.1 w 0 0 m 9 9 l S").text.contains("/BxO"))
    #expect(!rewrite("3 0 0 3 0 0 cm 0 0 0 RG 1 w 0 0 m 9 9 l S").text.contains("/BxO"))
    #expect(!rewrite("0 0 0 rg 0 0 90 90 re f").text.contains("/BxO"))
    #expect(rewrite("0 0 0 rg 0 0 90 0.5 re f").text.contains("/BxOf gs 0 0 90 0.5 re"))
  }

  /// Flags stand before a path, never inside it, and follow q and Q.
  @Test func flagsFollowTheGraphicsState() {
    let found = rewrite("q 0 0 0 rg BT (a) Tj ET Q 1 1 1 rg 0 0 9 9 re f").text
    #expect(!found.contains("/BxO gs"), "\(found)")
    let form = rewrite("1 1 1 rg 0 0 9 9 re f", isForm: true).text
    #expect(form.contains("/BxO gs 0 0 9 9 re"), "\(form)")
  }

  @Test func picturesNeverOverprint() {
    let found = rewrite("0 0 0 rg BT (a) Tj ET /x5 Do").text
    #expect(found.contains("/BxO gs /x5 Do"), "\(found)")
  }

  @Test(arguments: [(0.0, "0"), (1, "1"), (0.5, "0.5"), (0.12345, "0.1235"), (-2.25, "-2.25")])
  func numbersAreShort(_ value: Double, _ text: String) {
    #expect(InkSyntax.number(value) == text)
  }

  @Test func namesAreEscaped() {
    #expect(InkSyntax.pdfName("PANTONE 186") == "/PANTONE#20186")
    #expect(InkSyntax.pdfName("金") == "/#E9#87#91")
  }
}
