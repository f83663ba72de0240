public import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Notations

/// An IDML package, which InDesign opens: pages as spreads with their frames, texts as stories, the
/// layouts' styles and inks by their names. The same pages are the same bytes.
public struct IDMLFile {
  private let handoff: PageHandoff
  private let framing: PageFraming

  /// Prepares the package of framed pages whose drawings have their files.
  public init(_ framing: PageFraming, drawings: [PageHandoff.Link]) {
    var handoff = framing.handoff
    handoff.drawings = drawings
    self.handoff = handoff
    self.framing = framing
  }

  /// The layouts of the pages, each once.
  private var layouts: [LayoutSpec] {
    var known: Set<String> = []
    return handoff.layouts.filter { known.insert($0.name).inserted }
  }

  /// The bytes of the file.
  public func bytes() throws(Rejection) -> [UInt8] {
    var swatches = IDMLSwatches(layouts.map(\.palette))
    let styles = IDMLStyles(handoff)
    let texts = IDMLStories(styles: styles)
    var stories: [(String, String)] = []
    for (number, story) in framing.stories.enumerated() {
      let id = "ut\(number + 1)"
      stories.append(("Stories/Story_\(id).xml", texts.part(story, id: id, &swatches)))
    }
    let spreads = self.spreads(&swatches)
    let masters = layouts.enumerated().map { number, layout in
      ("MasterSpreads/MasterSpread_um\(number + 1).xml", Self.master(layout, number))
    }
    let styleSheet = styles.part(framing.stories, &swatches)
    var parts: [(String, String)] = [
      ("mimetype", "application/vnd.adobe.indesign-idml-package"),
      ("META-INF/container.xml", Self.container),
      ("designmap.xml", map(stories: stories.map(\.0), masters.map(\.0), spreads.map(\.0))),
      ("Resources/Graphic.xml", swatches.part), ("Resources/Fonts.xml", fonts),
      ("Resources/Styles.xml", styleSheet), ("Resources/Preferences.xml", preferences),
    ]
    parts += masters + spreads + stories
    parts += [
      ("XML/Tags.xml", Self.tags), ("XML/BackingStory.xml", Self.backing),
    ]
    return try ZipContainer.bytes(
      of: parts.map { ($0.0, Array($0.1.utf8)) }, stored: ["mimetype"])
  }

  // MARK: Spreads

  private func spreads(_ swatches: inout IDMLSwatches) -> [(String, String)] {
    var threads: [Int: [String]] = [:]
    var starts: [[Int: Int]] = []
    for (page, elements) in framing.pages.enumerated() {
      starts.append(threads.mapValues(\.count))
      for (number, element) in elements.enumerated() {
        guard case .text(let box) = element else { continue }
        threads[box.story, default: []].append(IDMLSpread.frame(page: page, number: number))
      }
    }
    var spreads: [(String, String)] = []
    for (page, elements) in framing.pages.enumerated() {
      let spread = IDMLSpread(
        handoff: handoff, page: page, elements: elements, threads: threads, places: starts[page])
      let master = layouts.firstIndex { $0.name == handoff.layouts[page].name } ?? 0
      spreads.append(
        ("Spreads/Spread_us\(page + 1).xml", spread.part(master: master, &swatches)))
    }
    return spreads
  }

  private static func master(_ layout: LayoutSpec, _ number: Int) -> String {
    let size = layout.trim
    let id = IDMLSpread.master(number)
    let transform =
      "1 0 0 1 \(IDML.points(.zero - size.width / 2)) \(IDML.points(.zero - size.height / 2))"
    let prefix = String(UnicodeScalar(UInt8(65 + number % 26)))
    return IDML.part(
      "MasterSpread",
      """
      <MasterSpread Self="\(id)" Name="\(prefix)-\(IDML.escaped(layout.name))" \
      NamePrefix="\(prefix)" BaseName="\(IDML.escaped(layout.name))" ShowMasterItems="true" \
      PageCount="1" ItemTransform="1 0 0 1 0 0">
      <Page Self="\(id)p" AppliedMaster="n" OverrideList="" MasterPageTransform="1 0 0 1 0 0" \
      Name="\(prefix)" GeometricBounds="0 0 \(IDML.points(size.height)) \(IDML.points(size.width))" \
      ItemTransform="\(transform)">
      \(IDMLSpread.margins(of: layout, on: size))
      </Page>
      </MasterSpread>
      """)
  }

  // MARK: Resources

  private func map(stories: [String], _ masters: [String], _ spreads: [String]) -> String {
    let ids = framing.stories.indices.map { "ut\($0 + 1)" }.joined(separator: " ")
    func list(_ name: String, _ files: [String]) -> String {
      files.map { "<idPkg:\(name) src=\"\($0)\"/>" }.joined(separator: "\n")
    }
    let title = IDML.escaped(handoff.document.metadata.title)
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <?aid style="50" type="document" readerVersion="6.0" featureSet="257" product="8.0(370)" ?>
      <Document xmlns:idPkg="\(IDML.namespace)" DOMVersion="\(IDML.version)" Self="d" \
      StoryList="\(ids)" Name="\(title)" ZeroPoint="0 0" ActiveLayer="ul1">
      <Layer Self="ul1" Name="版面" Visible="true" Locked="false" IgnoreWrap="false" \
      ShowGuides="true" LockGuides="false" UI="true" Expendable="true" Printable="true"/>
      \(list("Graphic", ["Resources/Graphic.xml"]))
      \(list("Fonts", ["Resources/Fonts.xml"]))
      \(list("Styles", ["Resources/Styles.xml"]))
      \(list("Preferences", ["Resources/Preferences.xml"]))
      \(list("Tags", ["XML/Tags.xml"]))
      \(list("MasterSpread", masters))
      \(list("Spread", spreads))
      \(list("BackingStory", ["XML/BackingStory.xml"]))
      \(list("Story", stories))
      </Document>

      """
  }

  private var fonts: String {
    let faces = Set(handoff.typefaces.values)
    let families = Set(faces.map(\.family)).sorted()
    let list = families.enumerated().map { number, family in
      let name = IDML.escaped(family)
      let own = faces.filter { $0.family == family }.sorted { $0.style < $1.style }
      let fonts = own.map { face in
        let attributes = IDML.attributes([
          ("Self", "ufo\(number + 1)\(face.style)"), ("FontFamily", family),
          ("Name", "\(family) \(face.style)"), ("PostScriptName", face.postScriptName),
          ("FontStyleName", face.style),
        ])
        return "<Font\(attributes)/>"
      }
      return "<FontFamily Self=\"ufo\(number + 1)\" Name=\"\(name)\">\(fonts.joined())</FontFamily>"
    }
    return IDML.part("Fonts", list.joined(separator: "\n"))
  }

  private var preferences: String {
    let first = handoff.document.pages.first
    let layout = handoff.layouts.first
    let size = first?.trim ?? .zero
    let bleed = first?.bleed ?? .zero
    let document = IDML.attributes([
      ("PageHeight", IDML.points(size.height)), ("PageWidth", IDML.points(size.width)),
      ("PagesPerDocument", "\(handoff.document.pages.count)"), ("FacingPages", "false"),
      ("DocumentBleedTopOffset", IDML.points(bleed.top)),
      ("DocumentBleedBottomOffset", IDML.points(bleed.bottom)),
      ("DocumentBleedInsideOrLeftOffset", IDML.points(bleed.left)),
      ("DocumentBleedOutsideOrRightOffset", IDML.points(bleed.right)),
      ("DocumentBleedUniformSize", "false"), ("AllowPageShuffle", "true"),
    ])
    var body = "<DocumentPreference\(document)/>\n"
    if let layout {
      body += IDMLSpread.margins(of: layout, on: size) + "\n"
      let grid = IDML.attributes([
        ("BaselineStart", IDML.points(baselineStart(layout))),
        ("BaselineDivision", IDML.points(layout.grid.leading)), ("BaselineShown", "false"),
        ("BaselineViewThreshold", "75"),
        ("BaselineGridRelativeOption", "TopOfPageOfBaselineGridRelativeOption"),
      ])
      body += "<GridPreference\(grid)/>\n"
    }
    body += "<TextWrapPreference TextWrapMode=\"None\"/>"
    return IDML.part("Preferences", body)
  }

  /// The first baseline of the grid, as running text stands on it.
  private func baselineStart(_ layout: LayoutSpec) -> Length {
    let grid = layout.grid
    for case .text(let box) in framing.pages.first ?? [] where box.story < framing.running {
      let baseline = box.rect.top + box.firstBaseline - grid.origin.y
      let over = baseline.units % max(1, grid.leading.units)
      return grid.origin.y + Length(units: over)
    }
    return grid.origin.y + grid.em.scaled(by: 0.88)
  }

  // MARK: Fixed parts

  private static let container = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>\
    <rootfile full-path="designmap.xml" media-type="text/xml"/></rootfiles></container>

    """

  private static let tags = IDML.part(
    "Tags",
    """
    <XMLTag Self="XMLTag/Root" Name="Root"><Properties>\
    <TagColor type="enumeration">LightBlue</TagColor></Properties></XMLTag>
    """)

  private static let backing = IDML.part(
    "BackingStory",
    """
    <XmlStory Self="ub1"><ParagraphStyleRange \
    AppliedParagraphStyle="ParagraphStyle/$ID/[No paragraph style]">\
    <CharacterStyleRange AppliedCharacterStyle="CharacterStyle/$ID/[No character style]">\
    <XMLElement Self="di2" MarkupTag="XMLTag/Root"/></CharacterStyleRange></ParagraphStyleRange>\
    </XmlStory>
    """)
}
